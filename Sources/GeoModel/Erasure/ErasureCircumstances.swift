/// What happens around an erasure that nobody planned.
public struct ErasureCircumstances: Equatable, Sendable {
  /// How long a replica of every Cassandra store is away, from just before the request on.
  public var away: Duration
  /// When a backup is restored, since the request; `nil` when none is.
  public var restore: Duration?
  /// How old the restored backup is then.
  public var backupAge: Duration

  public init(
    away: Duration = .zero, restore: Duration? = nil, backupAge: Duration = .days(20)
  ) {
    self.away = away
    self.restore = restore
    self.backupAge = backupAge
  }
}
