import GeoModel
import Testing

@Test(
  arguments: [
    // interval, misses, timeout, earliest, latest in s, mean in ms
    (30, 3, 10, 70, 100, 85_000), (10, 3, 4, 24, 34, 29_000), (1, 3, 1, 3, 4, 3500),
    (5, 1, 0, 0, 5, 2500),
  ] as [(Int, Int, Int, Int, Int, Int)])
func `detection takes as long as the missed probes and the last timeout`(
  interval: Int, misses: Int, timeout: Int, earliest: Int, latest: Int, mean: Int
) {
  let detector = HeartbeatDetector(
    interval: .seconds(interval), misses: misses, timeout: .seconds(timeout))
  #expect(detector.earliest == .seconds(earliest))
  #expect(detector.latest == .seconds(latest))
  #expect(detector.mean == .milliseconds(mean))
  #expect(detector.detection(failingAfterProbe: .zero) == detector.latest)
  #expect(detector.detection(failingAfterProbe: .seconds(interval)) == detector.earliest)
}

@Test(arguments: [
  // misses, loss, days to the first false alarm at 30 s
  (3, 0.01, 350.8), (2, 0.01, 3.507), (3, 0.05, 2.924),
])
func `chance alone has a healthy server declared dead`(misses: Int, loss: Double, days: Double) {
  let detector = HeartbeatDetector(
    interval: .seconds(30), misses: misses, timeout: .seconds(10))
  let time = detector.timeToFalseAlarm(loss: loss)
  #expect(abs((time ?? .zero) / .seconds(86_400) - days) < days / 1000)
}

@Test func `a probe that is never lost raises no false alarm, one that always is raises it soon`() {
  let detector = HeartbeatDetector(interval: .seconds(30), misses: 3, timeout: .seconds(10))
  #expect(detector.timeToFalseAlarm(loss: 0) == nil)
  #expect(detector.timeToFalseAlarm(loss: 1e-9) == nil)
  #expect(detector.timeToFalseAlarm(loss: 1) == .seconds(90))
  #expect(expectedTrials(untilRunOf: 1, probability: 0.25) == 4)
}

@Test(arguments: [
  // agreeing, observers, loss, probability
  (2, 3, 0.01, 0.000_298), (3, 5, 0.01, 0.000_009_850_6), (1, 1, 0.01, 0.01),
  (1, 3, 0.01, 0.029_701), (3, 3, 0.5, 0.125),
])
func `observers that must agree are seldom wrong together`(
  agreeing: Int, observers: Int, loss: Double, probability: Double
) {
  let agreement = probabilityOfAgreement(agreeing, of: observers, loss: loss)
  #expect(abs(agreement - probability) < 1e-9)
}

/// Failures at random moments, probe by probe: the detector of the test only counts.
@Test func `the detection time agrees with a detector that is stepped`() {
  var dice = SplitMix64(seed: 3)
  for _ in 0..<1000 {
    let interval = dice.integer(in: 1...60_000)
    let misses = dice.integer(in: 1...5)
    let timeout = dice.integer(in: 0...90_000)
    let phase = dice.integer(in: 0...interval)
    var probe = interval - phase
    for _ in 1..<misses { probe += interval }
    let detector = HeartbeatDetector(
      interval: .milliseconds(interval), misses: misses, timeout: .milliseconds(timeout))
    let detection = detector.detection(failingAfterProbe: .milliseconds(phase))
    #expect(detection == .milliseconds(probe + timeout))
    #expect((detector.earliest...detector.latest).contains(detection))
  }
}

@Test func `the mean detection time is that of random moments`() {
  let detector = HeartbeatDetector(interval: .seconds(30), misses: 3, timeout: .seconds(10))
  var dice = SplitMix64(seed: 5)
  let trials = 20_000
  let sum = (0..<trials).reduce(0) { sum, _ in
    sum + 30_000 * 2 + 10_000 + dice.integer(in: 0...30_000)
  }
  // 3.9 standard errors of a uniform 30 s: 3.9 × 8660 ms / √20000.
  #expect(abs(Double(sum) / Double(trials) - detector.mean / .milliseconds(1)) < 239)
}

@Test(arguments: [(2, 0.2, 1), (3, 0.25, 2), (1, 0.01, 3), (4, 0.5, 4)] as [(Int, Double, UInt64)])
func `the probes to the first run of misses agree with simulated probes`(
  length: Int, probability: Double, seed: UInt64
) {
  var dice = SplitMix64(seed: seed)
  let trials = 20_000
  var sum = 0.0
  var squares = 0.0
  for _ in 0..<trials {
    var probes = 0.0
    var run = 0
    while run < length {
      probes += 1
      run = dice.happens(probability) ? run + 1 : 0
    }
    sum += probes
    squares += probes * probes
  }
  let mean = sum / Double(trials)
  let error = 3.9 * ((squares / Double(trials) - mean * mean) / Double(trials)).squareRoot()
  #expect(abs(mean - expectedTrials(untilRunOf: length, probability: probability)) < error)
}
