/// What users ask for, and where: the same requests for whatever deployment serves them.
public struct Workload: Equatable, Sendable {
  public var topology: Topology
  /// Where the data is kept. The first region is the primary where there is one.
  public var regions: [RegionID]
  /// Where users are at home, each region once.
  public var clients: [Clients]
  /// How many requests a second one user makes.
  public var requestsPerSecond = 1.0
  /// The part of all requests that read, 0 to 1.
  public var readShare = 0.8
  /// The part of all users that travel, 0 to 1.
  public var travellers = 0.1
  public var mix = Mix()
  /// How many articles there are, and how many units of each.
  public var articles = 20
  public var unitsPerArticle = 5
  /// How long a region holds a write back before it sends it to the others.
  public var lag = Duration.milliseconds(500)
  /// The standard deviation of the logarithm of every delay.
  public var jitter = 0.0
  public var session = Session.none
  public var outage: Outage?
  /// How long requests are made.
  public var duration = Duration.seconds(60)
  public var seed: UInt64 = 1

  /// - Parameters: neither empty, all of the topology.
  public init(topology: Topology, regions: [RegionID], clients: [Clients]) {
    precondition(!regions.isEmpty && !clients.isEmpty, "somebody asks, and somewhere is data")
    self.topology = topology
    self.regions = regions
    self.clients = clients
  }
}

extension Workload {
  /// The users of a region.
  public struct Clients: Equatable, Sendable {
    public var region: RegionID
    public var users: Int

    public init(region: RegionID, users: Int) {
      self.region = region
      self.users = users
    }
  }

  /// Which part of the requests, 0 to 1, is about what; the rest is about the user's own profile.
  public struct Mix: Equatable, Sendable {
    /// A number that all raise: likes.
    public var counter: Double
    /// A list that all add to: comments.
    public var set: Double
    /// What must not be sold twice: the critical part.
    public var stock: Double

    public init(counter: Double = 0.2, set: Double = 0.05, stock: Double = 0.2) {
      self.counter = counter
      self.set = set
      self.stock = stock
    }
  }

  /// What a user takes along from one request to the next, so that no read goes back behind it.
  ///
  /// A token holds how far each region's log was seen, as a write's position in the log or as far
  /// as a read showed it ([Terry et al. 1994]: read your writes, monotonic reads).
  ///
  /// [Terry et al. 1994]: https://doi.org/10.1109/PDIS.1994.331722
  public enum Session: String, CaseIterable, Sendable {
    case none
    /// A read waits where it is until everything has arrived.
    case wait
    /// A read goes to the region whose writes are missing.
    case forward
  }

  /// The loss of a region.
  public struct Outage: Equatable, Sendable {
    public var region: RegionID
    public var time: Duration
    /// How long it takes until its users are sent elsewhere and another region has taken over
    /// what only it could write. A consensus group elects by itself and does not wait for this.
    public var failover: Duration

    public init(region: RegionID, time: Duration, failover: Duration = .seconds(10)) {
      self.region = region
      self.time = time
      self.failover = failover
    }
  }

  /// After how long a user gives a request up.
  public static var patience: Duration { .seconds(5) }
}

extension Workload {
  public var userCount: Int { clients.reduce(0) { $0 + $1.users } }

  /// How many requests are made a second, by all users.
  public var rate: Double { requestsPerSecond * Double(userCount) }

  /// How many writes of a kind are made a second, by all users.
  public func writes(of kind: Datum.Kind) -> Double { rate * (1 - readShare) * share(of: kind) }

  /// The part of the requests that are about a kind.
  public func share(of kind: Datum.Kind) -> Double {
    switch kind {
    case .profile: 1 - mix.counter - mix.set - mix.stock
    case .counter: mix.counter
    case .set: mix.set
    case .stock: mix.stock
    }
  }
}
