/// A table of a multi-region database, or a row of one, with its replicas in their places.
public struct PlacedTable: Equatable, Sendable {
  public let placement: ReplicaPlacement
  /// Whether every replica answers reads at the present time.
  public let isGlobal: Bool
  public var timestamps = ClosedTimestamps()

  public init(placement: ReplicaPlacement, isGlobal: Bool) {
    self.placement = placement
    self.isGlobal = isGlobal
  }

  /// What a client waits for when it reads what holds now.
  ///
  /// The leaseholder answers, or any replica of a GLOBAL table.
  ///
  /// - Parameter client: not in a lost region.
  /// - Returns: `nil` when no quorum is left: without one nobody knows what holds now.
  public func read(
    from client: RegionID, in topology: Topology, losing lost: [FailureDomain] = []
  ) -> Duration? {
    placement.group(losing: lost, in: topology)
      .flatMap { $0.read(isGlobal ? .nearestReplica : .lease, from: client, in: topology) }
  }

  /// What a client waits for when it writes.
  ///
  /// A GLOBAL table is written at a time that lies ahead (``ClosedTimestamps/lead``), and the
  /// client's own node answers when that time has come and the write is committed: the *later* of
  /// the two, so that the commit often costs nothing. Clocks are taken to agree.
  ///
  /// - Returns: `nil` when no quorum is left.
  public func write(
    from client: RegionID, in topology: Topology, losing lost: [FailureDomain] = []
  ) -> Duration? {
    guard let group = placement.group(losing: lost, in: topology),
      let committed = group.write(from: client, in: topology)
    else { return nil }
    guard isGlobal else { return committed }
    let there =
      client == group.leader ? .zero : topology.oneWay(from: client, to: group.leader)
    return max(committed, there + timestamps.lead)
  }
}
