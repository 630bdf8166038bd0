/// A stretch of simulated time in whole nanoseconds.
///
/// `Duration` counts attoseconds in 128 bits; an engine that adds two times for every event wants
/// one machine word. Convert once, when a node is made.
public struct Delay: Hashable, Comparable, Sendable {
  public let nanoseconds: Int64

  @inlinable public init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// The duration, to the nanosecond below.
  public init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }

  public static let zero = Delay(nanoseconds: 0)

  public var duration: Duration { .nanoseconds(nanoseconds) }

  @inlinable public static func < (left: Delay, right: Delay) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

/// A moment of simulated time: whole nanoseconds since the run began.
///
/// Simulated time never meets a clock. It is an integer, so a run is the same on every machine.
public struct Instant: Hashable, Comparable, Sendable {
  public let nanoseconds: Int64

  @inlinable init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// The moment so long after the start, to the nanosecond below.
  public init(_ sinceStart: Duration) {
    nanoseconds = Delay(sinceStart).nanoseconds
  }

  public static let start = Instant(nanoseconds: 0)

  public var sinceStart: Duration { .nanoseconds(nanoseconds) }

  @inlinable public static func < (left: Instant, right: Instant) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  @inlinable public static func + (instant: Instant, delay: Delay) -> Instant {
    Instant(nanoseconds: instant.nanoseconds + delay.nanoseconds)
  }

  @inlinable public static func - (later: Instant, earlier: Instant) -> Delay {
    Delay(nanoseconds: later.nanoseconds - earlier.nanoseconds)
  }
}
