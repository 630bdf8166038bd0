import GeoModel

/// What the formulas say about a scenario in which the primary fails once and nothing else does.
///
/// They hold without jitter and lost probes. Queues that the formulas need are in their mean.
public struct FailoverExpectation: Equatable, Sendable {
  /// The bounds and the mean of a time that depends on chance.
  public struct Span: Equatable, Sendable {
    public var least: Duration
    public var mean: Duration
    public var most: Duration

    init(_ fixed: Duration) { self.init(least: fixed, mean: fixed, most: fixed) }

    init(least: Duration, mean: Duration, most: Duration) {
      self.least = least
      self.mean = mean
      self.most = most
    }

    static func + (left: Span, right: Span) -> Span {
      Span(
        least: left.least + right.least, mean: left.mean + right.mean,
        most: left.most + right.most)
    }
  }

  /// With *m* of *k* observers, interval *I*, *n* misses and timeout *τ*: the *m*-th of *k* times,
  /// each uniform over (*n* − 1)·*I* + *τ* to *n·I* + *τ*, less the way of a probe and more the
  /// way of the alarm.
  public var detect: Span
  /// A person's time, then the lease stretched by drift, or the way to the standbys and back.
  public var decideAndFence: Span
  /// What is left of the log to be replayed at its rate, and the change of role.
  public var promote: Span
  public var warm: Span
  /// Half the time to live on average, at most all of it.
  public var route: Span
  /// The number of acknowledged writes on their way to the standby: *λ*·E[*L*]; `nil` where there
  /// is no formula.
  public var lostWrites: Double?
  /// The mean age of the oldest lost write; `nil` where there is no formula.
  public var rpo: Duration?

  public var total: Span { detect + decideAndFence + promote + warm + route }
}

extension FailoverScenario {
  /// - Returns: `nil` where something else happens than one failure of the primary, where it does
  ///   not lead to a failover for certain, or where the old primary cannot be fenced.
  public var expectation: FailoverExpectation? {
    guard let failure = PrimaryFailure(self), let detect = detection(of: failure),
      let decide = decision, let target = expectedTarget(after: failure),
      failure.outlasts(detect.most + decide.most)
    else { return nil }
    let promote = promotionTime(of: target, failure, after: detect.mean + decide.mean)
    let loss = expectedLoss(at: failure, to: target)
    return FailoverExpectation(
      detect: detect, decideAndFence: decide, promote: promote,
      warm: FailoverExpectation.Span(warmUp + topology.oneWay(from: target, to: coordinator)),
      route: routingTime, lostWrites: loss?.writes, rpo: loss?.age)
  }
}

extension FailoverScenario.Detector {
  var heartbeat: HeartbeatDetector {
    HeartbeatDetector(interval: interval, misses: misses, timeout: timeout)
  }
}

extension FailoverScenario {
  /// How long a healthy primary is probed on average until lost probes alone have it failed over.
  ///
  /// Several observers are taken to probe at the same time; `nil` where it never happens.
  public var timeToFalseAlarm: Duration? {
    let loss = probabilityOfAgreement(agreeing, of: watchers.count, loss: detector.probeLoss)
    return detector.heartbeat.timeToFalseAlarm(loss: loss)
  }
}

/// The one thing that goes wrong in a scenario.
struct PrimaryFailure: Equatable {
  enum Kind { case crash, isolation, pause }

  var kind: Kind
  var time: Duration
  /// When the region is well again; `nil` when never.
  var end: Duration?

  /// - Returns: `nil` where more, less or something else goes wrong.
  init?(_ scenario: FailoverScenario) {
    let incident = scenario.incident.sorted { $0.time < $1.time }
    guard let first = incident.first, incident.count <= 2 else { return nil }
    let ending: RegionFault.Change
    switch first.change {
    case .crash(scenario.primary): (kind, ending) = (.crash, .recover(scenario.primary))
    case .isolate(scenario.primary): (kind, ending) = (.isolation, .rejoin(scenario.primary))
    case .pause(scenario.primary): (kind, ending) = (.pause, .resume(scenario.primary))
    default: return nil
    }
    guard incident.dropFirst().allSatisfy({ $0.change == ending }) else { return nil }
    time = first.time
    end = incident.count > 1 ? incident[1].time : nil
  }

  /// Whether the failure lasts longer than some time.
  func outlasts(_ time: Duration) -> Bool { end.map { $0 - self.time > time } ?? true }
}
