import GeoModel
import GeoSim
import Testing

private let regions: [RegionID] = ["r0", "r1", "r2", "r3"]

private func placement(
  _ goal: SurvivalGoal, _ count: Int, in topology: Topology
) throws -> ReplicaPlacement {
  try MultiRegionDatabase(regions: Array(regions.prefix(count)), surviving: goal)
    .place(.regionalByTable(in: "r0"), in: topology).placement
}

/// The losses that a lesson shows: none, a zone at home, every region.
private func losses(_ placement: ReplicaPlacement) -> [[FailureDomain]] {
  [[], [.zone("r0", 0)], [.zone("r0", 1), .zone("r0", 0)]] + placement.regions.map { [.region($0)] }
}

@Test(arguments: SurvivalGoal.allCases, [3, 4])
func `Raft writes after a loss exactly where the formula says, and as fast`(
  goal: SurvivalGoal, count: Int
) throws {
  let topology = raftTopology(seed: UInt64(count), count: 4, roundTrips: 20...200)
  let placement = try placement(goal, count, in: topology)
  for lost in losses(placement) {
    let run = SurvivalRun(placement, clients: regions, losing: lost, in: topology)
    let before = placement.group(in: topology)
    let after = placement.group(losing: lost, in: topology)
    for client in run.clients {
      #expect(client.before?.latency == before?.write(from: client.region, in: topology))
      let write = client.isLost ? nil : after?.write(from: client.region, in: topology)
      #expect(client.after?.latency == write, "\(client.region) losing \(lost)")
    }
    #expect(run.leader(at: run.secondWrite)?.region == after?.leader, "\(lost)")
  }
}

@Test func `a region that is lost with a majority takes every write with it`() throws {
  let topology = raftTopology(seed: 1, count: 4, roundTrips: 20...200)
  let placement = ReplicaPlacement(home: "r0", voters: ["r0", "r0", "r1"])
  let run = SurvivalRun(placement, clients: regions, losing: [.region("r0")], in: topology)
  #expect(run.clients.allSatisfy { $0.before != nil && $0.after == nil })
}

@Test func `the same run comes again`() throws {
  let topology = raftTopology(seed: 2, count: 4, roundTrips: 20...200)
  let placement = try placement(.region, 3, in: topology)
  func play() -> [SurvivalRun.Client] {
    SurvivalRun(placement, clients: regions, losing: [.region("r0")], in: topology).clients
  }
  #expect(play() == play())
}
