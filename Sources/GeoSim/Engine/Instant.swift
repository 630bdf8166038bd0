/// A moment of simulated time: whole nanoseconds since the run began.
///
/// Simulated time never meets a clock. It is an integer, so a run is the same on every machine.
public struct Instant: Hashable, Comparable, Sendable {
  public let nanoseconds: Int64

  public static let start = Instant(nanoseconds: 0)

  private init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// The moment so long after the start, to the nanosecond below.
  public init(_ sinceStart: Duration) {
    let (seconds, attoseconds) = sinceStart.components
    nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }

  public var sinceStart: Duration { .nanoseconds(nanoseconds) }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  public static func + (instant: Instant, duration: Duration) -> Instant {
    Instant(nanoseconds: instant.nanoseconds + Instant(duration).nanoseconds)
  }

  public static func - (later: Instant, earlier: Instant) -> Duration {
    .nanoseconds(later.nanoseconds - earlier.nanoseconds)
  }
}
