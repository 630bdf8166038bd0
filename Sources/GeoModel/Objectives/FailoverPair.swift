/// A primary with a standby that does not always take over.
public struct FailoverPair: Equatable, Sendable {
  /// How often the primary fails in a year.
  public var failuresPerYear: Double
  /// How likely it is that the standby takes over when it should, 0 to 1: the *coverage*.
  public var coverage: Double
  /// How long a failover takes.
  public var rto: Duration
  /// How long people need when the failover does not work.
  public var repair: Duration
  /// How often a year a healthy primary is failed over.
  public var falseFailoversPerYear: Double

  public init(
    failuresPerYear: Double, coverage: Double, rto: Duration, repair: Duration,
    falseFailoversPerYear: Double = 0
  ) {
    precondition(failuresPerYear >= 0 && falseFailoversPerYear >= 0, "a rate is 0 or more")
    precondition((0...1).contains(coverage), "a probability is 0 to 1")
    self.failuresPerYear = failuresPerYear
    self.coverage = coverage
    self.rto = rto
    self.repair = repair
    self.falseFailoversPerYear = falseFailoversPerYear
  }

  /// The expected downtime of a year: *f·c*·RTO + *f*·(1 − *c*)·MTTR + *f*₀·RTO, to the
  /// microsecond.
  ///
  /// Failures that come while the last one is repaired are counted twice, which matters only for
  /// what fails all the time.
  public var downtimePerYear: Duration {
    let failovers = failuresPerYear * coverage + falseFailoversPerYear
    let repairs = failuresPerYear * (1 - coverage)
    let microseconds =
      rto / .microseconds(1) * failovers + repair / .microseconds(1) * repairs
    return .microseconds(microseconds.rounded())
  }

  /// 0 where the expected downtime is a year or more.
  public var availability: Availability {
    Availability(unavailability: min(1, downtimePerYear / .year))
  }
}
