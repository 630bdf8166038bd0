import GeoModel

/// The probes of a detector, up to the moment at which it declares the server dead.
struct DetectorRun: Sendable {
  struct Probe: Equatable, Sendable {
    let sent: Duration
    /// Whether an answer came in time.
    let isAnswered: Bool
    /// Whether the server was up, so that a miss is chance.
    let serverWasUp: Bool
    /// How many probes in a row are missed, this one included; 0 for one that is answered.
    let misses: Int
  }

  let detector: HeartbeatDetector
  /// In order; the last one completes the misses.
  let probes: [Probe]
  /// When the server dies; `nil` when it is declared dead before.
  let failure: Duration?

  /// - Parameters:
  ///   - failure: when the server dies.
  ///   - loss: how likely it is that a probe is lost, by the dice of `seed`.
  init(detector: HeartbeatDetector, failure: Duration, loss: Double, seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    var probes: [Probe] = []
    var misses = 0
    while misses < detector.misses {
      let sent = detector.interval * probes.count
      let isUp = sent < failure
      let isLost = Double(dice.integer(in: 0...999_999)) < loss * 1e6
      misses = isUp && !isLost ? 0 : misses + 1
      probes.append(
        Probe(sent: sent, isAnswered: isUp && !isLost, serverWasUp: isUp, misses: misses))
    }
    self.detector = detector
    self.probes = probes
    let isFalseAlarm = probes.last?.serverWasUp ?? false
    self.failure = isFalseAlarm ? nil : failure
  }

  /// When the detector declares the server dead.
  var alarm: Duration { judgement(of: probes[probes.count - 1]) }

  /// When the outcome of a probe is known; the way of a probe is left out, for it is short.
  func judgement(of probe: Probe) -> Duration {
    probe.isAnswered ? probe.sent : probe.sent + detector.timeout
  }

  /// How long the failure went unseen; `nil` for a false alarm.
  var detectionTime: Duration? { failure.map { alarm - $0 } }

  /// Between which moments such a failure is seen, whenever it happens; `nil` for a false alarm.
  var possibleAlarms: ClosedRange<Duration>? {
    failure.map { $0 + detector.earliest...$0 + detector.latest }
  }
}
