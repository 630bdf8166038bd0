import GeoModel
import GeoSim
import Testing

private let topology = raftTopology(seed: 3, count: 6, roundTrips: 20...80)
private let five: [RegionID] = ["r0", "r1", "r2", "r3", "r4"]
private let servers = (0..<5).map { NodeID($0) }

/// Five voters, server 0 leads first, a client beside it writes every 100 ms for 10 s.
private func scenario(
  _ group: RaftGroup = RaftGroup(voters: five), writes: Int = 100,
  tasks: [(due: Duration, task: RaftTask)] = [], faults: [ScheduledFault] = []
) -> RaftScenario {
  var scenario = RaftScenario(
    topology: topology, group: group,
    workloads: [
      RaftWorkload(from: "r0", writes: writes, every: .milliseconds(100), after: .seconds(1)),
      RaftWorkload(from: "r0", tasks: tasks),
    ],
    timing: RaftTiming(
      heartbeat: .milliseconds(100), election: .milliseconds(500) ... .milliseconds(1000)))
  scenario.firstLeader = servers[0]
  scenario.faults = faults
  scenario.duration = .seconds(20)
  scenario.seed = 1
  return scenario
}

private func faults(_ faults: [Fault], at time: Duration) -> [ScheduledFault] {
  faults.map { ScheduledFault($0, at: time) }
}

/// The servers at the end.
private func end(_ run: RaftRun) -> [RaftNode] {
  run.trace.steps.last?.world.nodes.compactMap(\.server) ?? []
}

private func violations(_ run: RaftRun) -> [RaftViolation] {
  var invariants = RaftInvariants(serverCount: run.scenario.group.regions.count)
  for step in run.trace.steps { invariants.observe(step.event, in: step.world) }
  return invariants.violations
}

@Test func `under a stable leader a write takes what the formula says, in 150 topologies`() throws {
  for seed in 0..<150 as Range<UInt64> {
    var dice = SplitMix64(seed: seed)
    let topology = raftTopology(seed: seed, count: 7, roundTrips: 1...300)
    let ids = topology.regions.map(\.id)
    let voters = (0..<dice.integer(in: 1...7)).map { _ in ids[dice.integer(in: 0...4)] }
    let group = try ReplicaGroup(
      leader: voters[0], voters: voters, nonVoters: [ids[5], ids[6]],
      flush: .milliseconds(max(0, dice.integer(in: -3...3))))
    let clients = [voters[0], ids[dice.integer(in: 0...6)]]
    var scenario = RaftScenario(
      topology: topology, group: RaftGroup(voters: voters, learners: group.nonVoters),
      workloads: clients.map { RaftWorkload(from: $0, tasks: [(.seconds(5), .write)]) },
      timing: RaftTiming(forRoundTrip: .milliseconds(300), flush: group.flush))
    scenario.firstLeader = NodeID(0)
    scenario.duration = .milliseconds(5900)
    let latencies = RaftRun(scenario).acknowledged.map(\.latency)
    #expect(latencies.first == group.commit(in: topology)?.latency, "seed \(seed)")
    #expect(latencies.last == group.write(from: clients[1], in: topology), "seed \(seed)")
  }
}

@Test func `a transfer moves the leader and loses no write`() throws {
  let run = RaftRun(scenario(tasks: [(.seconds(4), .transfer(to: servers[3]))]))
  #expect(run.reigns.map(\.leader) == [servers[0], servers[3]])
  #expect(run.leader(at: Instant(.seconds(3))) == servers[0])
  #expect(run.leader(at: Instant(.seconds(6))) == servers[3])
  #expect(run.acknowledgedWrites.count == 100)
  #expect(violations(run).isEmpty)
  let gap = try #require(run.reigns.last).from - Instant(.seconds(4))
  #expect(gap < run.scenario.timing.election.lowerBound, "nobody had to time out")
}

@Test func `a server is added and catches up`() throws {
  let group = RaftGroup(voters: ["r0", "r1", "r2"], spares: ["r3"])
  let run = RaftRun(scenario(group, tasks: [(.seconds(4), .change(.addVoter(servers[3])))]))
  let added = try #require(end(run).last)
  #expect(added.members.voters == Array(servers.prefix(4)))
  #expect(added.memory.machine.writes.count == 100)
  #expect(run.acknowledgedWrites.count == 100)
  #expect(violations(run).isEmpty)
}

