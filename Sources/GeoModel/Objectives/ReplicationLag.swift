/// How far a replica falls behind a primary, from the rates of writing and applying alone.
///
/// Writes are a steady stream here. Bursts make a queue below a utilisation of 1 too; that queue
/// is left out because it depends on how the bursts come.
public struct ReplicationLag: Equatable, Sendable {
  /// How many writes a second the primary makes: *λ*.
  public let writesPerSecond: Double
  /// How many a second the replica can apply: *μ*.
  public let appliedPerSecond: Double

  /// - Parameters: both above zero.
  public init(writesPerSecond: Double, appliedPerSecond: Double) {
    precondition(writesPerSecond > 0 && appliedPerSecond > 0, "a stream needs a rate")
    self.writesPerSecond = writesPerSecond
    self.appliedPerSecond = appliedPerSecond
  }

  /// The part of its capacity that the replica needs to keep up; above 1 it never does.
  public var utilisation: Double { writesPerSecond / appliedPerSecond }

  /// Whether the lag grows for as long as the writes go on.
  public var isGrowing: Bool { writesPerSecond > appliedPerSecond }

  /// By how much the wait of a write, from the primary to the replica, grows each second:
  /// (*λ* − *μ*) / *μ*, or 0.
  public var waitGrowth: Double { max(0, utilisation - 1) }

  /// By how much the age of the replica grows each second: (*λ* − *μ*) / *λ*, or 0.
  ///
  /// The age is what would be lost if the primary failed now, in seconds of writing.
  public var ageGrowth: Double { max(0, 1 - 1 / utilisation) }

  /// How many writes wait when nothing was applied for a while.
  public func backlog(after outage: Duration) -> Double {
    writesPerSecond * (outage / .seconds(1))
  }

  /// How long the replica needs to catch up after such an outage, while writes go on:
  /// *λt* / (*μ* − *λ*), to the microsecond; `nil` where it never does.
  public func timeToDrain(after outage: Duration) -> Duration? {
    guard writesPerSecond < appliedPerSecond else { return nil }
    let seconds = backlog(after: outage) / (appliedPerSecond - writesPerSecond)
    guard seconds <= Self.longestDrain else { return nil }
    return .microseconds((seconds * 1e6).rounded())
  }

  /// About 300 years: longer is never.
  private static let longestDrain = 1e10
}
