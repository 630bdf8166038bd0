/// What a node takes for the time.
@usableFromInline struct NodeClock: Equatable, Sendable {
  /// The true moment at which the clock was last set or its rate changed.
  private var set = Instant.start
  /// What it showed then.
  private var shown = Instant.start
  private(set) var partsPerMillion: Int64 = 0

  private static let million: Int64 = 1_000_000

  /// What the clock shows at a true moment.
  @usableFromInline func reading(at time: Instant) -> Instant {
    guard partsPerMillion != 0 || set != shown else { return time }
    let elapsed = (time - set).nanoseconds
    return Instant(
      nanoseconds: shown.nanoseconds + elapsed + elapsed * partsPerMillion / Self.million)
  }

  /// How long it truly takes until the clock has advanced by a delay.
  ///
  /// To the nanosecond above: who waits for the end of a lease must not wake before it.
  @usableFromInline func trueDelay(_ delay: Delay) -> Delay {
    guard partsPerMillion != 0 else { return delay }
    let rate = Self.million + partsPerMillion
    return Delay(nanoseconds: (delay.nanoseconds * Self.million + rate - 1) / rate)
  }

  mutating func skew(by offset: Delay, at time: Instant) {
    shown = reading(at: time) + offset
    set = time
  }

  mutating func drift(partsPerMillion rate: Int, at time: Instant) {
    shown = reading(at: time)
    set = time
    partsPerMillion = Int64(rate)
  }
}
