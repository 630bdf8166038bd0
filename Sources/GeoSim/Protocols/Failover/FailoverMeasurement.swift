import GeoModel

/// What a failover cost, measured on its run.
public struct FailoverMeasurement: Equatable, Sendable {
  /// Writes that clients made.
  public internal(set) var attemptedWrites = 0
  /// Writes that a primary accepted.
  public internal(set) var acceptedWrites = 0
  /// Writes whose acknowledgement reached the client in time.
  public internal(set) var acknowledgedWrites = 0
  /// Writes that were acknowledged and are not in the log of the last primary.
  public internal(set) var lostWrites = 0
  /// Writes accepted in an older epoch after one was accepted in a newer.
  public internal(set) var splitBrainWrites = 0
  /// From the oldest lost write to the failure, or to the newest lost write where the old primary
  /// went on after it; zero where nothing is lost.
  public internal(set) var rpo = Duration.zero
  /// The parts of the first failover that a failure caused; `nil` where there was none, or it did
  /// not come to its end.
  public internal(set) var rto: RecoveryTime?
  /// The longest time without an accepted write.
  public internal(set) var interruption = Duration.zero
  /// New epochs begun.
  public internal(set) var failovers = 0
  /// Those of a primary that was up and could be reached.
  public internal(set) var falseFailovers = 0
  /// When the observers first agreed that the primary is dead.
  public internal(set) var firstAgreement: Duration?

  /// The part of all writes that was acknowledged in time; 1 where there were none.
  public var writeAvailability: Double {
    attemptedWrites == 0 ? 1 : Double(acknowledgedWrites) / Double(attemptedWrites)
  }
}

/// The time from a failure until clients write again, in its parts.
public struct RecoveryTime: Equatable, Sendable {
  /// Until enough observers suspect the primary.
  public var detect: Duration
  /// Until somebody has decided and the old primary cannot write any more.
  public var decideAndFence: Duration
  /// Until the new primary has replayed its log and changed its role.
  public var promote: Duration
  /// Until it is warm.
  public var warm: Duration
  /// Until a client writes to it, on average over the clients.
  public var route: Duration
  /// Until the last client writes to it.
  public var lastRoute: Duration

  /// Until a client writes again, on average over the clients.
  public var total: Duration { detect + decideAndFence + promote + warm + route }
}
