import GeoModel
import GeoSim
import Testing

/// A scenario with two standbys, in which anything may go wrong.
private func disordered(_ seed: UInt64, isFencing: Bool) -> FailoverScenario {
  var dice = SplitMix64(seed: seed)
  var scenario = FailoverScenario(
    topology: triangle, primary: "east", standbys: ["west", "north"],
    observers: ["north", "west"], clients: ["east", "west"])
  scenario.replication =
    [.asynchronous, .synchronous("west"), .anyOf(1), .all, .semiSynchronous(timeout: .seconds(1))][
      dice.integer(in: 0...4)]
  scenario.detector = .init(interval: .seconds(1), misses: 2, timeout: .milliseconds(500))
  scenario.writesPerSecond = 6
  scenario.flush = .milliseconds(100)
  scenario.lease = dice.happens(0.7) ? .seconds(dice.integer(in: 1...5)) : nil
  scenario.driftPartsPerMillion = 10_000
  scenario.promotion = dice.happens(0.2) ? .manual(after: .seconds(2)) : .automatic
  scenario.routing = dice.happens(0.5) ? .proxy : .dns(ttl: .seconds(3))
  scenario.fencesOldPrimary = isFencing
  scenario.jitter = 0.3
  scenario.incident = (0..<dice.integer(in: 2...6)).flatMap { _ in trouble(&dice) }
  scenario.seed = dice.next() >> 1
  scenario.duration = .seconds(40)
  return scenario
}

/// Something that goes wrong in the first half minute and is mended within ten seconds.
private func trouble(_ dice: inout SplitMix64) -> [RegionFault] {
  let regions: [RegionID] = ["east", "east", "west", "north"]
  let region = regions[dice.integer(in: 0...3)]
  let other = regions[dice.integer(in: 1...3)]
  let start = Duration.milliseconds(dice.integer(in: 1000...30_000))
  let end = start + .milliseconds(dice.integer(in: 100...10_000))
  switch dice.integer(in: 0...5) {
  case 0: return [RegionFault(.crash(region), at: start), RegionFault(.recover(region), at: end)]
  case 1: return [RegionFault(.pause(region), at: start), RegionFault(.resume(region), at: end)]
  case 2: return [RegionFault(.isolate(region), at: start), RegionFault(.rejoin(region), at: end)]
  case 3 where other != region:
    return [
      RegionFault(.cut(from: region, to: other), at: start),
      RegionFault(.heal(from: region, to: other), at: end),
    ]
  case 4 where other != region:
    return [
      RegionFault(.slow(from: region, to: other, factor: 20), at: start),
      RegionFault(.slow(from: region, to: other, factor: 1), at: end),
    ]
  default:
    // Two clocks that run 0.49 % too fast and too slow stay within the bound of 1 %.
    let rate = dice.integer(in: -4900...4900)
    return [RegionFault(.driftClock(region, partsPerMillion: rate), at: start)]
  }
}

@Test func `with fencing no schedule of 500 has a write in an old epoch after a newer one`() {
  var failovers = 0
  var accepted = 0
  for seed in 0..<500 as Range<UInt64> {
    let measurement = FailoverMeasurement(of: disordered(seed, isFencing: true))
    #expect(measurement.splitBrainWrites == 0, "seed \(seed)")
    failovers += measurement.failovers
    accepted += measurement.acceptedWrites
  }
  // Otherwise nothing was tried.
  #expect(failovers > 250)
  #expect(accepted > 40_000)
}

@Test func `without fencing some of the same schedules have one, with and without a lease`() {
  var found: Set<Bool> = []
  for seed in 0..<500 as Range<UInt64> where found.count < 2 {
    let scenario = disordered(seed, isFencing: false)
    guard FailoverMeasurement(of: scenario).splitBrainWrites > 0 else { continue }
    found.insert(scenario.lease != nil)
  }
  #expect(found == [true, false])
}

private func example(isFencing: Bool) -> FailoverScenario {
  var scenario = FailoverScenario.splitBrainExample(
    in: triangle, primary: "east", standby: "west", witness: "north")
  scenario.fencesOldPrimary = isFencing
  return scenario
}

@Test func `in the smallest schedule one write is accepted by a primary that no longer is one`() {
  let run = FailoverRun(example(isFencing: false))
  #expect(run.measurement.splitBrainWrites == 1)
  #expect(run.measurement.lostWrites == 1)
  let write = run.timeline.writes.first { $0.isSplitBrain }
  #expect(write?.epoch == 1)
  #expect(write?.accepted == .seconds(11))
}

@Test func `fencing refuses the write of the smallest schedule`() {
  let run = FailoverRun(example(isFencing: true))
  #expect(run.measurement.splitBrainWrites == 0)
  #expect(run.timeline.events.contains { $0.kind == .rejected("east", epoch: 1) })
}

