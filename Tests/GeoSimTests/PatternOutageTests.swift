import GeoModel
import GeoSim
import Testing

/// A region is lost after eight of twenty seconds and failed over four seconds later.
private func outage(
  of region: RegionID, seed: UInt64 = 1, _ change: (inout Workload) -> Void = { _ in }
) -> Workload {
  patternWorkload(seed: seed) {
    $0.outage = Workload.Outage(region: region, time: .seconds(8), failover: .seconds(4))
    $0.travellers = 0
    change(&$0)
  }
}

struct PatternOutageTests {
  @Test(arguments: DesignPattern.allCases)
  func `users of the lost region wait for the failover`(pattern: DesignPattern) throws {
    let measured = measured(pattern, outage(of: "us"))
    let lost = measured.places[0]
    #expect(lost.unansweredReads > 0 && lost.unansweredWrites > 0)
    let down = try #require(lost.outage)
    #expect(down > .seconds(3) && down < .seconds(4))
  }

  @Test(arguments: [
    // pattern, lost region, whether others' writes fail, whether others' reads do
    (DesignPattern.readReplicas, "us", true, false), (.readReplicas, "eu", false, false),
    (.homeRegion, "us", false, false), (.activeActive, "us", false, false),
    (.tiered, "eu", false, false), (.tiered, "us", true, true),
  ])
  func `what fails elsewhere depends on who decides`(
    pattern: DesignPattern, region: RegionID, writes: Bool, reads: Bool
  ) {
    let others = measured(pattern, outage(of: region)).places.filter { $0.region != region }
    #expect(others.contains { $0.unansweredWrites > 0 } == writes)
    #expect(others.contains { $0.unansweredReads > 0 } == reads)
  }

  @Test func `a group elects sooner than a region is failed over`() throws {
    let workload = outage(of: "us") {
      $0.outage?.failover = .seconds(10)
      $0.mix = Workload.Mix(counter: 0, set: 0, stock: 1)
      $0.unitsPerArticle = 1000
    }
    let group = try #require(measured(.tiered, workload).places[1].outage)
    let primary = try #require(measured(.readReplicas, workload).places[1].outage)
    #expect(group < .seconds(5))
    #expect(primary > .seconds(9))
  }

  @Test(arguments: DesignPattern.allCases)
  func `in the end all regions that are left agree`(pattern: DesignPattern) {
    for seed in PatternAnomalyTests.seeds {
      for region in ["us", "eu", "ap"] as [RegionID] {
        let workload = outage(of: region, seed: seed)
        #expect(PatternRun(workload, pattern.deployment).isConverged, "seed \(seed), \(region)")
      }
    }
  }

  @Test func `what is gone is what the region had not sent: its writes of one lag`() {
    var gone = 0
    let seeds = 150
    for seed in 1...UInt64(seeds) {
      let workload = outage(of: "us", seed: seed) {
        $0.clients = [Workload.Clients(region: "us", users: 10)]
        $0.mix = Workload.Mix(counter: 0, set: 0, stock: 0)
        $0.duration = .seconds(9)
      }
      gone += measured(.activeActive, workload).goneWrites
    }
    // Ten users, four writes a second, half a second: two each time, but for the one whose answer
    // was still on its way to him.
    let expected = Double(seeds) * 4 * (0.5 - 0.0025)
    #expect(abs(Double(gone) - expected) < 4 * expected.squareRoot())
  }

  @Test(arguments: PatternAnomalyTests.seeds)
  func `a group loses nothing and sells no unit twice, whoever is lost`(seed: UInt64) {
    for region in ["us", "eu", "ap"] as [RegionID] {
      let workload = outage(of: region, seed: seed) {
        $0.mix = Workload.Mix(counter: 0, set: 0, stock: 1)
        $0.jitter = 0.3
      }
      let measured = measured(.tiered, workload)
      #expect(measured.goneWrites == 0)
      #expect(measured.oversold == 0)
      #expect(measured.lostUpdates == 0)
    }
  }