@Test func `a server is removed, and disturbs nobody with its elections`() {
  let run = RaftRun(scenario(tasks: [(.seconds(4), .change(.remove(servers[4])))]))
  #expect(end(run)[0].members.voters == Array(servers.prefix(4)))
  #expect(run.reigns.map(\.leader) == [servers[0]])
  #expect(run.acknowledgedWrites.count == 100)
  #expect(violations(run).isEmpty)
}

@Test func `without pre-vote a removed server disturbs nobody either`() {
  var scenario = scenario(tasks: [(.seconds(4), .change(.remove(servers[4])))])
  scenario.usesPreVote = false
  let run = RaftRun(scenario)
  #expect(run.reigns.map(\.leader) == [servers[0]])
  #expect(run.acknowledgedWrites.count == 100)
}

@Test func `a leader that removes itself leaves the rest to another, and no write is lost`() {
  let run = RaftRun(scenario(tasks: [(.seconds(4), .change(.remove(servers[0])))]))
  #expect(run.reigns.count == 2)
  #expect(run.leader(at: Instant(.seconds(15))) != servers[0])
  #expect(run.acknowledgedWrites.count == 100)
  #expect(violations(run).isEmpty)
}

@Test func `a learner receives every write, never leads, and delays none`() {
  let alone = RaftRun(scenario(RaftGroup(voters: ["r0", "r1", "r2"])))
  let crash = ScheduledFault(.crash(servers[0]), at: .seconds(5))
  let group = RaftGroup(voters: ["r0", "r1", "r2"], learners: ["r5"])
  let run = RaftRun(scenario(group))
  #expect(run.acknowledged.map(\.latency) == alone.acknowledged.map(\.latency))
  #expect(end(run).last?.memory.machine.writes.count == 100)
  let after = RaftRun(scenario(group, faults: [crash]))
  #expect(after.reigns.count == 2)
  #expect(!after.reigns.map(\.leader).contains(servers[3]))
}

@Test func `a minority with leader and client acknowledges nothing, and all of it after the heal`()
{
  let client = NodeID(5)
  let here = [servers[0], servers[1], client]
  let there = Array(servers[2...])
  let run = RaftRun(
    scenario(
      faults: faults(Fault.partition(here, from: there), at: .seconds(3))
        + faults(Fault.reunion(here, with: there), at: .seconds(8))))
  // What was on its way when the cut came may still be answered.
  let cut = Instant(.milliseconds(3200))...Instant(.seconds(8))
  #expect(run.acknowledgedWrites.allSatisfy { !cut.contains($0.answered) })
  #expect(run.leader(at: Instant(.seconds(7))).map { there.contains($0) } == true)
  #expect(run.acknowledgedWrites.count == 100)
  #expect(violations(run).isEmpty)
}

@Test func `a leader that is cut off steps down, and never acknowledges`() throws {
  let rest = Array(servers[1...])
  let run = RaftRun(
    scenario(faults: faults(Fault.partition([servers[0]], from: rest), at: .seconds(3))))
  let world = try #require(run.trace.world(at: Instant(.seconds(5))))
  #expect(world.nodes[0].server?.role != .leader)
  #expect(world.leader.map { rest.contains($0) } == true)
  let commit = try #require(run.trace.world(at: Instant(.seconds(3)))).nodes[0].server?.commit
  #expect(end(run)[0].commit <= (commit ?? 0) + 1)
  #expect(run.acknowledgedWrites.count == 100, "the others go on")
}

@Test func `a leader that hears nobody steps down, though everybody hears it`() {
  let deaf = servers[1...].map { Fault.cut(from: $0, to: servers[0]) }
  let run = RaftRun(scenario(faults: faults(deaf, at: .seconds(3))))
  #expect(run.leader(at: Instant(.seconds(6))).map { $0 != servers[0] } == true)
  #expect(run.acknowledgedWrites.count == 100)
  #expect(violations(run).isEmpty)
}

@Test func `after a crash somebody leads after one election timeout, or two when votes split`()
  throws
{
  for seed in 0..<20 as Range<UInt64> {
    var scenario = scenario(writes: 0, faults: faults([.crash(servers[0])], at: .seconds(3)))
    scenario.seed = seed
    let next = try #require(RaftRun(scenario).reigns.dropFirst().first)
    let gap = (next.from - Instant(.seconds(3))).duration
    // The last heartbeat was up to 100 ms old; three round trips elect, each of at most 80 ms.
    #expect(gap > .milliseconds(400) && gap < .milliseconds(2240), "seed \(seed)")
  }
}

