import GeoModel
import Testing

private let three: [RegionID] = ["us-east", "eu-west", "ap-southeast"]

private func table(_ locality: TableLocality, _ goal: SurvivalGoal) throws -> PlacedTable {
  try MultiRegionDatabase(regions: three, surviving: goal).place(locality, in: handout)
}

@Test(
  arguments: [
    // table, goal, client, read and write in ms
    (.regionalByTable(in: "us-east"), .zone, "us-east", 0, 1),
    (.regionalByTable(in: "us-east"), .zone, "eu-west", 85, 86),
    (.regionalByTable(in: "us-east"), .region, "us-east", 0, 85),
    (.regionalByTable(in: "us-east"), .region, "ap-southeast", 140, 225),
    (.regionalByRow(home: "eu-west"), .zone, "eu-west", 0, 1),
    (.regionalByRow(home: "eu-west"), .region, "eu-west", 0, 85),
    (.regionalByRow(home: "ap-southeast"), .region, "ap-southeast", 0, 130),
    (.global, .zone, "us-east", 0, 800),
    (.global, .region, "us-east", 0, 800),
    (.global, .zone, "ap-southeast", 0, 870),
  ] as [(TableLocality, SurvivalGoal, RegionID, Int, Int)])
func `a client waits for its way to the leaseholder, the commit, and a time ahead if there is one`(
  locality: TableLocality, goal: SurvivalGoal, client: RegionID, read: Int, write: Int
) throws {
  let table = try table(locality, goal)
  #expect(table.read(from: client, in: handout) == .milliseconds(read))
  #expect(table.write(from: client, in: handout) == .milliseconds(write))
}

@Test(arguments: [
  // greatest clock offset, lead in ms
  (500, 800), (250, 550), (0, 300),
])
func `a GLOBAL table is written so far ahead`(maxOffset: Int, lead: Int) {
  var timestamps = ClosedTimestamps()
  timestamps.maxOffset = .milliseconds(maxOffset)
  #expect(timestamps.lead == .milliseconds(lead))
}

@Test func `with a faster side transport the three ways of Raft decide the lead`() {
  var timestamps = ClosedTimestamps()
  timestamps.interval = .milliseconds(10)
  #expect(timestamps.lead == .milliseconds(150 * 3 / 2 + 20 + 500 + 25))
}

@Test func `a GLOBAL table is read at home everywhere, whatever is its primary region`() throws {
  for seed in 0..<30 as Range<UInt64> {
    let topology = randomTopology(seed: seed, count: 5)
    let regions = topology.regions.map(\.id)
    for goal in SurvivalGoal.allCases {
      let table = try MultiRegionDatabase(regions: regions, surviving: goal)
        .place(.global, in: topology)
      for client in regions { #expect(table.read(from: client, in: topology) == .zero) }
    }
  }
}

@Test func `a commit that takes longer than the lead decides when a GLOBAL write is done`() throws {
  var table = try table(.global, .region)
  table.timestamps.interval = .zero
  table.timestamps.maxOffset = .zero
  #expect(table.timestamps.lead == .milliseconds(270))
  #expect(table.write(from: "ap-southeast", in: handout) == .milliseconds(70 + 270))
  table = PlacedTable(
    placement: ReplicaPlacement(home: "us-east", voters: three), isGlobal: true)
  table.timestamps.maxOffset = .zero
  #expect(table.write(from: "us-east", in: handout) == .milliseconds(300))
  let far = Topology(
    name: "", source: "", local: .milliseconds(1), access: .milliseconds(1),
    regions: handout.regions, roundTrips: [])
  let commit = try #require(table.placement.group(in: far)?.commit(in: far)?.latency)
  #expect(table.write(from: "us-east", in: far) == max(commit, .milliseconds(300)))
}

@Test func `without a quorum nobody reads or writes what holds now`() throws {
  for locality in [TableLocality.regionalByTable(in: "us-east"), .global] {
    let table = try table(locality, .zone)
    let lost = [FailureDomain.region("us-east")]
    #expect(table.read(from: "eu-west", in: handout, losing: lost) == nil)
    #expect(table.write(from: "eu-west", in: handout, losing: lost) == nil)
  }
}

// MARK: - Follower reads

@Test func `a follower read goes back by the target, the interval and the slack`() {
  #expect(ClosedTimestamps().exactStaleness == .milliseconds(4200))
}

@Test(
  arguments: [
    // read, cut in ms, latency in ms, staleness in ms
    (.strong, nil, 140, 0),
    (.exact, nil, 0, 4200),
    (.bounded(.seconds(10)), nil, 0, 3270),
    (.bounded(.seconds(1)), nil, 140, 0),
    (.exact, 0, 0, 4200),
    (.exact, 1000, 0, 4200),
    (.bounded(.seconds(10)), 0, 0, 3270),
    (.bounded(.seconds(10)), 5000, 0, 8200),
    (.bounded(.seconds(10)), 6800, 0, 10_000),
  ] as [(FollowerRead, Int?, Int, Int)])
func `a read is as near and as stale as its kind allows`(
  read: FollowerRead, cut: Int?, latency: Int, staleness: Int
) throws {
  let answer = try table(.regionalByTable(in: "us-east"), .zone)
    .answer(read, from: "ap-southeast", cut: cut.map { .milliseconds($0) }, in: handout)
  #expect(
    answer
      == FollowerRead.Answer(
        latency: .milliseconds(latency), staleness: .milliseconds(staleness)))
}

@Test(
  arguments: [
    (.strong, 0), (.exact, 1001), (.bounded(.seconds(10)), 6801), (.bounded(.seconds(1)), 0),
  ]
    as [(FollowerRead, Int)])
func `behind a cut a read stops when its replica no longer knows enough`(
  read: FollowerRead, cut: Int
) throws {
  let table = try table(.regionalByTable(in: "us-east"), .zone)
  let answer = table.answer(read, from: "ap-southeast", cut: .milliseconds(cut), in: handout)
  #expect(answer == nil)
}

@Test func `beside the leaseholder every read is near and a bounded one fresh`() throws {
  let table = try table(.regionalByTable(in: "us-east"), .zone)
  func answer(_ read: FollowerRead) -> FollowerRead.Answer? {
    table.answer(read, from: "us-east", cut: .seconds(60), in: handout)
  }
  let now = FollowerRead.Answer(latency: .zero, staleness: .zero)
  #expect(answer(.strong) == now)
  #expect(answer(.bounded(.seconds(10))) == now)
  #expect(answer(.exact)?.latency == .zero)
}

@Test func `without copies elsewhere a stale read is as far as a strong one`() throws {
  let database = try MultiRegionDatabase(regions: three, copies: .restricted)
  let table = try database.place(.regionalByTable(in: "us-east"), in: handout)
  let answer = table.answer(.exact, from: "ap-southeast", cut: nil, in: handout)
  #expect(answer?.latency == .milliseconds(140))
}
