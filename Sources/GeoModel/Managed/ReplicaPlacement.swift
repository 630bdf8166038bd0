/// Where the replicas of one piece of data are, down to the zone.
public struct ReplicaPlacement: Equatable, Sendable {
  public struct Replica: Hashable, Sendable {
    public let region: RegionID
    /// Counted from 0 within the region; no two replicas share one.
    public let zone: Int
  }

  /// Where the leader is while a voter is up there.
  public let home: RegionID
  /// In the order in which they would take over.
  public let voters: [Replica]
  /// Replicas that receive every write and vote on none.
  public let nonVoters: [Replica]

  /// Replicas in zones of their own: the second one named in a region is in its second zone.
  ///
  /// - Parameters:
  ///   - home: one of the regions of the voters.
  ///   - voters: one entry per voter.
  ///   - nonVoters: one entry per non-voter, in regions that have no voter.
  public init(home: RegionID, voters: [RegionID], nonVoters: [RegionID] = []) {
    precondition(voters.contains(home), "the home region has a voter")
    precondition(!nonVoters.contains(where: voters.contains), "a region votes or it does not")
    self.home = home
    self.voters = Self.inZones(voters)
    self.nonVoters = Self.inZones(nonVoters)
  }

  public var quorum: Quorum { Quorum(voters: voters.count) }

  public var replicas: [Replica] { voters + nonVoters }

  /// Every region with a replica, voters first, each once.
  public var regions: [RegionID] {
    replicas.reduce(into: []) { unique, replica in
      if !unique.contains(replica.region) { unique.append(replica.region) }
    }
  }

  /// Regions of which each holds a majority: one at most, because two majorities share a voter.
  public var regionsWithMajority: [RegionID] {
    regions.filter { region in
      voters.count { $0.region == region } >= quorum.majority
    }
  }

  private static func inZones(_ regions: [RegionID]) -> [Replica] {
    regions.enumerated().map { index, region in
      Replica(region: region, zone: regions[..<index].count { $0 == region })
    }
  }
}
