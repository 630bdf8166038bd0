import GeoModel
import Testing

@Test(arguments: [
  // voters, majority, fault tolerance
  (1, 1, 0), (2, 2, 0), (3, 2, 1), (4, 3, 1), (5, 3, 2), (6, 4, 2), (7, 4, 3),
])
func `a majority is more than half, and the rest may be lost`(
  voters: Int, majority: Int, tolerance: Int
) {
  #expect(Quorum(voters: voters).majority == majority)
  #expect(Quorum(voters: voters).faultTolerance == tolerance)
}

@Test(
  arguments: [
    // voters, leader, commit in ms, waits for
    (["us-east", "eu-west", "ap-southeast"], "us-east", 85, ["eu-west"]),
    (["us-east", "eu-west", "ap-southeast"], "eu-west", 85, ["us-east"]),
    (["us-east", "eu-west", "ap-southeast"], "ap-southeast", 130, ["eu-west"]),
    (["us-east", "eu-west"], "us-east", 85, ["eu-west"]),
    (["us-east", "eu-west", "ap-southeast", "sa-east"], "us-east", 90, ["eu-west", "sa-east"]),
    (["us-east", "us-east", "us-east"], "us-east", 1, ["us-east"]),
    (["us-east"], "us-east", 0, []),
  ] as [([RegionID], RegionID, Int, [RegionID])])
func `a commit waits for the nearest followers that complete a majority`(
  voters: [RegionID], leader: RegionID, milliseconds: Int, waitsFor: [RegionID]
) throws {
  let commit = try #require(
    try ReplicaGroup(leader: leader, voters: voters).commit(in: handout))
  #expect(commit.latency == .milliseconds(milliseconds))
  #expect(commit.waitsFor == waitsFor)
}

@Test(
  arguments: [
    // client, leader, write in ms
    ("us-east", "us-east", 85), ("us-east", "eu-west", 170), ("us-east", "ap-southeast", 270),
  ] as [(RegionID, RegionID, Int)])
func `a write goes to the leader, commits, and comes back`(
  client: RegionID, leader: RegionID, milliseconds: Int
) throws {
  let group = try ReplicaGroup(
    leader: leader, voters: ["us-east", "eu-west", "ap-southeast"])
  #expect(group.write(from: client, in: handout) == .milliseconds(milliseconds))
}

@Test func `non-voters never make a write slower`() throws {
  let group = try ReplicaGroup(
    leader: "us-east", voters: ["us-east", "eu-west"], nonVoters: ["ap-southeast"])
  #expect(group.commit(in: handout)?.latency == .milliseconds(85))
  #expect(group.faultTolerance == 0)
}

@Test(arguments: [
  (CommitRule.all, 140, 0), (.any(1), 85, 1), (.any(2), 140, 0), (.any(0), 0, 2),
])
func `waiting for all or for any k is another rule than waiting for a majority`(
  rule: CommitRule, milliseconds: Int, tolerance: Int
) throws {
  let group = try ReplicaGroup(
    leader: "us-east", voters: ["us-east", "eu-west", "ap-southeast"], rule: rule)
  #expect(group.commit(in: handout)?.latency == .milliseconds(milliseconds))
  #expect(group.faultTolerance == tolerance)
}

@Test func `after a loss the quorum is still that of the full group`() throws {
  let group = try ReplicaGroup(
    leader: "us-east", voters: ["us-east", "eu-west", "ap-southeast"])
  #expect(group.survives(losing: ["eu-west"]))
  #expect(group.commit(in: handout, losing: ["eu-west"])?.latency == .milliseconds(140))
  #expect(!group.survives(losing: ["eu-west", "ap-southeast"]))
  #expect(group.commit(in: handout, losing: ["eu-west", "ap-southeast"]) == nil)
  #expect(group.survives(losing: ["us-east"]))
  #expect(group.commit(in: handout, losing: ["us-east"]) == nil)
}

