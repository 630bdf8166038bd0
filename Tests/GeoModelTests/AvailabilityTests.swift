import GeoModel
import Testing

@Test(
  arguments: [
    // share, downtime a year in seconds of 365 days
    (0.99, 315_360), (0.999, 31_536), (0.9999, 3153.6), (0.999_99, 315.36), (1, 0),
    (0, 31_536_000),
  ] as [(Double, Double)])
func `an availability is a budget of downtime`(share: Double, seconds: Double) {
  #expect(Availability(share).downtime() == .milliseconds(Int(seconds * 1000)))
}

@Test(
  arguments: [
    // share, RTO in seconds, incidents that fit in
    (0.9999, 120, 26), (0.9999, 30, 105), (0.9999, 2700, 1), (0.999, 3600, 8),
    // Without a remainder, where rounding could lose one.
    (0.99, 30, 10_512), (0.99, 10, 31_536), (0.9, 1, 3_153_600), (0.9999, 3154, 0),
  ] as [(Double, Int, Int)])
func `as many incidents fit in a budget as their RTO allows`(
  share: Double, rto: Int, incidents: Int
) {
  let budget = DowntimeBudget(Availability(share))
  #expect(budget.incidents(of: .seconds(rto)) == incidents)
}

@Test func `one incident of 45 minutes fits in four nines, two do not`() {
  let budget = DowntimeBudget(Availability(0.9999))
  #expect(budget.left(after: 1, of: .seconds(45 * 60)) == .milliseconds(453_600))
  #expect(budget.left(after: 2, of: .seconds(45 * 60)) < .zero)
  #expect(budget.rto(for: 4) == .milliseconds(788_400))
}

@Test(
  arguments: [
    // parts, needed, unavailability
    ([0.999, 0.999], 2, 0.001_999), ([0.999, 0.999], 1, 0.000_001),
    ([0.999, 0.999, 0.999], 2, 0.000_002_998), ([0.99, 0.9], 2, 0.109), ([], 0, 0),
  ] as [([Double], Int, Double)])
func `parts that are all needed, or some of them`(
  parts: [Double], needed: Int, unavailability: Double
) {
  let parts = parts.map { Availability($0) }
  let whole = Availability.atLeast(needed, of: parts)
  #expect(abs(whole.unavailability - unavailability) < 1e-12)
  if needed == parts.count {
    #expect(abs(Availability.series(parts).unavailability - unavailability) < 1e-12)
  }
}

@Test func `a cause in common undoes most of what a second part brings`() {
  let part = Availability(0.999)
  #expect(abs(part.pairSharing(0.05).share - 0.999_949_097_5) < 1e-12)
  #expect(abs(part.pairSharing(0).unavailability - 1e-6) < 1e-15)
  #expect(abs(part.pairSharing(1).unavailability - 1e-3) < 1e-15)
}

@Test func `availability is the time between failures out of all time`() {
  let availability = Availability(
    timeBetweenFailures: .seconds(999 * 3600), timeToRepair: .seconds(3600))
  #expect(abs(availability.share - 0.999) < 1e-12)
}

/// Every combination of parts that are up and down, summed by its likelihood.
@Test func `k of n agrees with all the cases, for many random parts`() {
  for seed in 0..<300 as Range<UInt64> {
    var dice = SplitMix64(seed: seed)
    let parts = (0..<dice.integer(in: 1...8)).map { _ in dice.availability() }
    let needed = dice.integer(in: 0...parts.count)
    let failing = (0..<(1 << parts.count)).filter { $0.nonzeroBitCount > parts.count - needed }
    let unavailability = failing.reduce(0.0) { sum, down in
      sum
        + parts.indices.reduce(1.0) { product, part in
          product * (down >> part & 1 == 1 ? parts[part].unavailability : parts[part].share)
        }
    }
    let computed = Availability.atLeast(needed, of: parts).unavailability
    #expect(abs(computed - unavailability) < 1e-12, "seed \(seed)")
  }
}

@Test func `a chain is worse than its worst part, and a spare never hurts`() {
  for seed in 0..<300 as Range<UInt64> {
    var dice = SplitMix64(seed: seed)
    let parts = (0..<dice.integer(in: 2...6)).map { _ in dice.availability() }
    let worst = parts.min() ?? Availability(1)
    #expect(Availability.series(parts).share <= worst.share + 1e-12)
    #expect(Availability.parallel(parts) >= parts.max() ?? worst)
    #expect(Availability.series(parts) == Availability.series(parts + [Availability(1)]))
    let shared = worst.pairSharing(Double(dice.integer(in: 0...100)) / 100)
    #expect(shared >= worst)
  }
}

@Test func `a failover that works nine times in ten spends most of its downtime on the tenth`() {
  let pair = FailoverPair(
    failuresPerYear: 4, coverage: 0.9, rto: .seconds(120), repair: .seconds(4 * 3600))
  #expect(pair.downtimePerYear == .seconds(432 + 5760))
  var perfect = pair
  perfect.coverage = 1
  #expect(perfect.downtimePerYear == .seconds(480))
  perfect.falseFailoversPerYear = 3
  #expect(perfect.downtimePerYear == .seconds(480 + 360))
  #expect(pair.availability.downtime() == pair.downtimePerYear)
}

/// A year as a thousand slots in each of which the primary may fail, many times over.
@Test func `the downtime of a failover pair agrees with simulated years`() {
  let pair = FailoverPair(
    failuresPerYear: 4, coverage: 0.9, rto: .seconds(120), repair: .seconds(3600),
    falseFailoversPerYear: 2)
  var dice = SplitMix64(seed: 11)
  let years = 4000
  var seconds = 0.0
  for _ in 0..<(years * 1000) {
    if dice.happens(0.004) { seconds += dice.happens(0.9) ? 120 : 3600 }
    if dice.happens(0.002) { seconds += 120 }
  }
  // 3.9 standard errors: the variance of a year is 4·(0.9·120² + 0.1·3600²) + 2·120² s².
  let error = 3.9 * (5_264_640.0 / Double(years)).squareRoot()
  #expect(abs(seconds / Double(years) - pair.downtimePerYear / .seconds(1)) < error)
}

extension SplitMix64 {
  /// From 0 to 1 in steps of a thousandth.
  mutating func availability() -> Availability {
    Availability(Double(integer(in: 0...1000)) / 1000)
  }

  /// Whether something happens that does with a probability given in millionths or coarser.
  mutating func happens(_ probability: Double) -> Bool {
    Double(integer(in: 0...999_999)) < (probability * 1e6).rounded()
  }
}
