import GeoModel

/// A global table, the clients that use it, and what goes wrong.
public struct GlobalTableScenario: Sendable {
  /// A client, in the region of a replica, and what it does.
  public struct Client: Sendable {
    public var region: RegionID
    public var steps: [TableClient.Step]

    public init(in region: RegionID, _ steps: [TableClient.Step]) {
      self.region = region
      self.steps = steps
    }
  }

  public var table: GlobalTable
  public var topology: Topology
  public var clients: [Client] = []
  /// Where a program follows the stream of the table and keeps the total of all clicks, if anywhere.
  public var follower: RegionID?
  /// In mode mrec: from a write until its replica sends it on.
  public var lag = Duration.zero
  /// How the lag varies, write by write.
  public var lagJitter = Jitter.none
  /// How the delays of messages vary.
  public var jitter = Jitter.none
  public var incident: [RegionFault] = []
  public var rules = TableRules.sound
  public var seed: UInt64 = 0
  public var duration = Duration.seconds(60)

  /// - Parameter topology: has all regions of the table.
  public init(_ table: GlobalTable, topology: Topology) {
    self.table = table
    self.topology = topology
  }

  /// Replicas, then the witness, then clients in their order, then the follower.
  public var regions: [RegionID] {
    table.regions + clients.map(\.region) + (follower.map { [$0] } ?? [])
  }

  /// The node of a client.
  public func node(ofClient index: Int) -> NodeID { NodeID(table.regions.count + index) }

  public var simulation: Simulation<TableParticipant> {
    var dice = SplitMix64(seed: seed)
    let members = table.regions.indices.map { NodeID($0) }
    let replicas = members.map { replica($0, members, seed: dice.next()) }
    let programs = clients + (follower.map { [Client(in: $0, [])] } ?? [])
    let users = programs.enumerated().map { index, client in
      user(node(ofClient: index), client, seed: dice.next())
    }
    let roster = FaultRoster(
      regions: regions, databases: members, users: clients.indices.map { node(ofClient: $0) })
    return Simulation(
      nodes: replicas + users, network: Network(delays: delays, jitter: jitter),
      faults: roster.faults(for: incident), seed: dice.next(), end: duration)
  }

  private func replica(
    _ id: NodeID, _ members: [NodeID], seed: UInt64
  ) -> TableParticipant {
    var participant = TableParticipant()
    let peers = members.filter { $0 != id }
    switch table.mode {
    case .eventual:
      let isFollowed = follower == table.regions[id.index]
      participant.eventual = EventualReplica(
        id: id, peers: peers, lag: lag, jitter: lagJitter, rules: rules,
        follower: isFollowed ? NodeID(regions.count - 1) : nil, seed: seed)
    case .strong: participant.strong = StrongReplica(id: id, peers: peers, rules: rules)
    }
    return participant
  }

  private func user(_ id: NodeID, _ client: Client, seed: UInt64) -> TableParticipant {
    guard let replica = table.replicas.firstIndex(of: client.region) else {
      preconditionFailure("a client stands in \(client.region), where no replica is")
    }
    var participant = TableParticipant()
    participant.client = TableClient(
      id: id, replica: NodeID(replica), steps: client.steps, seed: seed)
    return participant
  }

  /// A client stands beside the replica of its region.
  private var delays: [[Duration]] {
    regions.map { from in
      regions.map { to in from == to ? .zero : topology.oneWay(from: from, to: to) }
    }
  }
}
