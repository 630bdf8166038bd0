import GeoModel
import GeoSim
import Testing

private func world(seed: UInt64, count: Int) -> Topology {
  var dice = SplitMix64(seed: seed)
  let regions = (0..<count).map { number in
    Region(
      id: RegionID("r\(number)"), name: "", city: "",
      place: Coordinate(
        latitude: Double(dice.integer(in: -60...70)),
        longitude: Double(dice.integer(in: -180...180))
      ), country: "", jurisdiction: "")
  }
  let trips = regions.indices.flatMap { i in
    regions.indices.dropFirst(i + 1).map { j in
      RoundTrip(
        from: regions[i].id, to: regions[j].id,
        there: .microseconds(dice.integer(in: 1...300) * 1000),
        back: .microseconds(dice.integer(in: 1...300) * 1000))
    }
  }
  return Topology(
    name: "", source: "", local: .milliseconds(1), access: .milliseconds(1), regions: regions,
    roundTrips: trips)
}

/// A group drawn by lot: 1 to 7 voters, some of them in one region, up to 2 non-voters, any rule.
private func group(seed: UInt64, in topology: Topology) throws -> ReplicaGroup {
  var dice = SplitMix64(seed: seed ^ 0xC0FFEE)
  let ids = topology.regions.map(\.id)
  let nonVoterCount = dice.integer(in: 0...2)
  let voting = Array(ids.dropLast(nonVoterCount))
  let voters = (0..<dice.integer(in: 1...7)).map { _ in
    voting[dice.integer(in: 0...voting.count - 1)]
  }
  let rules: [CommitRule] = [.majority, .all, .any(dice.integer(in: 0...voters.count - 1))]
  return try ReplicaGroup(
    leader: voters[0], voters: voters, nonVoters: Array(ids.suffix(nonVoterCount)),
    rule: rules[dice.integer(in: 0...2)], flush: .milliseconds(dice.integer(in: 0...3)))
}

@Test func `the simulated commit equals the formula in 1000 random topologies`() throws {
  for seed in 0..<1000 as Range<UInt64> {
    let topology = world(seed: seed, count: 6)
    let group = try group(seed: seed, in: topology)
    let run = QuorumWriteRun(group: group, topology: topology)
    #expect(run.commitLatency == group.commit(in: topology)?.latency, "seed \(seed)")
  }
}

@Test func `the simulated write of a client equals the formula in 1000 random topologies`() throws {
  for seed in 0..<1000 as Range<UInt64> {
    let topology = world(seed: seed, count: 6)
    let group = try group(seed: seed, in: topology)
    let client = topology.regions[Int(seed % 6)].id
    let run = QuorumWriteRun(group: group, client: client, topology: topology)
    #expect(run.writeLatency == group.write(from: client, in: topology), "seed \(seed)")
  }
}

@Test func `with followers lost from the start the simulated commit equals the formula`() throws {
  for seed in 0..<1000 as Range<UInt64> {
    let topology = world(seed: seed, count: 6)
    let group = try group(seed: seed, in: topology)
    var dice = SplitMix64(seed: seed &+ 99)
    let lost = topology.regions.map(\.id).filter { id in
      id != group.leader && dice.integer(in: 0...3) == 0
    }
    let run = QuorumWriteRun(
      group: group, topology: topology, crashes: lost.map { (time: .zero, region: $0) })
    #expect(
      run.commitLatency == group.commit(in: topology, losing: Set(lost))?.latency, "seed \(seed)")
  }
}

@Test func `a run is the same every time`() throws {
  let topology = world(seed: 5, count: 6)
  let group = try group(seed: 5, in: topology)
  let runs = (0..<2).map { _ in
    QuorumWriteRun(group: group, client: "r1", topology: topology).trace.steps
      .map { "\($0.world.time) \($0.event)" }
  }
  #expect(runs[0] == runs[1])
}

@Test func `the world at a moment is that of the last event before it`() throws {
  let topology = world(seed: 1, count: 3)
  let group = try ReplicaGroup(leader: "r0", voters: ["r0", "r1", "r2"])
  let trace = QuorumWriteRun(group: group, topology: topology).trace
  let committing = try #require(trace.steps.first { $0.world.nodes[0].committed != nil })
  let commit = committing.world.time
  #expect(trace.world(at: commit)?.nodes[0].committed == commit)
  #expect(trace.world(at: Instant(commit.sinceStart - .nanoseconds(1)))?.nodes[0].committed == nil)
  #expect(trace.inFlight(at: .start).count == 2)
  #expect(trace.steps.last.map { trace.inFlight(at: $0.world.time).isEmpty } == true)
}
