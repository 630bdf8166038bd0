import GeoModel
import Testing

private let three: [RegionID] = ["us-east", "eu-west", "ap-southeast"]
private let four: [RegionID] = three + ["sa-east"]

private func placement(
  _ regions: [RegionID], _ goal: SurvivalGoal, _ copies: CopyPolicy = .default,
  superRegions: [[RegionID]] = [], table: TableLocality? = nil, in topology: Topology = handout
) throws -> ReplicaPlacement {
  let database = try MultiRegionDatabase(
    regions: regions, surviving: goal, copies: copies, superRegions: superRegions)
  return try database.place(table ?? .regionalByTable(in: regions[0]), in: topology).placement
}

@Test(
  arguments: [
    // regions, goal, voters, non-voters
    (Array(three.prefix(1)), .zone, ["us-east", "us-east", "us-east"], []),
    (three, .zone, ["us-east", "us-east", "us-east"], ["eu-west", "ap-southeast"]),
    (three, .region, ["us-east", "us-east", "eu-west", "eu-west", "ap-southeast"], []),
    (four, .region, ["us-east", "us-east", "eu-west", "sa-east", "ap-southeast"], []),
    (
      ["ap-southeast", "us-east", "eu-west"], .region,
      ["ap-southeast", "ap-southeast", "eu-west", "eu-west", "us-east"], []
    ),
  ] as [([RegionID], SurvivalGoal, [RegionID], [RegionID])])
func `voters are at home, and as near to it as the goal allows`(
  regions: [RegionID], goal: SurvivalGoal, voters: [RegionID], nonVoters: [RegionID]
) throws {
  let placement = try placement(regions, goal)
  #expect(placement.voters.map(\.region) == voters)
  #expect(placement.nonVoters.map(\.region) == nonVoters)
}

@Test func `beyond four regions the farthest have a copy and no vote`() throws {
  for seed in 0..<50 as Range<UInt64> {
    let topology = randomTopology(seed: seed, count: 6)
    let regions = topology.regions.map(\.id)
    let placement = try placement(regions, .region, in: topology)
    let byDistance = regions.dropFirst().sorted {
      topology.roundTrip(regions[0], $0) < topology.roundTrip(regions[0], $1)
    }
    #expect(placement.voters.map(\.region).dropFirst(2).elementsEqual(byDistance.prefix(3)))
    #expect(placement.nonVoters.map(\.region) == Array(byDistance.suffix(2)))
  }
}

// MARK: - What a loss leaves

/// Whether some majority of the voters is up as a whole: the definition, by trying all of them.
private func hasQuorum(_ placement: ReplicaPlacement, losing lost: [FailureDomain]) -> Bool {
  let voters = placement.voters
  return (0..<(1 << voters.count)).contains { set in
    let members = voters.indices.filter { set & (1 << $0) != 0 }.map { voters[$0] }
    return members.count * 2 > voters.count
      && members.allSatisfy { member in !lost.contains { $0.holds(member) } }
  }
}

/// No loss, every single one and every pair, of the zones and regions of a placement.
private func losses(of placement: ReplicaPlacement) -> [[FailureDomain]] {
  let single = placement.zones + placement.regions.map { .region($0) }
  return [[]] + single.flatMap { a in single.map { a == $0 ? [a] : [a, $0] } }
}

@Test(arguments: SurvivalGoal.allCases, 1...6)
func `a placement goes on exactly while a whole majority is up`(goal: SurvivalGoal, count: Int)
  throws
{
  guard goal == .zone || count >= 3 else { return }
  let topology = randomTopology(seed: UInt64(count), count: count)
  let placement = try placement(topology.regions.map(\.id), goal, in: topology)
  for lost in losses(of: placement) {
    let goesOn = hasQuorum(placement, losing: lost)
    #expect(placement.survives(losing: lost) == goesOn, "\(lost)")
    #expect((placement.group(losing: lost, in: topology) != nil) == goesOn, "\(lost)")
  }
}

