import GeoModel

/// A service that keeps stock, in a rush.
struct StockKeeper: Sendable {
  let service: Service
  let load: ServiceLoad
  let topology: Topology
  let rush: PurchaseRush

  /// Later than any rush.
  static let forever = Duration.seconds(1_000_000)

  /// The regions that decide, one after the other or all at once.
  func sites() -> [SitePlan] {
    switch service.copies {
    case .active(let regions):
      regions.map { site($0, name: ReplicaID($0.name), commit: .zero) }
    case .snapshots(let primary, _, _, _): [site(primary, commit: .zero)]
    case .standbys(let primary, let standbys, let replication):
      primarySites(primary, standbys, replication)
    case .consensus(let voters, let witness, let leader):
      groupSites(leader: leader, voters: voters, witness: witness)
    }
  }

  private func site(
    _ region: RegionID, name: ReplicaID? = nil, commit: Duration,
    from start: Duration = .zero, until end: Duration = forever
  ) -> SitePlan {
    SitePlan(
      name: name ?? ReplicaID(service.name), region: region, commit: commit,
      reign: start..<max(start, end))
  }

  private func areTogether(_ one: RegionID, _ other: RegionID) -> Bool {
    load.side(of: one, in: topology) == load.side(of: other, in: topology)
  }

  /// The leader goes on where a majority is on its side; where one is on the other, a voter there
  /// is elected. What nobody can decide waits for the end of the cut.
  private func groupSites(
    leader: RegionID, voters: [RegionID], witness: RegionID?
  ) -> [SitePlan] {
    let all = voters + [witness].compactMap { $0 }
    let whole = commit(of: leader, all, losing: [])
    guard let cut = rush.cut else { return [site(leader, commit: whole)] }
    let far = all.filter { !areTogether($0, leader) }
    let majority = Quorum(voters: all.count).majority
    if all.count - far.count >= majority {
      return [site(leader, commit: commit(of: leader, all, losing: far))]
    }
    let first = site(leader, commit: whole, until: cut.lowerBound)
    guard let heir = voters.first(where: far.contains), far.count >= majority else {
      return [first, site(leader, commit: whole, from: cut.upperBound)]
    }
    let near = all.filter { !far.contains($0) }
    let elected = cut.lowerBound + service.electionTimeout.upperBound
    return [first, site(heir, commit: commit(of: heir, all, losing: near), from: elected)]
  }

  private func commit(
    of leader: RegionID, _ voters: [RegionID], losing lost: [RegionID]
  ) -> Duration {
    let group = try? ReplicaGroup(leader: leader, voters: voters)
    return group?.commit(in: topology, losing: Set(lost))?.latency ?? .zero
  }

  /// A primary goes on where it need not wait for the other side. One that is replaced from there
  /// goes on all the same, unless a lease ends or its storage refuses it.
  private func primarySites(
    _ primary: RegionID, _ standbys: [RegionID], _ replication: FailoverScenario.Replication
  ) -> [SitePlan] {
    let trips = standbys.map { topology.roundTrip(primary, $0) }
    let commit = replication.wait(for: trips, of: standbys) ?? .zero
    guard let cut = rush.cut else { return [site(primary, commit: commit)] }
    let near = standbys.filter { areTogether($0, primary) }
    let nearTrips = near.map { topology.roundTrip(primary, $0) }
    guard replication.wait(for: nearTrips, of: near) != nil else {
      return [
        site(primary, commit: commit, until: cut.lowerBound),
        site(primary, commit: commit, from: cut.upperBound),
      ]
    }
    guard let heir = heir(of: primary, standbys) else { return [site(primary, commit: commit)] }
    let noticed = cut.lowerBound + service.detector.interval * service.detector.misses
    let end = service.lease.map { cut.lowerBound + $0 } ?? Self.forever
    return [
      site(primary, commit: commit, until: end),
      site(heir, commit: .zero, from: noticed + (service.lease ?? .zero)),
    ]
  }

  /// The standby that those on the other side would promote; `nil` where they do not.
  private func heir(of primary: RegionID, _ standbys: [RegionID]) -> RegionID? {
    let deciders = service.observers.isEmpty ? [standbys[0]] : service.observers
    let far = deciders.filter { !areTogether($0, primary) }
    guard service.promotion == .automatic, far.count >= Quorum(voters: deciders.count).majority,
      service.lease != nil || !service.fencesOldPrimary
    else { return nil }
    return standbys.first { !areTogether($0, primary) }
  }
}

extension FailoverScenario.Replication {
  /// What a primary waits for the standbys that it can reach; `nil` where it waits without end.
  fileprivate func wait(for trips: [Duration], of standbys: [RegionID]) -> Duration? {
    switch self {
    case .asynchronous: return .zero
    case .semiSynchronous: return trips.min() ?? .zero
    case .synchronous(let named): return standbys.firstIndex(of: named).map { trips[$0] }
    case .anyOf(let count):
      let sorted = trips.sorted()
      return count <= sorted.count && count > 0 ? sorted[count - 1] : nil
    case .all: return trips.max()
    }
  }
}
