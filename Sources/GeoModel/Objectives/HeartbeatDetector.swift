/// Declares a server dead after several probes in a row had no answer in time.
///
/// Chen, Toueg and Aguilera, "On the quality of service of failure detectors", IEEE Transactions
/// on Computers 51(5), 2002, define what is traded here: detection time against mistakes. The way
/// of a probe is left out because it is short beside intervals of seconds.
public struct HeartbeatDetector: Equatable, Sendable {
  /// From one probe to the next.
  public let interval: Duration
  /// How many probes in a row must be missed.
  public let misses: Int
  /// How long an answer may take.
  public let timeout: Duration

  /// - Parameters:
  ///   - interval: above zero.
  ///   - misses: at least 1.
  ///   - timeout: zero or more; it may be longer than the interval.
  public init(interval: Duration, misses: Int, timeout: Duration) {
    precondition(interval > .zero && misses > 0 && timeout >= .zero, "a detector must probe")
    self.interval = interval
    self.misses = misses
    self.timeout = timeout
  }

  /// When the server dies just before a probe: (*n* − 1)·*I* + *τ*.
  public var earliest: Duration { interval * (misses - 1) + timeout }

  /// When it dies just after having answered one: *n·I* + *τ*.
  public var latest: Duration { interval * misses + timeout }

  /// When it dies at a random moment: (*n* − ½)·*I* + *τ*.
  public var mean: Duration { (earliest + latest) / 2 }

  /// When it dies `phase` after a probe that was answered.
  ///
  /// - Parameter phase: zero to the interval.
  public func detection(failingAfterProbe phase: Duration) -> Duration { latest - phase }

  /// How long the healthy server is probed until chance alone has it declared dead, on average.
  ///
  /// - Parameter loss: how likely it is that a probe or its answer is lost, 0 to 1; losses are
  ///   taken to be independent of each other. Real losses come in bursts, which makes false
  ///   alarms far more frequent than this.
  /// - Returns: `nil` where it never happens, or not in a million years.
  public func timeToFalseAlarm(loss: Double) -> Duration? {
    let seconds = expectedTrials(untilRunOf: misses, probability: loss) * (interval / .seconds(1))
    guard seconds <= Self.longestWait else { return nil }
    return .milliseconds((seconds * 1e3).rounded())
  }

  /// A million years.
  private static let longestWait = 1e6 * 365 * 86_400
}

/// How many trials it takes on average until one outcome has come `length` times in a row:
/// (1 − *pⁿ*) / (*pⁿ*(1 − *p*)).
///
/// Feller, *An Introduction to Probability Theory and Its Applications*, volume 1, XIII.7.
///
/// - Parameter probability: of the outcome in one trial, 0 to 1.
/// - Returns: infinity where the outcome never comes.
public func expectedTrials(untilRunOf length: Int, probability: Double) -> Double {
  precondition(length > 0 && (0...1).contains(probability), "a run has a length and a chance")
  guard probability > 0 else { return .infinity }
  // 1/p + 1/p² + … + 1/pⁿ, the same sum, holds for p = 1 too.
  return (1...length).reduce((sum: 0.0, power: 1.0)) { state, _ in
    let power = state.power / probability
    return (state.sum + power, power)
  }.sum
}

/// How likely it is that at least `agreeing` of some observers miss the same probe.
///
/// - Parameters:
///   - agreeing: at least 1.
///   - observers: at least `agreeing`; each misses independently of the others, which observers
///     behind one router do not.
///   - loss: how likely it is that one of them misses, 0 to 1.
public func probabilityOfAgreement(
  _ agreeing: Int, of observers: Int, loss: Double
) -> Double {
  precondition((1...max(1, observers)).contains(agreeing), "some of the observers must agree")
  // An observer that misses is like a part that works: "at least m of k".
  let missing = Availability(unavailability: 1 - loss)
  return Availability.atLeast(
    agreeing, of: Array(repeating: missing, count: observers)
  ).share
}
