import GeoModel

/// Regions at random places with random round trips, and a group of replicas in some of them.
struct RandomWorld {
  let topology: Topology
  let leader: RegionID
  let voters: [RegionID]
  let nonVoters: [RegionID]
  let lost: [RegionID]

  init(seed: UInt64, losesLeader: Bool = true) {
    var random = SplitMix64(seed: seed)
    topology = Self.topology(&random)
    let ids = topology.regions.map(\.id)
    let count = random.integer(in: 1...ids.count)
    voters = Array(ids.prefix(count))
    nonVoters = Array(ids.dropFirst(count))
    let leader = voters[random.integer(in: 0...count - 1)]
    self.leader = leader
    lost = voters.filter { voter in
      random.integer(in: 0...3) == 0 && (losesLeader || voter != leader)
    }
  }

  var group: ReplicaGroup {
    get throws { try ReplicaGroup(leader: leader, voters: voters, nonVoters: nonVoters) }
  }

  /// The group as a directive says it.
  var arguments: String {
    "leader: \(leader)\nvoters: \(list(voters))\nnon-voters: \(list(nonVoters))\n"
  }

  var lostList: String { list(lost) }

  private func list(_ regions: [RegionID]) -> String {
    regions.isEmpty ? "none" : regions.map(\.name).joined(separator: ", ")
  }

  private static func topology(_ random: inout SplitMix64) -> Topology {
    let regions = (0..<random.integer(in: 2...7)).map { index in
      Region(
        id: RegionID("region-\(index)"), name: "Region \(index)", city: "City \(index)",
        place: Coordinate(
          latitude: Double(random.integer(in: -50...60)),
          longitude: Double(random.integer(in: -180...179))),
        country: "XX", jurisdiction: "XX")
    }
    let pairs = regions.indices.flatMap { i in (0..<i).map { j in (regions[i].id, regions[j].id) } }
    let trips = pairs.map { from, to in
      RoundTrip(
        from: from, to: to, there: .microseconds(random.integer(in: 500...150_000)),
        back: .microseconds(random.integer(in: 500...150_000)))
    }
    return Topology(
      name: "random", source: "a generator", local: .milliseconds(1), access: .milliseconds(5),
      regions: regions, roundTrips: trips)
  }
}