  @Test func `a new primary sells again what the old one sold and did not tell`() {
    let oversold = PatternAnomalyTests.seeds.map { seed in
      measured(
        .readReplicas,
        outage(of: "us", seed: seed) {
          $0.lag = .seconds(4)
          $0.mix = Workload.Mix(counter: 0, set: 0, stock: 1)
          $0.unitsPerArticle = 10
        }
      ).oversold
    }
    #expect(oversold.allSatisfy { $0 > 0 })
  }

  @Test(arguments: DesignPattern.allCases, [Workload.Session.none, .wait, .forward])
  func `the same seed gives the same run`(pattern: DesignPattern, session: Workload.Session) {
    let workload = outage(of: "eu", seed: 7) {
      $0.session = session
      $0.jitter = 0.2
    }
    #expect(measured(pattern, workload) == measured(pattern, workload))
    var other = workload
    other.seed = 8
    #expect(measured(pattern, workload) != measured(pattern, other))
  }

  @Test func `every pattern gets the same requests`() {
    for workload in [patternWorkload(seed: 3), outage(of: "us", seed: 3)] {
      let counts = workload.compared().map { measured in
        measured.measurement.places.map { place in
          [
            (place.reads?.count ?? 0) + place.unansweredReads,
            (place.writes?.count ?? 0) + place.unansweredWrites,
          ]
        }
      }
      #expect(Set(counts).count == 1)
      #expect(counts[0].joined().reduce(0, +) == workload.requests.count)
    }
  }

  @Test func `columns order the patterns, the least first`() {
    let workload = patternWorkload()
    for column in PatternColumn.allCases {
      let values = workload.compared(by: column).map { column.value(of: $0.measurement) }
      #expect(values == values.sorted(), "\(column)")
    }
    #expect(workload.compared().map(\.pattern) == DesignPattern.allCases)
    #expect(
      workload.compared([.tiered, .readReplicas]).map(\.pattern) == [.tiered, .readReplicas])
  }

  @Test func `a copy costs what it keeps, applies and is sent`() {
    let workload = patternWorkload {
      $0.mix.stock = 0
      $0.travellers = 0
    }
    let cost = measured(.activeActive, workload).cost
    // Three regions; two messages for each write, and no request leaves its region.
    #expect(cost == PatternCost(copies: 3, appliedPerWrite: 3, crossingsPerWrite: 2))
    #expect(abs(cost.bills() - (0.5 * 3 + 0.5 * (3 + 0.2))) < 1e-12)
    let alone = measured(.activeActive, patternWorkload { $0.regions = ["us"] }).cost
    #expect(alone.copies == 1 && alone.appliedPerWrite == 1)
  }
}

struct PatternEdgeTests {
  static let edges: [@Sendable (inout Workload) -> Void] = [
    { $0.duration = .nanoseconds(1) },
    { $0.readShare = 1 },
    { $0.readShare = 0 },
    { $0.unitsPerArticle = 0 },
    { $0.articles = 1 },
    { $0.lag = .zero },
    { $0.lag = .seconds(60) },
    { $0.jitter = 2 },
    { $0.clients = [Workload.Clients(region: "sa", users: 1)] },
    { $0.travellers = 1 },
    { $0.regions = ["ap"] },
    { $0.regions = ["us", "eu"] },
    { $0.outage = Workload.Outage(region: "us", time: .zero, failover: .zero) },
    { $0.outage = Workload.Outage(region: "ap", time: .seconds(19), failover: .seconds(60)) },
    { $0.mix = Workload.Mix(counter: 0, set: 1, stock: 0) },
  ]

  @Test(arguments: edges.indices, DesignPattern.allCases)
  func `at its edges a workload runs to its end, and nothing is counted twice`(
    edge: Int, pattern: DesignPattern
  ) {
    let workload = patternWorkload {
      $0.session = .wait
      Self.edges[edge](&$0)
    }
    let measured = measured(pattern, workload)
    let answered = (measured.reads?.count ?? 0) + (measured.writes?.count ?? 0)
    #expect(answered + measured.unanswered == workload.requests.count)
    #expect(measured.anomalies >= 0)
    #expect(measured.lostUpdates >= 0)
  }
}
