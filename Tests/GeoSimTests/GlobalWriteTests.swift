import GeoModel
import GeoSim
import Testing

private let regions: [RegionID] = ["r0", "r1", "r2", "r3"]

private func table(_ goal: SurvivalGoal, in topology: Topology, maxOffset: Int = 500) throws
  -> PlacedTable
{
  var table = try MultiRegionDatabase(regions: regions, surviving: goal)
    .place(.global, in: topology)
  table.timestamps.maxOffset = .milliseconds(maxOffset)
  return table
}

/// Clocks that differ from one another by at most so many milliseconds.
private func skews(_ count: Int, within milliseconds: Int, seed: UInt64) -> [Duration] {
  var dice = SplitMix64(seed: seed)
  return (0..<count).map { _ in .milliseconds(dice.integer(in: 0...milliseconds)) }
}

@Test(arguments: 0..<60 as Range<UInt64>)
func `a GLOBAL write takes what the formula says`(seed: UInt64) throws {
  // Round trips beyond what the lead allows for make the commit the later of the two.
  let topology = raftTopology(seed: seed, count: 4, roundTrips: seed % 2 == 0 ? 1...150 : 1...900)
  let table = try table(seed % 3 == 0 ? .zone : .region, in: topology, maxOffset: 100)
  let writer = regions[Int(seed / 2 % 4)]
  let run = GlobalWriteRun(of: table, from: writer, in: topology)
  #expect(run.writeLatency == table.write(from: writer, in: topology))
}

@Test(arguments: SurvivalGoal.allCases)
func `with clocks that agree every region reads at once and from its own replica`(
  goal: SurvivalGoal
) throws {
  let topology = raftTopology(seed: 4, count: 4, roundTrips: 20...150)
  let run = GlobalWriteRun(of: try table(goal, in: topology), from: "r2", in: topology)
  // The first news of the side transport come after its first interval and one way.
  let settled = run.reads.filter { $0.sent.sinceStart > .milliseconds(300) }
  #expect(settled.count > 100)
  #expect(settled.allSatisfy { $0.isLocal || $0.region == "r0" })
  let waiting = settled.filter { $0.latency > .zero }
  #expect(waiting.allSatisfy { $0.sawWrite && $0.latency <= .milliseconds(500) })
  #expect(settled.contains { $0.sawWrite && $0.latency == .zero })
  #expect(settled.contains { !$0.sawWrite && $0.sent > run.writeSent })
}

@Test(arguments: 0..<80 as Range<UInt64>)
func `clocks within the greatest offset never make a read stale`(seed: UInt64) throws {
  let topology = raftTopology(seed: seed, count: 4, roundTrips: 1...150)
  let table = try table(seed % 2 == 0 ? .zone : .region, in: topology)
  let skews = skews(table.placement.replicas.count, within: 500, seed: seed)
  let run = GlobalWriteRun(
    of: table, from: regions[Int(seed % 4)], in: topology, skews: skews,
    readingEvery: .milliseconds(30))
  #expect(run.writeDone != nil)
  #expect(run.reads.contains { $0.sawWrite })
  #expect(run.staleReads == [])
}

@Test(arguments: [(490, true), (500, true), (600, false), (2000, false)])
func `a reader whose clock is slower than allowed misses a write that is done`(
  slow: Int, isLinearizable: Bool
) throws {
  let topology = raftTopology(seed: 9, count: 4, roundTrips: 20...150)
  let table = try table(.zone, in: topology)
  var skews = table.placement.replicas.map { _ in Duration.zero }
  skews[skews.count - 1] = .milliseconds(-slow)
  let run = GlobalWriteRun(
    of: table, from: "r0", in: topology, skews: skews, readingEvery: .milliseconds(10))
  #expect(run.staleReads.isEmpty == isLinearizable)
}
