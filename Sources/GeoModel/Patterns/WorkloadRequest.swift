/// What a request is about.
public enum Datum: Hashable, Sendable {
  /// The one of the user who asks.
  case profile
  case counter
  case set
  /// The stock of one article, from 0.
  case stock(article: Int)

  public enum Kind: String, CaseIterable, Sendable {
    case profile, counter, set, stock
  }

  public var kind: Kind {
    switch self {
    case .profile: .profile
    case .counter: .counter
    case .set: .set
    case .stock: .stock
    }
  }
}

/// One thing that a user asks for.
public struct WorkloadRequest: Equatable, Sendable {
  /// Since the first moment at which requests are made.
  public let time: Duration
  /// Users are numbered from 0, those of the first clients first.
  public let user: Int
  /// Where the user is now: a place in the workload's list of clients.
  public let place: Int
  public let isRead: Bool
  public let datum: Datum
}

extension Workload {
  /// Everything that users ask for, in the order of time; the same for the same seed.
  ///
  /// Requests come independently of each other. A traveller makes each of them at home or in one
  /// other region, the next in the list of clients, with equal chance: a run of a minute has no
  /// room for a journey, so it is shortened to steps to and fro.
  public var requests: [WorkloadRequest] {
    var dice = SplitMix64(seed: seed)
    let users = self.users
    guard !users.isEmpty, rate > 0 else { return [] }
    let gap = Duration.seconds(1) / rate
    var requests: [WorkloadRequest] = []
    var time = dice.exponential(mean: gap)
    while time < duration {
      requests.append(request(at: time, of: users, &dice))
      time += dice.exponential(mean: gap)
    }
    return requests
  }

  private func request(
    at time: Duration, of users: [User], _ dice: inout SplitMix64
  ) -> WorkloadRequest {
    let user = dice.integer(in: 0...(users.count - 1))
    let isAway = dice.happens(0.5)
    let isRead = dice.happens(readShare)
    return WorkloadRequest(
      time: time, user: user, place: isAway ? users[user].away : users[user].home, isRead: isRead,
      datum: datum(&dice))
  }

  private func datum(_ dice: inout SplitMix64) -> Datum {
    let kind = dice.unit()
    let article = dice.integer(in: 0...(articles - 1))
    if kind < mix.counter { return .counter }
    if kind < mix.counter + mix.set { return .set }
    return kind < mix.counter + mix.set + mix.stock ? .stock(article: article) : .profile
  }

  /// Where a user lives, and where else he asks from: places in the list of clients.
  public struct User: Equatable, Sendable {
    public let home: Int
    /// The home of somebody who does not travel.
    public let away: Int

    public var travels: Bool { home != away }
  }

  /// All users by number; the first of each region are those who travel.
  public var users: [User] {
    clients.indices.flatMap { home in
      let count = clients[home].users
      let travelling = Int((travellers * Double(count)).rounded())
      return (0..<count).map { number in
        User(home: home, away: number < travelling ? (home + 1) % clients.count : home)
      }
    }
  }
}
