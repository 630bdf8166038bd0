/// What a loss leaves.
extension ReplicaPlacement {
  /// Every zone that holds a replica.
  public var zones: [FailureDomain] { replicas.map { .zone($0.region, $0.zone) } }

  /// The voters that a loss leaves.
  public func votersLeft(losing lost: [FailureDomain]) -> [Replica] { left(voters, losing: lost) }

  /// The non-voters that a loss leaves.
  public func nonVotersLeft(losing lost: [FailureDomain]) -> [Replica] {
    left(nonVoters, losing: lost)
  }

  /// Whether writes go on, under a new leader if need be: *n* − *n*ₛ ≥ *q* for the lost part S.
  ///
  /// The quorum stays that of all voters until somebody changes the membership.
  public func survives(losing lost: [FailureDomain]) -> Bool {
    votersLeft(losing: lost).count >= quorum.majority
  }

  /// The single losses that a goal promises to survive and this placement does not; none if it
  /// keeps the promise.
  public func brokenPromises(of goal: SurvivalGoal) -> [FailureDomain] {
    let promised: [FailureDomain] =
      switch goal {
      case .zone: zones
      case .region: regions.map { .region($0) }
      }
    return promised.filter { !survives(losing: [$0]) }
  }

  /// Who leads whom after a loss; `nil` when no quorum is left.
  ///
  /// The leader stays in the home region while it has a voter. Otherwise the region whose commits
  /// are fastest takes over, the first of equals. CockroachDB does so when told to by a secondary
  /// region; otherwise it weighs load as well, which is left out here.
  ///
  /// - Parameter topology: has every region of the placement.
  public func group(losing lost: [FailureDomain] = [], in topology: Topology) -> ReplicaGroup? {
    let left = votersLeft(losing: lost).map(\.region)
    guard left.count >= quorum.majority else { return nil }
    let candidates = left.contains(home) ? [home] : left
    let groups = candidates.map { group(ledFrom: $0, voters: left, losing: lost) }
    return groups.min { commit($0, in: topology) < commit($1, in: topology) }
  }

  /// The voters that are left, who wait for as many answers as if all were.
  private func group(
    ledFrom leader: RegionID, voters: [RegionID], losing lost: [FailureDomain]
  ) -> ReplicaGroup {
    do throws(GroupError) {
      return try ReplicaGroup(
        leader: leader, voters: voters, nonVoters: nonVotersLeft(losing: lost).map(\.region),
        rule: .any(quorum.majority - 1))
    } catch {
      preconditionFailure("a quorum is left and the leader is one of it: \(error)")
    }
  }

  private func commit(_ group: ReplicaGroup, in topology: Topology) -> Duration {
    guard let commit = group.commit(in: topology) else {
      preconditionFailure("everybody in the group is up")
    }
    return commit.latency
  }

  private func left(_ replicas: [Replica], losing lost: [FailureDomain]) -> [Replica] {
    replicas.filter { replica in !lost.contains { $0.holds(replica) } }
  }
}