@Test func `no schedule of one fault does it where there is a lease`() {
  let faults: [RegionFault.Change] = [
    .crash("east"), .pause("east"), .isolate("east"), .crash("west"), .pause("west"),
    .isolate("west"), .isolate("north"), .cut(from: "east", to: "north"),
    .cut(from: "north", to: "east"),
  ]
  for fault in faults {
    for milliseconds in stride(from: 5000, to: 5100, by: 5) {
      var scenario = example(isFencing: false)
      scenario.incident = [RegionFault(fault, at: .milliseconds(milliseconds))]
      #expect(FailoverMeasurement(of: scenario).splitBrainWrites == 0, "\(fault)")
    }
  }
}

/// Every way in which a fault of the primary can begin between two events of a run and end between
/// two later ones.
private func interleavings(isFencing: Bool) -> [FailoverScenario] {
  let kinds: [(begin: RegionFault.Change, end: RegionFault.Change)] = [
    (.pause("east"), .resume("east")), (.isolate("east"), .rejoin("east")),
    (.crash("east"), .recover("east")),
  ]
  var scenario = example(isFencing: isFencing)
  scenario.duration = .seconds(13)
  scenario.writesPerSecond = 3
  scenario.incident = []
  let beginnings = times(of: scenario, from: .seconds(5), to: .milliseconds(5400))
  return kinds.flatMap { kind in
    beginnings.flatMap { begin in
      var endless = scenario
      endless.incident = [RegionFault(kind.begin, at: begin)]
      return times(of: endless, from: .milliseconds(6500), to: .seconds(10)).map { end in
        var whole = endless
        whole.incident.append(RegionFault(kind.end, at: end))
        return whole
      }
    }
  }
}

/// The moments just after the events of a run.
private func times(of scenario: FailoverScenario, from: Duration, to: Duration) -> [Duration] {
  let all = FailoverRun(scenario).trace().steps.map {
    $0.world.time.sinceStart + .nanoseconds(1)
  }
  return all.filter { $0 >= from && $0 <= to }.reduce(into: []) { kept, time in
    if kept.last != time { kept.append(time) }
  }
}

@Test func `with fencing no fault of the primary does it, whenever it begins and ends`() {
  let all = interleavings(isFencing: true)
  #expect(all.count > 500)
  for scenario in all {
    #expect(
      FailoverMeasurement(of: scenario).splitBrainWrites == 0, "\(scenario.incident)")
  }
}

@Test func `without fencing some of these do it`() {
  #expect(
    interleavings(isFencing: false).contains {
      FailoverMeasurement(of: $0).splitBrainWrites > 0
    })
}

/// A false alarm, and the primary cut off with a slow clock shortly before or after it.
private func slowClock(bound: Int, isolatedAt time: Duration) -> FailoverScenario {
  var scenario = example(isFencing: true)
  scenario.flush = .milliseconds(1)
  scenario.observers = ["north", "west"]
  scenario.clients = ["east", "west"]
  scenario.writesPerSecond = 40
  scenario.lease = .seconds(5)
  scenario.driftPartsPerMillion = bound
  scenario.incident = [
    RegionFault(.driftClock("east", partsPerMillion: -90_000), at: .zero),
    RegionFault(.cut(from: "west", to: "east"), at: .seconds(3)),
    RegionFault(.isolate("east"), at: time),
  ]
  scenario.duration = .seconds(13)
  // With this one the alarm comes soon after a renewal of the lease.
  scenario.seed = 6
  return scenario
}

@Test func `a clock that is slower than the bound allows breaks the lease, one within does not`() {
  // A second of a clock that loses 9 % lasts 1.099 s.
  let times = stride(from: 4000, to: 6000, by: 50).map { Duration.milliseconds($0) }
  let within = times.map { FailoverMeasurement(of: slowClock(bound: 99_000, isolatedAt: $0)) }
  #expect(within.allSatisfy { $0.splitBrainWrites == 0 && $0.failovers > 0 })
  let beyond = times.map { FailoverMeasurement(of: slowClock(bound: 0, isolatedAt: $0)) }
  #expect(beyond.contains { $0.splitBrainWrites > 0 })
}

@Test func `a lease counts from the moment of asking, however long the answer takes`() {
  var scenario = example(isFencing: true)
  scenario.lease = .seconds(3)
  scenario.incident = [
    RegionFault(.slow(from: "north", to: "east", factor: 20), at: .seconds(2)),
    RegionFault(.isolate("east"), at: .seconds(8)),
  ]
  scenario.detector.timeout = .seconds(1)
  let events = FailoverRun(scenario).timeline.events
  // Asked for at 7 s, the last lease that is granted in time arrives at 7.84 s.
  #expect(events.first { $0.kind == .steppedDown("east") }?.time == .seconds(10))
}
