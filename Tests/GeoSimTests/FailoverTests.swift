import GeoModel
import GeoSim
import Testing

/// A scenario with its times drawn together, so that a trial is a few hundred events.
private func briefPair(
  _ change: (inout FailoverScenario) -> Void = { _ in }
) -> FailoverScenario {
  var scenario = pair()
  scenario.detector = .init(interval: .seconds(2), misses: 2, timeout: .seconds(1))
  scenario.lease = .seconds(3)
  scenario.roleChange = .milliseconds(500)
  scenario.warmUp = .milliseconds(250)
  scenario.routing = .dns(ttl: .seconds(2))
  scenario.writesPerSecond = 20
  scenario.duration = .seconds(18)
  scenario.incident = [RegionFault(.crash("east"), at: .seconds(5))]
  change(&scenario)
  return scenario
}

/// Whether trials agree with a number, with one chance in a thousand that they do not.
private func expectMean(
  _ distribution: Distribution?, is expected: Double?, _ what: Comment,
  location: SourceLocation = #_sourceLocation
) {
  guard let distribution, let expected else {
    Issue.record("nothing to compare: \(what)", sourceLocation: location)
    return
  }
  let allowance = distribution.margin * 1.68 + 1e-6
  #expect(
    abs(distribution.mean - expected) <= allowance,
    "\(what): measured \(distribution.mean) ± \(distribution.margin), expected \(expected)",
    sourceLocation: location)
}

private func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

private func expectFormulas(_ scenario: FailoverScenario, trials count: Int = 80) throws {
  let expected = try #require(scenario.expectation)
  let trials = FailoverTrials(scenario, trials: count, seed: 11)
  #expect(trials.measurements.allSatisfy { $0.rto != nil && $0.falseFailovers == 0 })
  let parts: [(KeyPath<RecoveryTime, Duration>, FailoverExpectation.Span, Comment)] = [
    (\.detect, expected.detect, "detect"),
    (\.decideAndFence, expected.decideAndFence, "decide and fence"),
    (\.promote, expected.promote, "promote"), (\.warm, expected.warm, "warm"),
    (\.route, expected.route, "route"), (\.total, expected.total, "total"),
  ]
  for (part, span, name) in parts {
    let measured = trials.distribution(seconds: { $0.rto?[keyPath: part] })
    expectMean(measured, is: seconds(span.mean), name)
  }
  let recoveries = trials.measurements.compactMap(\.rto)
  let detection = expected.detect.least...expected.detect.most
  #expect(recoveries.allSatisfy { detection.contains($0.detect) })
  let route = expected.route.least...expected.route.most
  #expect(recoveries.allSatisfy { route.contains($0.route) })
  if let lost = expected.lostWrites {
    expectMean(trials.distribution { Double($0.lostWrites) }, is: lost, "lost writes")
  }
  if let rpo = expected.rpo {
    expectMean(trials.distribution(seconds: { $0.rpo }), is: seconds(rpo), "rpo")
  }
}

// MARK: - The formulas

@Test(arguments: [
  FailoverScenario.Replication.asynchronous, .synchronous("west"), .anyOf(1), .all,
  .semiSynchronous(timeout: .seconds(1)),
])
func `a crash costs what the formulas say, whoever decides`(
  replication: FailoverScenario.Replication
) throws {
  for promotion in [FailoverScenario.Promotion.automatic, .manual(after: .seconds(2))] {
    try expectFormulas(
      briefPair {
        $0.replication = replication
        $0.promotion = promotion
      })
  }
}

@Test(arguments: [RegionFault.Change.isolate("east"), .pause("east")])
func `an isolation and a pause are recovered from as the formulas say`(
  fault: RegionFault.Change
) throws {
  try expectFormulas(
    briefPair {
      $0.incident = [RegionFault(fault, at: .seconds(5))]
      $0.clients = ["west", "north"]
    })
}

@Test(arguments: [
  // lease, drift in parts in a million, wait in milliseconds
  (3, 0, 3000),
  (10, 200, 10_002),
  (4, 50_000, 4200),
])
func `fencing waits for the lease, stretched by drift`(lease: Int, drift: Int, wait: Int) throws {
  let scenario = briefPair {
    $0.lease = .seconds(lease)
    $0.driftPartsPerMillion = drift
    $0.duration = .seconds(30)
  }
  #expect(scenario.expectation?.decideAndFence.mean == .milliseconds(wait))
  let recovery = try #require(FailoverMeasurement(of: scenario).rto)
  #expect(recovery.decideAndFence == .milliseconds(wait))
}

