/// How a read gets its value, and what it promises.
public enum ReadStrategy: Equatable, Sendable {
  /// At the leader, which holds a lease and so knows that no other leader exists: never stale.
  case lease
  /// At the leader, which asks a quorum whether it still leads: never stale, no clock needed.
  case readIndex
  /// At the replica nearest to the client: as stale as that replica's lag.
  case nearestReplica
}

extension ReplicaGroup {
  /// The regions that hold a copy, voters first, each once.
  public var replicas: [RegionID] {
    (voters + nonVoters).reduce(into: []) { unique, region in
      if !unique.contains(region) { unique.append(region) }
    }
  }

  /// The replica with the shortest round trip from a client; the first of equals.
  public func nearestReplica(to client: RegionID, in topology: Topology) -> RegionID {
    replicas.reduce(leader) { nearest, region in
      topology.clientWay(client, region) < topology.clientWay(client, nearest) ? region : nearest
    }
  }

  /// What a client waits for when it reads.
  ///
  /// - Returns: `nil` when the strategy needs a quorum that the group cannot form.
  public func read(
    _ strategy: ReadStrategy, from client: RegionID, in topology: Topology
  ) -> Duration? {
    switch strategy {
    case .lease: topology.clientWay(client, leader)
    case .readIndex: withoutFlush.write(from: client, in: topology)
    case .nearestReplica:
      topology.clientWay(client, nearestReplica(to: client, in: topology))
    }
  }

  /// A heartbeat is answered from memory.
  private var withoutFlush: ReplicaGroup {
    var group = self
    group.flush = .zero
    return group
  }

  /// How old a value read at a replica can be, at least, right after a write commits.
  ///
  /// The leader's message needs one way to the replica, which then takes `apply` to make the
  /// entry visible. Overload and cuts add to this without bound.
  public func staleness(
    at replica: RegionID, applying apply: Duration, in topology: Topology
  ) -> Duration {
    replica == leader ? .zero : topology.oneWay(from: leader, to: replica) + apply
  }
}