@Test(arguments: 1...6)
func `zone survival outlives any zone and any other region, and not two zones or its home`(
  count: Int
) throws {
  let topology = randomTopology(seed: UInt64(count), count: count)
  let placement = try placement(topology.regions.map(\.id), .zone, in: topology)
  #expect(placement.brokenPromises(of: .zone) == [])
  #expect(placement.brokenPromises(of: .region) == [.region("r0")])
  #expect(placement.regionsWithMajority == ["r0"])
  #expect(!placement.survives(losing: [.zone("r0", 0), .zone("r0", 2)]))
}

@Test(arguments: 3...6)
func `region survival outlives any region, any zone and any two zones`(count: Int) throws {
  let topology = randomTopology(seed: UInt64(count), count: count)
  let placement = try placement(topology.regions.map(\.id), .region, in: topology)
  #expect(placement.brokenPromises(of: .region) == [])
  #expect(placement.regionsWithMajority == [])
  for a in placement.zones {
    for b in placement.zones { #expect(placement.survives(losing: [a, b])) }
  }
}

@Test func `two regions are lost together only where neither is home and both have one voter`()
  throws
{
  let ofFour = try placement(four, .region)
  for a in four {
    for b in four where a < b {
      #expect(ofFour.survives(losing: [.region(a), .region(b)]) == !([a, b].contains("us-east")))
    }
  }
  let ofThree = try placement(three, .region)
  #expect(!ofThree.survives(losing: [.region("eu-west"), .region("ap-southeast")]))
}

@Test(
  arguments: [
    // voters, goal, what it does not survive
    (["us-east", "us-east", "eu-west"], .region, [.region("us-east")]),
    (["us-east", "us-east"], .zone, [.zone("us-east", 0), .zone("us-east", 1)]),
    (["us-east", "eu-west"], .region, [.region("us-east"), .region("eu-west")]),
    (
      ["us-east", "us-east", "us-east", "eu-west", "ap-southeast"], .region, [.region("us-east")]
    ),
    (
      ["us-east", "us-east", "eu-west", "eu-west"], .region,
      [.region("us-east"), .region("eu-west")]
    ),
    (["us-east", "eu-west", "ap-southeast"], .region, []),
  ] as [([RegionID], SurvivalGoal, [FailureDomain])])
func `a placement that breaks its promise is caught, with the losses that break it`(
  voters: [RegionID], goal: SurvivalGoal, broken: [FailureDomain]
) {
  #expect(ReplicaPlacement(home: "us-east", voters: voters).brokenPromises(of: goal) == broken)
}

@Test func `of up to nine voters in up to four regions no two regions hold a majority each`() {
  for size in 1...9 {
    for spread in spreads(of: size, over: four) {
      let placement = ReplicaPlacement(home: spread[0], voters: spread)
      #expect(placement.regionsWithMajority.count <= 1, "\(spread)")
      let survivesRegions = placement.brokenPromises(of: .region).isEmpty
      #expect(
        survivesRegions
          == four.allSatisfy { region in
            size - spread.count { $0 == region } > size / 2
          })
      #expect(!survivesRegions || placement.regionsWithMajority.isEmpty, "\(spread)")
    }
  }
}

/// Every way to give so many votes to regions.
private func spreads(of size: Int, over regions: [RegionID]) -> [[RegionID]] {
  guard let first = regions.first else { return size == 0 ? [[]] : [] }
  return (0...size).flatMap { count in
    spreads(of: size - count, over: Array(regions.dropFirst()))
      .map { Array(repeating: first, count: count) + $0 }
  }
}

@Test(
  arguments: [
    // lost, leader, commit in ms
    ([], "us-east", 85),
    ([.zone("us-east", 0)], "us-east", 85),
    ([.zone("eu-west", 1)], "us-east", 85),
    ([.region("eu-west")], "us-east", 140),
    ([.region("us-east")], "eu-west", 130),
    ([.region("ap-southeast")], "us-east", 85),
    ([.zone("us-east", 0), .zone("eu-west", 0)], "us-east", 140),
  ] as [([FailureDomain], RegionID, Int)])
