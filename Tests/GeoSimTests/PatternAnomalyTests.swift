import GeoModel
import GeoSim
import Testing

struct PatternAnomalyTests {
  static let seeds = (1...6).map(UInt64.init)

  @Test(arguments: [("us", 0), ("eu", 0.0470), ("ap", 0.0470)] as [(RegionID, Double)])
  func `how often an own write is missed follows from the lag`(
    place: RegionID, share: Double
  ) throws {
    let workload = patternWorkload {
      $0.clients = [Workload.Clients(region: place, users: 30)]
      $0.travellers = 0
      $0.mix = Workload.Mix(counter: 0, set: 0, stock: 0)
      $0.readShare = 0.9
      $0.lag = .milliseconds(486)
      $0.duration = .seconds(60)
    }
    let expected = PatternExpectation(workload, DesignPattern.readReplicas.deployment)
      .brokenReadYourWrites(at: 0, home: 0)
    #expect(abs(expected - share) < 1e-4)
    let measured = measured(.readReplicas, workload)
    let count = try #require(measured.reads).count
    let margin = 4 * (share / Double(count) * 10).squareRoot()
    #expect(abs(Double(measured.brokenReadYourWrites) / Double(count) - expected) <= margin)
  }

  @Test func `news that travel with the answer break nothing`() {
    let workload = patternWorkload {
      $0.travellers = 0
      $0.lag = .milliseconds(5)
    }
    #expect(measured(.readReplicas, workload).brokenReadYourWrites == 0)
  }

  @Test(arguments: DesignPattern.allCases, [Workload.Session.wait, .forward])
  func `with tokens no read goes back, whatever the delays do`(
    pattern: DesignPattern, session: Workload.Session
  ) {
    for seed in Self.seeds {
      let measured = measured(
        pattern,
        patternWorkload(seed: seed) {
          $0.session = session
          $0.jitter = 0.4
          $0.travellers = 0.5
        })
      #expect(measured.brokenReadYourWrites == 0, "seed \(seed)")
      #expect(measured.brokenMonotonicReads == 0, "seed \(seed)")
      #expect(measured.unanswered == 0, "seed \(seed)")
    }
  }

  @Test(arguments: DesignPattern.allCases)
  func `without tokens reads do go back, and are sooner there`(pattern: DesignPattern) throws {
    let free = measured(pattern, patternWorkload { $0.travellers = 0.5 })
    let bound = measured(
      pattern,
      patternWorkload {
        $0.travellers = 0.5
        $0.session = .wait
      })
    #expect(free.brokenReadYourWrites > 0)
    #expect(try #require(free.reads).mean < #require(bound.reads).mean)
    #expect(free.writes == bound.writes)
  }

  @Test func `to forward takes at most a round trip, to wait at most the lag`() throws {
    func longest(_ session: Workload.Session) throws -> Double {
      let workload = patternWorkload {
        $0.session = session
        $0.travellers = 0
        $0.lag = .seconds(2)
      }
      return try #require(measured(.readReplicas, workload).reads).maximum
    }
    #expect(try longest(.none) == 5)
    #expect(try longest(.forward) == 145)
    let wait = try longest(.wait)
    #expect(wait > 145 && wait < 2070)
  }

  @Test(arguments: seeds)
  func `updates are lost only where many regions replace a whole value`(seed: UInt64) {
    let workload = patternWorkload(seed: seed) { $0.travellers = 0 }
    for pattern in DesignPattern.allCases {
      let run = PatternRun(workload, pattern.deployment)
      #expect((run.measurement.lostUpdates > 0) == (pattern == .homeRegion), "\(pattern)")
      #expect(run.isConverged, "\(pattern)")
    }
  }

  @Test(arguments: seeds)
  func `a traveller overwrites himself where two regions write for him`(seed: UInt64) {
    let workload = patternWorkload(seed: seed) {
      $0.travellers = 1
      $0.mix = Workload.Mix(counter: 0, set: 0, stock: 0)
      $0.lag = .seconds(2)
    }
    #expect(measured(.activeActive, workload).lostUpdates > 0)
    #expect(measured(.homeRegion, workload).lostUpdates == 0)
    #expect(measured(.readReplicas, workload).lostUpdates == 0)
  }

  @Test(arguments: seeds)
  func `one who decides sells no unit twice`(seed: UInt64) {
    let workload = patternWorkload(seed: seed) { $0.lag = .seconds(2) }
    #expect(measured(.readReplicas, workload).oversold == 0)
    #expect(measured(.tiered, workload).oversold == 0)
    #expect(measured(.activeActive, workload).oversold > 0)
    #expect(measured(.homeRegion, workload).oversold > 0)
  }

  @Test func `a pattern with a wrong part is caught by the same numbers`() {
    let workload = patternWorkload {
      $0.travellers = 0
      $0.lag = .seconds(2)
    }
    let replacing = Deployment(
      writer: .nearest, merging: .lastWriter, hasConsensusForStock: true)
    #expect(PatternRun(workload, replacing).measurement.lostUpdates > 0)
    let merging = Deployment(writer: .home, merging: .replicatedTypes)
    #expect(PatternRun(workload, merging).measurement.lostUpdates == 0)
    #expect(PatternRun(workload, merging).measurement.oversold > 0)
  }
}
