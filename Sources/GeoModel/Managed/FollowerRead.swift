/// How a read may trade freshness for nearness.
public enum FollowerRead: Equatable, Sendable {
  /// At the leaseholder: what holds now.
  case strong
  /// `AS OF SYSTEM TIME follower_read_timestamp()`: as of a time that is old enough for every
  /// replica to know all about, if news travel as they should.
  case exact
  /// `with_max_staleness`: the freshest that the nearest replica has, if it is no older than this.
  case bounded(Duration)

  /// What a read returns.
  public struct Answer: Equatable, Sendable {
    public let latency: Duration
    /// How old the value may be, at worst.
    public let staleness: Duration

    public init(latency: Duration, staleness: Duration) {
      self.latency = latency
      self.staleness = staleness
    }
  }
}

extension PlacedTable {
  /// What a read comes to while the client's region may be cut off from the leaseholder.
  ///
  /// News that left before the cut arrive, so that a replica is as fresh as one way allows, or as
  /// the cut, whichever is longer.
  ///
  /// - Parameters:
  ///   - client: where the reader is; its nearest replica is on its side of the cut.
  ///   - cut: since when it lasts; `nil` where there is none.
  /// - Returns: `nil` when nobody answers: the leaseholder cannot be reached and the nearest
  ///   replica does not know enough.
  public func answer(
    _ read: FollowerRead, from client: RegionID, cut: Duration?, in topology: Topology
  ) -> FollowerRead.Answer? {
    guard let group = placement.group(in: topology) else { return nil }
    let replica = group.nearestReplica(to: client, in: topology)
    let way = topology.clientWay(client, replica)
    let freshest = freshest(at: replica, of: group, cut: cut, in: topology)
    let leaseholder = FollowerRead.Answer(
      latency: topology.clientWay(client, group.leader), staleness: .zero)
    let isReachable = cut == nil || client == group.leader
    switch read {
    case .strong: return isReachable ? leaseholder : nil
    case .exact:
      let staleness = timestamps.exactStaleness
      if freshest <= staleness { return FollowerRead.Answer(latency: way, staleness: staleness) }
      return isReachable
        ? FollowerRead.Answer(latency: leaseholder.latency, staleness: staleness) : nil
    case .bounded(let bound):
      if freshest <= bound { return FollowerRead.Answer(latency: way, staleness: freshest) }
      return isReachable ? leaseholder : nil
    }
  }

  private func freshest(
    at replica: RegionID, of group: ReplicaGroup, cut: Duration?, in topology: Topology
  ) -> Duration {
    guard replica != group.leader else { return .zero }
    let way = topology.oneWay(from: group.leader, to: replica)
    return timestamps.freshest(delay: max(way, cut ?? .zero))
  }
}