func `after a loss the leader stays at home while it can, and waits for those that are left`(
  lost: [FailureDomain], leader: RegionID, milliseconds: Int
) throws {
  let group = try #require(try placement(three, .region).group(losing: lost, in: handout))
  #expect(group.leader == leader)
  #expect(group.commit(in: handout)?.latency == .milliseconds(milliseconds))
}

// MARK: - What keeps data in its place

@Test func `restricted placement has no replica of a regional table outside its home`() throws {
  for home in three {
    let rows = try placement(three, .zone, .restricted, table: .regionalByRow(home: home))
    #expect(rows.regions == [home])
    #expect(rows.voters.count == 3)
  }
  let global = try placement(three, .zone, .restricted, table: .global)
  #expect(global.regions == three)
}

@Test(arguments: SurvivalGoal.allCases)
func `a super region keeps the replicas of its regional tables`(goal: SurvivalGoal) throws {
  let topology = randomTopology(seed: 7, count: 6)
  let regions = topology.regions.map(\.id)
  let inner = Array(regions.suffix(3))
  func homes(_ table: TableLocality) throws -> Set<RegionID> {
    Set(
      try placement(regions, goal, superRegions: [inner], table: table, in: topology).regions)
  }
  for home in inner {
    #expect(try homes(.regionalByTable(in: home)) == Set(inner))
  }
  #expect(try homes(.regionalByTable(in: regions[0])) == Set(regions))
  #expect(try homes(.global) == Set(regions))
}

@Test(
  arguments: [
    ([], .zone, .default, [], "a database needs at least one region"),
    (
      ["us-east", "us-east"], .zone, .default, [], "us-east is listed twice; list every region once"
    ),
    (
      ["us-east", "eu-west"], .region, .default, [],
      "surviving a region takes at least 3 regions, and us-east, eu-west is only 2: one of them "
        + "holds at least half of the voters, and without it the rest is no majority; add a region, "
        + "or survive zones"
    ),
    (
      four, .region, .default, [["eu-west", "sa-east"]],
      "surviving a region takes at least 3 regions, and eu-west, sa-east is only 2: one of them "
        + "holds at least half of the voters, and without it the rest is no majority; add a region, "
        + "or survive zones"
    ),
    (
      three, .region, .restricted, [],
      "restricted placement keeps every voter in the home region, so its loss takes them all; "
        + "survive zones, or take default placement"
    ),
    (
      three, .zone, .default, [["eu-west", "us-east"], ["eu-west"]],
      "eu-west is in more than one super region; it can be in one"
    ),
    (
      three, .zone, .default, [["sa-east"]],
      "sa-east is not in the database, whose regions are us-east, eu-west, ap-southeast"
    ),
  ] as [([RegionID], SurvivalGoal, CopyPolicy, [[RegionID]], String)])
func `what no placement can keep is refused, with the reason and a way out`(
  regions: [RegionID], goal: SurvivalGoal, copies: CopyPolicy, superRegions: [[RegionID]],
  message: String
) {
  #expect {
    try MultiRegionDatabase(
      regions: regions, surviving: goal, copies: copies, superRegions: superRegions)
  } throws: { "\($0)" == message }
}

@Test func `a majority in each region is refused as impossible`() throws {
  let database = try MultiRegionDatabase(regions: three, surviving: .region)
  #expect(throws: MultiRegionError.majorityInEachRegion(count: 3)) {
    try database.requireMajorityInEachRegion()
  }
  #expect(
    MultiRegionError.majorityInEachRegion(count: 3).description
      == "3 regions cannot each hold a majority: a majority is more than half of the voters, so two "
      + "of them would be more than all; to survive a region, let no region hold one")
  try MultiRegionDatabase(regions: ["us-east"]).requireMajorityInEachRegion()
}

@Test func `a home outside the database is refused`() throws {
  let database = try MultiRegionDatabase(regions: three)
  #expect(throws: MultiRegionError.notInDatabase("sa-east", regions: three)) {
    try database.place(.regionalByRow(home: "sa-east"), in: handout)
  }
}