@Test func `without a lease a synchronous standby is the fence`() throws {
  let scenario = briefPair {
    $0.lease = nil
    $0.replication = .synchronous("west")
  }
  #expect(scenario.expectation?.decideAndFence.mean == .milliseconds(80))
  try expectFormulas(scenario, trials: 50)
}

@Test func `two of three observers agree when the second of them has missed enough`() throws {
  try expectFormulas(
    briefPair {
      $0.observers = ["north", "west", "north"]
      $0.detector.agree = 2
    }, trials: 400)
}

@Test func `detection takes (n − 1)·I + τ to n·I + τ, less the probe's way`() throws {
  let scenario = briefPair {
    $0.detector = .init(interval: .seconds(3), misses: 3, timeout: .seconds(1))
    $0.duration = .seconds(24)
  }
  let way = triangle.roundTrip("north", "east") - triangle.local / 2
  #expect(scenario.expectation?.detect.least == .seconds(7) - way)
  #expect(scenario.expectation?.detect.most == .seconds(10) - way)
  try expectFormulas(scenario, trials: 100)
}

@Test func `a limited link adds the wait of its queue to the loss`() throws {
  try expectFormulas(
    briefPair {
      $0.writesPerSecond = 40
      $0.shipPerSecond = 50
    }, trials: 300)
}