@Test func `a disk slower than the network is what a write waits for`() throws {
  let group = try ReplicaGroup(
    leader: "us-east", voters: ["us-east", "us-east", "us-east"], flush: .milliseconds(4))
  #expect(group.commit(in: handout)?.latency == .milliseconds(5))
  let alone = try ReplicaGroup(leader: "us-east", voters: ["us-east"], flush: .milliseconds(4))
  #expect(alone.commit(in: handout)?.latency == .milliseconds(4))
}

@Test func `the best leader for a client is where its writes are fastest`() throws {
  let group = try ReplicaGroup(
    leader: "eu-west", voters: ["us-east", "eu-west", "ap-southeast"])
  #expect(group.ledBest(for: "us-east", in: handout).leader == "us-east")
}

@Test func `a lease reads at the leader, read index asks a quorum, a stale read stays near`() throws
{
  let group = try ReplicaGroup(
    leader: "us-east", voters: ["us-east", "eu-west", "ap-southeast"], flush: .milliseconds(9))
  #expect(group.read(.lease, from: "eu-west", in: handout) == .milliseconds(85))
  #expect(group.read(.readIndex, from: "eu-west", in: handout) == .milliseconds(170))
  #expect(group.read(.nearestReplica, from: "eu-west", in: handout) == .zero)
}

@Test func `a stale read is older than one way from the leader`() throws {
  let group = try ReplicaGroup(leader: "us-east", voters: ["us-east"], nonVoters: ["eu-west"])
  let apply = Duration.milliseconds(10)
  #expect(
    group.staleness(at: "eu-west", applying: apply, in: handout) == .microseconds(52_500))
  #expect(group.staleness(at: "us-east", applying: apply, in: handout) == .zero)
}

@Test func `a cold connection costs two round trips more than a warm one`() {
  let trip = Duration.milliseconds(85)
  #expect(Connection.warm.cost(over: trip) == .milliseconds(85))
  #expect(Connection.tls13.cost(over: trip) == .milliseconds(255))
  #expect(Connection.tls12.cost(over: trip) == .milliseconds(340))
}

@Test func `a hot row takes one write per commit`() {
  let limit = contendedWritesPerSecond(commit: .milliseconds(85))
  #expect(abs(limit - 11.76) < 0.01)
}

@Test func `replicas that cannot form a group are refused with the reason`() {
  func reason(_ leader: RegionID, _ voters: [RegionID], _ nonVoters: [RegionID]) -> String? {
    do {
      _ = try ReplicaGroup(leader: leader, voters: voters, nonVoters: nonVoters, rule: .any(2))
      return nil
    } catch {
      return error.description
    }
  }
  #expect(
    reason("a", ["b", "c"], []) == "the leader is in a, but no voter is; add a to the voters")
  #expect(
    reason("a", ["a", "b", "c"], ["b"])
      == "b is both a voter and a non-voter; it can be only one")
  #expect(
    reason("a", ["a", "b"], [])
      == "a write can wait for 0 to 1 followers, the number that there are")
}

/// An oracle that shares nothing with the formula: it tries every set of followers.
@Test func `the commit latency is the fastest of all quorums, for many random groups`() throws {
  for seed in 0..<300 as Range<UInt64> {
    var dice = SplitMix64(seed: seed)
    let count = dice.integer(in: 1...7)
    let topology = randomTopology(seed: seed, count: count)
    let ids = topology.regions.map(\.id)
    let group = try ReplicaGroup(leader: ids[0], voters: ids)
    let trips = ids.dropFirst().map { topology.roundTrip(ids[0], $0) }
    let fastest = (0..<(1 << trips.count))
      .map { subset in trips.indices.filter { subset >> $0 & 1 == 1 }.map { trips[$0] } }
      .filter { $0.count + 1 > ids.count / 2 }
      .map { $0.max() ?? .zero }
      .min()
    #expect(group.commit(in: topology)?.latency == fastest, "seed \(seed)")
  }
}
