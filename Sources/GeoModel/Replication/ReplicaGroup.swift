/// Where the replicas of one piece of data are, and which of them leads.
public struct ReplicaGroup: Equatable, Sendable {
  /// The region of the leader, which is one of the voters.
  public var leader: RegionID
  /// One entry per voter; a region with two voters stands here twice.
  public var voters: [RegionID]
  /// Replicas that receive every write and vote on none.
  public var nonVoters: [RegionID]
  /// Whose answers make a write durable.
  public var rule: CommitRule
  /// How long a replica takes to write an entry to its own disk.
  public var flush: Duration

  /// - Throws: when the leader does not vote, when a region votes and does not vote, or when the
  ///   rule asks for more followers than there are.
  public init(
    leader: RegionID, voters: [RegionID], nonVoters: [RegionID] = [],
    rule: CommitRule = .majority, flush: Duration = .zero
  ) throws(GroupError) {
    guard voters.contains(leader) else { throw .leaderDoesNotVote(leader) }
    if let both = nonVoters.first(where: voters.contains) { throw .votesAndDoesNot(both) }
    guard (0..<voters.count).contains(rule.followersNeeded(of: voters.count)) else {
      throw .tooManyFollowers(followers: voters.count - 1)
    }
    self.leader = leader
    self.voters = voters
    self.nonVoters = nonVoters
    self.rule = rule
    self.flush = flush
  }

  public var quorum: Quorum { Quorum(voters: voters.count) }

  /// The other voters: everyone but one entry of the leader's region.
  public var followers: [RegionID] {
    var rest = voters
    if let own = rest.firstIndex(of: leader) { rest.remove(at: own) }
    return rest
  }

  /// How many followers must answer before a write is durable.
  public var answersNeeded: Int { rule.followersNeeded(of: voters.count) }

  /// How many voters may be lost while writes go on.
  public var faultTolerance: Int { voters.count - 1 - answersNeeded }

  /// Whether enough voters are left to commit, under a new leader if need be.
  ///
  /// The quorum stays that of the full group until somebody changes the membership.
  public func survives(losing lost: Set<RegionID>) -> Bool {
    voters.count { !lost.contains($0) } > answersNeeded
  }
}

/// Why replicas cannot form a group.
public enum GroupError: Error, Equatable, Sendable {
  case leaderDoesNotVote(RegionID)
  case votesAndDoesNot(RegionID)
  case tooManyFollowers(followers: Int)
}

extension GroupError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .leaderDoesNotVote(let region):
      "the leader is in \(region), but no voter is; add \(region) to the voters"
    case .votesAndDoesNot(let region):
      "\(region) is both a voter and a non-voter; it can be only one"
    case .tooManyFollowers(let followers):
      "a write can wait for 0 to \(followers) followers, the number that there are"
    }
  }
}