@Test func `a link slower than the writes loses what has piled up`() throws {
  let scenario = briefPair {
    $0.writesPerSecond = 60
    $0.shipPerSecond = 30
    $0.hasRegularWrites = true
    $0.duration = .seconds(14)
  }
  // Half of five seconds' writes, and those on the way.
  #expect(scenario.expectation?.lostWrites.map { $0.rounded() } == 151)
  let trials = FailoverTrials(scenario, trials: 20, seed: 3)
  for measurement in trials.measurements { #expect((149...153).contains(measurement.lostWrites)) }
}

@Test func `a standby slower than the writes replays for as long as it is behind`() throws {
  let scenario = briefPair {
    $0.writesPerSecond = 60
    $0.applyPerSecond = 10
    $0.hasRegularWrites = true
    $0.incident = [RegionFault(.crash("east"), at: .seconds(5))]
    $0.duration = .seconds(45)
  }
  try expectFormulas(scenario, trials: 20)
}

// MARK: - What is lost and what is not

@Test func `a named synchronous standby loses no acknowledged write when it takes over`() {
  for fault in [RegionFault.Change.crash("east"), .isolate("east"), .pause("east")] {
    let scenario = briefPair {
      $0.topology = triangle
      $0.standbys = ["north", "west"]
      $0.observers = ["west"]
      $0.replication = .synchronous("west")
      $0.clients = ["east", "west"]
      $0.incident = [RegionFault(fault, at: .seconds(5))]
    }
    let trials = FailoverTrials(scenario, trials: 40, seed: 5)
    #expect(trials.measurements.allSatisfy { $0.lostWrites == 0 && $0.failovers == 1 })
  }
}

@Test func `the named standby is waited for when another one could take over`() throws {
  let scenario = briefPair {
    $0.standbys = ["north", "west"]
    $0.replication = .synchronous("west")
    $0.incident = [
      RegionFault(.cut(from: "east", to: "north"), at: .seconds(2)),
      RegionFault(.isolate("west"), at: .seconds(5)),
      RegionFault(.crash("east"), at: .seconds(5)),
      RegionFault(.rejoin("west"), at: .seconds(14)),
    ]
    $0.duration = .seconds(25)
  }
  let run = FailoverRun(scenario)
  #expect(run.measurement.lostWrites == 0)
  #expect(run.measurement.acceptedWrites > 80)
  let chosen = try #require(run.timeline.events.first { $0.kind == .chosen("west", epoch: 2) })
  #expect(chosen.time > .seconds(14))
}

/// The standby is cut off before the primary crashes.
private func semiSynchronous(cut: Duration) -> FailoverScenario {
  briefPair {
    $0.replication = .semiSynchronous(timeout: .seconds(1))
    $0.incident = [
      RegionFault(.cut(from: "east", to: "west"), at: cut),
      RegionFault(.crash("east"), at: .seconds(5)),
    ]
  }
}

@Test func `semi-synchronous replication loses what it accepted after it fell back`() {
  let fallen = FailoverTrials(semiSynchronous(cut: .seconds(2)), trials: 60, seed: 2)
  // 20 writes a second for three seconds, those of the first included: they waited and were told.
  expectMean(fallen.distribution { Double($0.lostWrites) }, is: 20 * (3 + 0.04), "lost writes")
  let waiting = FailoverTrials(semiSynchronous(cut: .milliseconds(4500)), trials: 60, seed: 2)
  #expect(waiting.measurements.allSatisfy { $0.lostWrites == 0 })
}

@Test func `semi-synchronous replication waits again once a standby has caught up`() {
  var scenario = semiSynchronous(cut: .seconds(2))
  scenario.incident[1] = RegionFault(.heal(from: "east", to: "west"), at: .seconds(5))
  scenario.incident.append(RegionFault(.crash("east"), at: .seconds(8)))
  let run = FailoverRun(scenario)
  let kinds = run.timeline.events.map(\.kind)
  #expect(kinds.filter { $0 == .fellBack("east") }.count == 1)
  #expect(kinds.filter { $0 == .caughtUp("east") }.count == 1)
  #expect(run.measurement.lostWrites == 0)
}

@Test func `a failure that ends before it is seen costs its own length and no write`() throws {
  for fault in [
    (RegionFault.Change.crash("east"), RegionFault.Change.recover("east")),
    (.isolate("east"), .rejoin("east")),
  ] {
    for promotion in [FailoverScenario.Promotion.automatic, .manual(after: .seconds(2))] {
      let scenario = briefPair {
        $0.clients = ["west"]
        $0.promotion = promotion
        $0.lease = .seconds(5)
        $0.duration = .seconds(12)
        $0.incident = [
          RegionFault(fault.0, at: .seconds(5)),
          RegionFault(fault.1, at: .milliseconds(6500)),
        ]
      }
      #expect(scenario.expectation == nil)
      let trials = FailoverTrials(scenario, trials: 60, seed: 7)
      #expect(trials.measurements.allSatisfy { $0.failovers == 0 && $0.lostWrites == 0 })
      // On each side a write's mean distance. Then a database that was down asks whether it is
      // still the primary, which takes longer than the first write's way to it.
      let wait = fault.0 == .crash("east") ? 0.08 : 0.04
      expectMean(
        trials.distribution(seconds: { $0.interruption }), is: 1.5 + 2 / 20 + wait, "interruption")
    }
  }
}

@Test func `a person does not fail over what is well again`() {
  let scenario = briefPair {
    $0.promotion = .manual(after: .seconds(6))
    $0.incident.append(RegionFault(.recover("east"), at: .seconds(10)))
  }
  let run = FailoverRun(scenario)
  #expect(run.measurement.failovers == 0)
  #expect(run.timeline.events.contains { $0.kind == .stoodDown("east") })
}

// MARK: - False alarms

@Test func `lost probes fail a healthy primary over as often as the formula says`() throws {
  let scenario = briefPair {
    $0.detector = .init(interval: .seconds(1), misses: 2, timeout: .milliseconds(500))
    $0.detector.probeLoss = 0.3
    $0.writesPerSecond = 0.01
    $0.incident = []
    $0.duration = .seconds(400)
  }
  let expected = try #require(scenario.timeToFalseAlarm)
  // 1/p + 1/p², in intervals.
  #expect(abs(seconds(expected) - (1 / 0.3 + 1 / 0.09)) < 0.001)
  let trials = FailoverTrials(scenario, trials: 150, seed: 4)
  #expect(trials.measurements.allSatisfy { $0.falseFailovers > 0 && $0.rto == nil })
  // The first probe is sent after half an interval, on average, and the last one times out.
  expectMean(
    trials.distribution(seconds: { $0.firstAgreement }),
    is: seconds(expected) - 1 + 0.5 + 0.5, "time to the first false alarm")
}

// MARK: - The old primary comes back

@Test func `an old primary that comes back is fenced, follows, and gives up what it had alone`() {
  let scenario = briefPair { $0.incident.append(RegionFault(.recover("east"), at: .seconds(14))) }
  let runs = (1...20 as ClosedRange<UInt64>).map { seed in
    var scenario = scenario
    scenario.seed = seed
    return FailoverRun(scenario)
  }
  let lost = runs.filter { $0.measurement.lostWrites > 0 }
  #expect(!lost.isEmpty)
  for run in lost {
    let discarded = run.timeline.events.compactMap { event in
      if case .rejoined("east", let count) = event.kind { count } else { nil }
    }
    #expect(discarded.count == 1)
    #expect((discarded.first ?? 0) >= run.measurement.lostWrites)
    #expect(run.timeline.lanes[0].roles.last?.value == .standby)
  }
}

@Test func `without lease and fencing it goes on as if nothing had happened`() {
  let scenario = briefPair {
    $0.lease = nil
    $0.fencesOldPrimary = false
    $0.routing = .dns(ttl: .seconds(2), stubbornPart: 1, stubbornTTL: .seconds(600))
    $0.clients = ["east", "west"]
    $0.incident.append(RegionFault(.recover("east"), at: .seconds(14)))
  }
  let run = FailoverRun(scenario)
  #expect(run.timeline.lanes[0].roles.last?.value == .primary(epoch: 1))
  #expect(run.timeline.lanes[1].roles.last?.value == .primary(epoch: 2))
}

@Test func `without a lease fencing waits for an old primary that cannot be asked`() {
  let run = FailoverRun(briefPair { $0.lease = nil })
  #expect(run.measurement.rto == nil)
  #expect(run.timeline.events.last?.kind == .fencing("east", epoch: 2))
  #expect(briefPair { $0.lease = nil }.expectation == nil)
}

// MARK: - The run as a value

@Test func `a scenario and a seed give the same bytes, another seed others`() {
  func text(_ seed: UInt64) -> String {
    FailoverRun(
      briefPair {
        $0.seed = seed
        $0.jitter = 0.3
      }
    ).trace().text
  }
  #expect(text(3) == text(3))
  #expect(text(3) != text(4))
}

@Test func `timeline and measurement tell the same story`() {
  for seed in 1...10 as ClosedRange<UInt64> {
    let run = FailoverRun(
      briefPair {
        $0.seed = seed
        $0.clients = ["east", "north"]
      })
    let writes = run.timeline.writes
    #expect(writes.count == run.measurement.attemptedWrites)
    #expect(writes.count { $0.accepted != nil } == run.measurement.acceptedWrites)
    #expect(writes.count { $0.isAcknowledged } == run.measurement.acknowledgedWrites)
    #expect(writes.count { $0.isLost } == run.measurement.lostWrites)
    #expect(run.timeline.events.map(\.time) == run.timeline.events.map(\.time).sorted())
    #expect(run.measurement == FailoverMeasurement(of: run.scenario))
  }
}

@Test func `a lane has no gaps, and a failover is told in its order`() {
  let run = FailoverRun(briefPair())
  for lane in run.timeline.lanes {
    #expect(lane.roles.first?.start == .zero)
    #expect(lane.roles.last?.end == run.scenario.duration)
    for (one, next) in zip(lane.roles, lane.roles.dropFirst()) { #expect(one.end == next.start) }
  }
  let kinds = run.timeline.events.map(\.kind)
  #expect(
    kinds == [
      .fault(.crash("east")), .suspected("east", by: "north"), .agreed("east"),
      .fencing("east", epoch: 2), .chosen("west", epoch: 2), .promoted("west", epoch: 2),
      .opened("west", epoch: 2), .routed(client: 0, to: "west"),
    ])
}

@Test func `a standby that does not keep up is stale by what it has not replayed`() throws {
  let run = FailoverRun(
    briefPair {
      $0.writesPerSecond = 40
      $0.applyPerSecond = 20
      $0.hasRegularWrites = true
      $0.incident = []
    })
  let last = try #require(run.timeline.lags.last)
  // The age grows by (λ − μ)/λ seconds a second: by half.
  #expect(abs(seconds(last.staleness) - seconds(last.time) / 2) < 0.1)
  #expect(abs(Double(last.backlog) - 20 * seconds(last.time)) < 5)
  #expect(last.missing <= 3)
}
