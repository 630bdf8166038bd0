/// What ends a copy of somebody's data.
public enum DeathCause: String, CaseIterable, Sendable {
  /// The store was told to delete it, and has done so.
  case deletion
  /// The file in which the deleted data still lay has been written anew.
  case rewriting
  /// It has reached the age at which everything goes.
  case retention
  /// It is encrypted, and the last copy of its key is gone.
  case keyDeath
}

/// An end that a copy comes to, unless another one comes first.
public struct Death: Equatable, Sendable {
  public let cause: DeathCause
  /// Since the request to erase.
  public let time: Duration

  public init(_ cause: DeathCause, at time: Duration) {
    self.cause = cause
    self.time = time
  }
}
