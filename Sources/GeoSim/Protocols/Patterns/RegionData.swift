import GeoModel

/// What one region holds of the data of a workload.
struct RegionData: Equatable, Sendable {
  /// A number that only grows: likes, or units sold.
  enum Tally: Equatable, Sendable {
    case number(LWWRegister<Int>)
    case parts(GCounter)

    var value: Int {
      switch self {
      case .number(let register): register.value ?? 0
      case .parts(let counter): counter.value
      }
    }
  }

  /// What was added to a list.
  enum Members: Equatable, Sendable {
    case whole(LWWRegister<[Int]>)
    case parts(GSet<Int>)

    var value: [Int] {
      switch self {
      case .whole(let register): register.value ?? []
      case .parts(let set): set.value
      }
    }
  }

  /// What another region must merge to know of a write.
  enum Change: Sendable {
    case profile(user: Int, LWWRegister<Int>)
    case counter(Tally)
    case set(Members)
    case stock(article: Int, Tally)
  }

  private(set) var profiles: [LWWRegister<Int>]
  private(set) var counter: Tally
  private(set) var set: Members
  /// Units sold, by article.
  private(set) var sold: [Tally]

  init(_ workload: Workload, merging: Deployment.Merging) {
    let tally: Tally =
      switch merging {
      case .lastWriter: .number(LWWRegister())
      case .replicatedTypes: .parts(GCounter())
      }
    profiles = Array(repeating: LWWRegister(), count: workload.userCount)
    counter = tally
    set =
      switch merging {
      case .lastWriter: .whole(LWWRegister())
      case .replicatedTypes: .parts(GSet())
      }
    sold = Array(repeating: tally, count: workload.articles)
  }
}

extension RegionData {
  /// Writes, and says what others must merge.
  ///
  /// - Parameters:
  ///   - number: of the request, which tells what it wrote from what any other wrote.
  ///   - replica: the region.
  mutating func write(
    _ datum: Datum, by user: Int, number: Int, at time: Instant, in replica: ReplicaID
  ) -> Change {
    let time = Int(time.nanoseconds)
    switch datum {
    case .profile:
      profiles[user].apply(.set(number, time: time), at: replica)
      return .profile(user: user, profiles[user])
    case .counter:
      counter.increment(at: time, in: replica)
      return .counter(counter)
    case .set: return .set(set.add(number, at: time, in: replica))
    case .stock(let article):
      sold[article].increment(at: time, in: replica)
      return .stock(article: article, sold[article])
    }
  }

  mutating func merge(_ change: Change) {
    switch change {
    case .profile(let user, let register): profiles[user].merge(register)
    case .counter(let tally): counter.merge(tally)
    case .set(let members): set.merge(members)
    case .stock(let article, let tally): sold[article].merge(tally)
    }
  }
}

extension RegionData.Tally {
  fileprivate mutating func increment(at time: Int, in replica: ReplicaID) {
    switch self {
    case .number(var register):
      register.apply(.set(value + 1, time: time), at: replica)
      self = .number(register)
    case .parts(var counter):
      counter.increment(at: replica)
      self = .parts(counter)
    }
  }

  fileprivate mutating func merge(_ other: Self) {
    switch (self, other) {
    case (.number(var mine), .number(let theirs)):
      mine.merge(theirs)
      self = .number(mine)
    case (.parts(var mine), .parts(let theirs)):
      mine.merge(theirs)
      self = .parts(mine)
    case (.number, .parts), (.parts, .number):
      preconditionFailure("all regions of a deployment merge alike")
    }
  }
}

extension RegionData.Members {
  /// - Returns: what others must merge: of a set only what is new.
  fileprivate mutating func add(_ member: Int, at time: Int, in replica: ReplicaID) -> Self {
    switch self {
    case .whole(var register):
      register.apply(.set(value + [member], time: time), at: replica)
      self = .whole(register)
      return self
    case .parts(var set):
      set.add(member)
      self = .parts(set)
      return .parts(GSet([member]))
    }
  }

  fileprivate mutating func merge(_ other: Self) {
    switch (self, other) {
    case (.whole(var mine), .whole(let theirs)):
      mine.merge(theirs)
      self = .whole(mine)
    case (.parts(var mine), .parts(let theirs)):
      mine.merge(theirs)
      self = .parts(mine)
    case (.whole, .parts), (.parts, .whole):
      preconditionFailure("all regions of a deployment merge alike")
    }
  }
}
