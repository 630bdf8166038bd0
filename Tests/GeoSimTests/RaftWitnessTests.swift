import GeoModel
import GeoSim
import Testing

/// The servers 0 and 1 keep data, and server 2, a witness, is the nearest to both.
private func scenario(witnesses: Int, losing: [Int], seed: UInt64) -> RaftScenario {
  var group = RaftGroup(voters: ["mumbai", "hyderabad", "singapore"])
  group.witnessCount = witnesses
  var scenario = RaftScenario(
    topology: commerceWorld, group: group,
    timing: RaftTiming(
      heartbeat: .milliseconds(100), election: .milliseconds(500) ... .milliseconds(1000)))
  scenario.firstLeader = NodeID(0)
  scenario.faults = losing.map { ScheduledFault(.crash(NodeID($0)), at: .seconds(2)) }
  scenario.seed = seed
  scenario.duration = .seconds(8)
  return scenario
}

@Test(arguments: 0..<12 as Range<UInt64>)
func `a witness votes and never leads`(seed: UInt64) {
  let one = RaftRun(scenario(witnesses: 1, losing: [0], seed: seed))
  #expect(one.reigns.map(\.leader) == [NodeID(0), NodeID(1)])
  let both = RaftRun(scenario(witnesses: 1, losing: [0, 1], seed: seed))
  #expect(both.reigns.map(\.leader) == [NodeID(0)])
}

@Test func `a voter that is no witness leads some time or other`() {
  let successors = (0..<12 as Range<UInt64>).compactMap {
    RaftRun(scenario(witnesses: 0, losing: [0], seed: $0)).reigns.last?.leader
  }
  #expect(successors.contains(NodeID(2)))
}
