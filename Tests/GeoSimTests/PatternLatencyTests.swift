import GeoModel
import GeoSim
import Testing

/// Users of one place who stay there, and ask about one kind of thing.
private func homebodies(
  at place: RegionID, _ mix: Workload.Mix = Workload.Mix(counter: 0, set: 0, stock: 0)
) -> Workload {
  patternWorkload { workload in
    workload.clients = [Workload.Clients(region: place, users: 10)]
    workload.travellers = 0
    workload.mix = mix
  }
}

private func expectAll(
  _ distribution: Distribution?, take duration: Duration,
  location: SourceLocation = #_sourceLocation
) {
  #expect(distribution?.p50 == duration.milliseconds, sourceLocation: location)
  #expect(distribution?.maximum == duration.milliseconds, sourceLocation: location)
  // The mean of equal numbers may differ in its last bit.
  #expect(
    abs((distribution?.mean ?? 0) - duration.milliseconds) < 1e-9, sourceLocation: location)
}

struct PatternLatencyTests {
  @Test(arguments: [
    // pattern, where users are, what they wait for: reads, writes, in milliseconds
    (DesignPattern.readReplicas, "us", 5, 5), (.readReplicas, "eu", 5, 90),
    (.readReplicas, "ap", 5, 145), (.readReplicas, "sa", 95, 95),
    (.homeRegion, "us", 5, 5), (.homeRegion, "ap", 5, 5), (.homeRegion, "sa", 95, 95),
    (.activeActive, "eu", 5, 5), (.activeActive, "sa", 95, 95), (.tiered, "ap", 5, 5),
  ])
  func `what users wait for is known`(
    pattern: DesignPattern, place: RegionID, reads: Int, writes: Int
  ) {
    let measured = measured(pattern, homebodies(at: place))
    expectAll(measured.reads, take: .milliseconds(reads))
    expectAll(measured.writes, take: .milliseconds(writes))
  }

  @Test(arguments: DesignPattern.allCases, ["us", "eu", "ap", "sa"] as [RegionID])
  func `every request takes as long as the formula says`(
    pattern: DesignPattern, place: RegionID
  ) {
    let workload = homebodies(at: place)
    let expectation = PatternExpectation(workload, pattern.deployment)
    let measured = measured(pattern, workload)
    expectAll(measured.reads, take: expectation.read(from: 0))
    expectAll(measured.writes, take: expectation.write(from: 0, home: 0))
  }

  @Test(arguments: [("us", 90), ("eu", 175), ("ap", 230), ("sa", 180)] as [(RegionID, Int)])
  func `a sale takes the way to the leader and the commit of the group`(
    place: RegionID, milliseconds: Int
  ) {
    let workload = homebodies(at: place, Workload.Mix(counter: 0, set: 0, stock: 1))
    let expectation = PatternExpectation(workload, DesignPattern.tiered.deployment)
    #expect(expectation.sale(from: 0) == .milliseconds(milliseconds))
    expectAll(measured(.tiered, workload).writes, take: .milliseconds(milliseconds))
  }

  @Test func `a traveller waits for the region of his home where he is not`() {
    let workload = patternWorkload {
      $0.clients = [
        Workload.Clients(region: "eu", users: 10), Workload.Clients(region: "ap", users: 1),
      ]
      $0.travellers = 1
      $0.mix = Workload.Mix(counter: 0, set: 0, stock: 0)
    }
    let away = measured(.homeRegion, workload).places[1].writes
    #expect(away?.p50 == 135)
    #expect(
      PatternExpectation(workload, DesignPattern.homeRegion.deployment).write(from: 1, home: 0)
        == .milliseconds(135))
  }

  @Test(arguments: DesignPattern.allCases)
  func `a write is seen elsewhere after the way and the lag`(pattern: DesignPattern) throws {
    let workload = patternWorkload {
      $0.regions = ["us", "eu"]
      $0.mix.stock = 0
    }
    let visibility = try #require(measured(pattern, workload).visibility)
    expectAll(visibility, take: .milliseconds(42.5) + workload.lag)
    let expectation = PatternExpectation(workload, pattern.deployment)
    #expect(visibility.p50 == expectation.visibility(from: 0, at: 1).milliseconds)
    #expect(expectation.visibility(from: 1, at: 1) == .zero)
  }
}

/// Writers beside the primary and readers beside a copy: what can be missed is one stream.
private func readers(lag: Duration, seed: UInt64) -> Workload {
  patternWorkload(seed: seed) { workload in
    workload.regions = ["us", "eu"]
    workload.clients = [Workload.Clients(region: "eu", users: 20)]
    workload.travellers = 0
    workload.mix = Workload.Mix(counter: 1, set: 0, stock: 0)
    workload.readShare = 0.9
    workload.lag = lag
    workload.duration = .seconds(100)
  }
}

struct PatternStalenessTests {
  @Test(arguments: [0, 100, 500, 2000])
  func `the share and the age of stale reads follow from rate and delay`(lag: Int) throws {
    var stale = 0
    var age = 0.0
    var count = 0
    let workload = readers(lag: .milliseconds(lag), seed: 1)
    for seed in 1...3 {
      let measured = measured(.readReplicas, readers(lag: workload.lag, seed: UInt64(seed)))
      let ages = try #require(measured.staleness)
      stale += measured.staleReads
      count += ages.count
      age += ages.mean * Double(ages.count)
    }
    let expectation = PatternExpectation(workload, DesignPattern.readReplicas.deployment)
    let share = expectation.staleShare(from: 0, at: 1)
    // Reads between two writes are stale together, so that fewer chances are independent: as many
    // as there are writes, with four standard deviations.
    let margin = 4 * (share * (1 - share) / (Double(count) / 10)).squareRoot()
    #expect(abs(Double(stale) / Double(count) - share) < margin)
    let mean = expectation.meanStaleness(from: 0, at: 1).milliseconds
    #expect(abs(age / Double(count) - mean) < 0.1 * mean + 2)
  }

  @Test func `with hardly a write missing a read is hardly ever stale`() {
    let expectation = PatternExpectation(
      readers(lag: .zero, seed: 1), DesignPattern.readReplicas.deployment)
    // Two writes a second, 42.5 ms on their way: 1 − e^−0.085.
    #expect(abs(expectation.staleShare(from: 0, at: 1) - 0.08149) < 1e-4)
    #expect(expectation.staleShare(from: 0, at: 0) == 0)
    #expect(expectation.meanStaleness(from: 0, at: 0) == .zero)
  }

  @Test(arguments: DesignPattern.allCases)
  func `one region alone is never stale`(pattern: DesignPattern) {
    let measured = measured(pattern, patternWorkload { $0.regions = ["us"] })
    #expect(measured.staleReads == 0)
    #expect(measured.anomalies == 0)
    #expect(measured.unanswered == 0)
    #expect(measured.visibility == nil)
  }

  @Test(arguments: DesignPattern.allCases)
  func `without ways and lag nothing is stale`(pattern: DesignPattern) {
    let here = Topology(
      name: "", source: "", local: .zero, access: .zero, regions: patternWorld.regions,
      roundTrips: patternWorld.regions.indices.flatMap { i in
        patternWorld.regions.dropFirst(i + 1).map {
          RoundTrip(from: patternWorld.regions[i].id, to: $0.id, there: .zero)
        }
      })
    let workload = patternWorkload {
      $0.topology = here
      $0.lag = .zero
    }
    let measured = measured(pattern, workload)
    #expect(measured.staleReads == 0)
    #expect(measured.anomalies == 0)
    #expect(measured.reads?.maximum == 0)
  }
}
