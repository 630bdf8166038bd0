import GeoModel

/// What happened in a failover, in the order of time: all that a picture or a sentence needs.
///
/// Times count from the beginning of the run.
public struct FailoverTimeline: Equatable, Sendable {
  /// One for every database: the first primary, then the standbys.
  public internal(set) var lanes: [Lane] = []
  /// In the order of sending.
  public internal(set) var probes: [Probe] = []
  /// In the order of sending.
  public internal(set) var writes: [Write] = []
  /// Every quarter of a second, for each database that is not the primary.
  public internal(set) var lags: [Lag] = []
  /// The first one of every client is at time zero.
  public internal(set) var routes: [Route] = []
  public internal(set) var events: [Moment] = []
  /// The first failover that a failure caused; `nil` where there was none.
  public internal(set) var recovery: RecoveryMarks?

  /// A stretch of time in which something holds.
  public struct Span<Value: Equatable & Sendable>: Equatable, Sendable {
    public let value: Value
    public let start: Duration
    public internal(set) var end: Duration
  }

  /// What a database does, or takes itself to be.
  public enum Role: Equatable, Sendable {
    case primary(epoch: Int)
    case standby
    /// It replays its log, changes its role and waits for its lease.
    case promoting(epoch: Int)
    /// It was the primary and may not write.
    case fenced
    /// It is back from a crash and asks whether it is still the primary.
    case asking
  }

  public enum Trouble: Equatable, Sendable { case down, paused, isolated }

  /// One region with a database.
  public struct Lane: Equatable, Sendable {
    public let region: RegionID
    /// Without gaps.
    public internal(set) var roles: [Span<Role>]
    public internal(set) var troubles: [Span<Trouble>]
  }

  public struct Probe: Equatable, Sendable {
    /// By position among the observers.
    public let observer: Int
    public let region: RegionID
    public let target: RegionID
    public let sent: Duration
    /// When the observer knew; `nil` where the run ended before.
    public internal(set) var known: Duration?
    public internal(set) var isAnswered: Bool
  }

  public struct Write: Equatable, Sendable {
    /// By position among the clients.
    public let client: Int
    /// Where the client is.
    public let region: RegionID
    /// Where he sent the write.
    public let target: RegionID
    public let sent: Duration
    /// The epoch of the primary that accepted it.
    public internal(set) var epoch: Int?
    /// When it was accepted, the replication rule fulfilled.
    public internal(set) var accepted: Duration?
    /// When the answer was in the client's hands, be it yes or no.
    public internal(set) var answered: Duration?
    /// Whether the answer was no.
    public internal(set) var isRefused = false
    /// Whether it was accepted when a newer epoch had accepted writes before.
    public internal(set) var isSplitBrain = false
    /// Whether it was acknowledged and is not in the log of the last primary.
    public internal(set) var isLost = false

    /// Whether the client knows that it was accepted.
    public var isAcknowledged: Bool { answered != nil && !isRefused }
  }

  /// How far one database is behind the newest primary.
  public struct Lag: Equatable, Sendable {
    public let time: Duration
    public let region: RegionID
    /// Writes that it has not received: what would be lost.
    public let missing: Int
    /// Writes that it has received and not replayed: what promotion would wait for.
    public let backlog: Int
    /// The age of the oldest write that it has not replayed: how stale a read from it is.
    public let staleness: Duration
  }

  public struct Route: Equatable, Sendable {
    public let time: Duration
    /// By position among the clients.
    public let client: Int
    /// Where he is.
    public let region: RegionID
    /// Where his writes go from now on.
    public let target: RegionID
  }

  public struct Moment: Equatable, Sendable {
    public let time: Duration
    public let kind: Kind
  }

  public enum Kind: Equatable, Sendable {
    case fault(RegionFault.Change)
    /// An observer has missed enough probes.
    case suspected(RegionID, by: RegionID)
    /// An observer that suspected the primary had an answer again.
    case trusted(RegionID, by: RegionID)
    /// Enough observers suspect the primary.
    case agreed(RegionID)
    /// The person in charge found the primary well again and left it alone.
    case stoodDown(RegionID)
    /// No lease is granted any more, and a new epoch begins.
    case fencing(RegionID, epoch: Int)
    /// The old primary cannot write any more; the region is told to take over.
    case chosen(RegionID, epoch: Int)
    case promoted(RegionID, epoch: Int)
    /// The new primary is warm: clients are told.
    case opened(RegionID, epoch: Int)
    case routed(client: Int, to: RegionID)
    /// The primary knows that it may not write: its lease is over, or a newer epoch has begun.
    case steppedDown(RegionID)
    /// A former primary follows the new one and gives up what that one never received.
    case rejoined(RegionID, discarded: Int)
    /// The storage refused a write of a primary that no longer is one.
    case rejected(RegionID, epoch: Int)
    /// The first write that was accepted in an old epoch after one in a newer epoch.
    case splitBrain(RegionID, epoch: Int)
    /// Semi-synchronous replication waits for nobody from now on.
    case fellBack(RegionID)
    /// Semi-synchronous replication waits for a standby again.
    case caughtUp(RegionID)
  }

  /// The moments between the parts of a recovery.
  public struct RecoveryMarks: Equatable, Sendable {
    public var failure: Duration
    public var agreed: Duration
    public var chosen: Duration
    public var promoted: Duration
    public var opened: Duration
    /// When each client's writes went to the new primary; `nil` for one that has not noticed.
    public var routed: [Duration?]
  }
}
