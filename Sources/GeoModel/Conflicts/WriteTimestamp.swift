/// What orders the writes of a register of which the last write wins.
public enum WriteOrder: String, CaseIterable, Sendable {
  /// The clock of the replica, with the error that it has.
  case wallClock
  case lamport
  case hybrid
}

/// When a write happened, as one kind of clock says; compared only with others of its kind.
public enum WriteTimestamp: Hashable, Comparable, Sendable {
  case wallClock(Int)
  case lamport(Int)
  case hybrid(HybridTimestamp)
}

/// What became of a write.
public enum WriteFate: Equatable, Sendable {
  /// It is what a reader sees in the end.
  case wins
  /// A later write was made by somebody who saw this one: as it should be.
  case replaced(by: Int)
  /// LOST: a concurrent write has the greater timestamp. Nobody who saw this one replaced it.
  case lost(to: Int)
  /// LOST although its writer knew the other one, whose clock was ahead: never had it a chance.
  case lostThoughLater(to: Int)

  public var isLost: Bool {
    switch self {
    case .wins, .replaced: false
    case .lost, .lostThoughLater: true
    }
  }
}