@Test func `what was acknowledged is there after every server has crashed`() {
  let run = RaftRun(
    scenario(
      writes: 30,
      faults: faults(servers.map { .crash($0) }, at: .milliseconds(2500))
        + faults(servers.map { .recover($0) }, at: .seconds(4))))
  #expect(run.acknowledgedWrites.count == 30)
  #expect(end(run).allSatisfy { $0.memory.machine.writes.count == 30 })
  #expect(violations(run).isEmpty)
}

@Test func `with three messages in ten lost every write is done, and counts once`() {
  var scenario = scenario(writes: 60)
  scenario.loss = 0.3
  let run = RaftRun(scenario)
  #expect(run.acknowledgedWrites.count == 60)
  #expect(end(run).map(\.memory.machine.writes.count).max() == 60)
  #expect(violations(run).isEmpty)
}

@Test func `a write is committed before its client knows`() throws {
  let run = RaftRun(scenario(writes: 1))
  let write = try #require(run.acknowledgedWrites.first)
  let commit = try #require(run.commit(of: write.id))
  #expect(write.sent < commit)
  #expect(commit <= write.answered)
  #expect(run.commit(of: RaftRequestID(client: write.id.client, number: 1)) == nil)
}

@Test func `an isolated server comes back without an election`() {
  let cut = faults(Fault.partition([servers[4]], from: Array(servers[0...3])), at: .seconds(3))
  let heal = faults(Fault.reunion([servers[4]], with: Array(servers[0...3])), at: .seconds(8))
  let run = RaftRun(scenario(faults: cut + heal))
  #expect(run.reigns.map(\.term) == [1])
  #expect(end(run).allSatisfy { $0.term == 1 && $0.memory.machine.writes.count == 100 })
}

@Test func `a seed gives the same run of Raft, another seed another`() {
  func text(_ seed: UInt64) -> String {
    var scenario = RaftChaos(seed: 11).scenario
    scenario.seed = seed
    scenario.duration = .seconds(4)
    return RaftRun(scenario).trace.text
  }
  #expect(text(4) == text(4))
  #expect(text(4) != text(5))
}

@Test func `an election and a write read as they happen`() {
  var scenario = RaftScenario(
    topology: raftTopology(seed: 1, count: 3, roundTrips: 20...20),
    group: RaftGroup(voters: ["r0", "r1", "r2"]),
    workloads: [RaftWorkload(from: "r0", tasks: [(.milliseconds(65), .write)])])
  scenario.firstLeader = servers[0]
  scenario.duration = .milliseconds(85)
  #expect(
    RaftRun(scenario).trace.text == """
      0 start 0
      0 start 1
      0 start 2
      0 start 3
      0 remind 0 election timeout
      10000000 deliver 0>1 #0 trial vote? term 1 log 0@0
      10000000 deliver 0>2 #1 trial vote? term 1 log 0@0
      20000000 deliver 1>0 #2 trial yes term 1
      20000000 deliver 2>0 #3 trial yes term 1
      30000000 deliver 0>1 #4 binding vote? term 1 log 0@0
      30000000 deliver 0>2 #5 binding vote? term 1 log 0@0
      40000000 deliver 1>0 #6 binding yes term 1
      40000000 deliver 2>0 #7 binding yes term 1
      50000000 deliver 0>1 #8 append term 1 after 0@0 [nothing@1] commit 0
      50000000 deliver 0>2 #9 append term 1 after 0@0 [nothing@1] commit 0
      60000000 remind 0 heartbeat term 1
      60000000 deliver 1>0 #10 matches term 1 to 1
      60000000 deliver 2>0 #11 matches term 1 to 1
      65000000 remind 3 issue 0
      65000000 deliver 3>0 #14 request 3.0 write
      70000000 deliver 0>1 #12 append term 1 after 1@1 [] commit 0
      70000000 deliver 0>2 #13 append term 1 after 1@1 [] commit 0
      75000000 deliver 0>1 #15 append term 1 after 1@1 [write 3.0@1] commit 1
      75000000 deliver 0>2 #16 append term 1 after 1@1 [write 3.0@1] commit 1
      80000000 remind 0 heartbeat term 1
      80000000 deliver 1>0 #17 matches term 1 to 1
      80000000 deliver 2>0 #18 matches term 1 to 1
      85000000 deliver 1>0 #19 matches term 1 to 2
      85000000 deliver 2>0 #20 matches term 1 to 2
      85000000 deliver 0>3 #23 answer 3.0 done

      """)
}
