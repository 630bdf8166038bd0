/// A primary with standbys, who watches it, who writes to it, and what goes wrong.
///
/// Only writes are simulated, and only their numbers and times: what they say does not matter.
public struct FailoverScenario: Equatable, Sendable {
  public var topology: Topology
  /// The regions that follow are all of the topology; no two databases are in one region.
  public var primary: RegionID
  /// In the order in which one is preferred to another with the same data.
  public var standbys: [RegionID]
  /// Who probes the primary. Where there is nobody, the one who decides probes it himself.
  public var observers: [RegionID]
  /// Who writes; each has a share of the writes and a resolver of his own. At least one.
  public var clients: [RegionID]

  public var replication = Replication.asynchronous
  /// How many writes a second all clients make together.
  public var writesPerSecond = 10.0
  /// Whether writes come evenly; otherwise they come independently of each other.
  public var hasRegularWrites = false
  /// How many writes a second the primary can send to its standbys; `nil` for any number.
  public var shipPerSecond: Double?
  /// How many writes a second a standby can replay from the log that it has received.
  public var applyPerSecond = 1000.0
  /// From the primary's decision to accept a write until it is on its disk.
  public var flush = Duration.milliseconds(1)
  /// After how long a client counts a write without an answer as failed.
  public var patience = Duration.seconds(5)

  public var detector = Detector()
  public var promotion = Promotion.automatic
  /// How long the primary may accept writes without asking again; `nil` for without end.
  public var lease: Duration?
  /// By how many parts in a million the clocks may run apart: the lease is stretched by as much.
  public var driftPartsPerMillion = 0
  /// Whether the storage itself checks epoch and lease at the moment of writing, and a region that
  /// cannot be asked about it is waited for.
  public var fencesOldPrimary = true
  /// What becoming the primary takes once the log is replayed.
  public var roleChange = Duration.zero
  /// From then until traffic is sent to it.
  public var warmUp = Duration.zero
  public var routing = Routing.proxy

  /// What goes wrong, in any order.
  public var incident: [RegionFault] = []
  /// The standard deviation of the logarithm of the delays; 0 where they do not vary.
  public var jitter = 0.0
  public var seed: UInt64 = 1
  public var duration = Duration.seconds(120)

  public init(
    topology: Topology, primary: RegionID, standbys: [RegionID], observers: [RegionID] = [],
    clients: [RegionID]
  ) {
    self.topology = topology
    self.primary = primary
    self.standbys = standbys
    self.observers = observers
    self.clients = clients
  }
}

extension FailoverScenario {
  /// Whom the primary waits for before it answers a client.
  ///
  /// After a failover the new primary waits for nobody: the rule was made for the standbys of the
  /// first one, and which of them are still there is for people to judge.
  public enum Replication: Equatable, Sendable {
    case asynchronous
    /// The one standby named.
    case synchronous(RegionID)
    /// Any so many standbys.
    case anyOf(Int)
    case all
    /// Any one standby, but no longer than the timeout; then nobody, until one has caught up.
    case semiSynchronous(timeout: Duration)
  }

  /// Who takes the primary for dead, and when.
  public struct Detector: Equatable, Sendable {
    /// From one probe to the next.
    public var interval: Duration
    /// How many probes in a row must be missed.
    public var misses: Int
    /// How long an answer may take; at most the interval.
    public var timeout: Duration
    /// How many observers must suspect the primary at the same time.
    public var agree: Int
    /// The part of all probes that is lost on the way, 0 to 1.
    public var probeLoss: Double

    public init(
      interval: Duration = .seconds(10), misses: Int = 3, timeout: Duration = .seconds(4),
      agree: Int = 1, probeLoss: Double = 0
    ) {
      self.interval = interval
      self.misses = misses
      self.timeout = timeout
      self.agree = agree
      self.probeLoss = probeLoss
    }
  }

  /// Who decides once the observers agree.
  public enum Promotion: Equatable, Sendable {
    /// A person, who acts so long after the alarm if it still lasts.
    case manual(after: Duration)
    case automatic
  }

  /// How clients find the new primary.
  public enum Routing: Equatable, Sendable {
    /// By name: a resolver asks again when the time to live of its answer is over. A part of the
    /// resolvers, 0 to 1, holds an answer for a time of its own.
    case dns(ttl: Duration, stubbornPart: Double = 0, stubbornTTL: Duration = .zero)
    /// One address in every region: routers know at once.
    case anycast
    /// Through a middleman who knows at once.
    case proxy
  }
}
