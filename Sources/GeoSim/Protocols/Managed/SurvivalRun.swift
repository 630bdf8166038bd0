import GeoModel

/// A placement before a loss and after it, played by Raft: who leads, and whose writes commit.
///
/// One client in every region writes before the loss and again when the group has settled: a new
/// leader is elected where one is due, and hands over to the region that the placement prefers. The
/// timing of elections is Raft's own; CockroachDB's leases take seconds as well, by other rules.
public struct SurvivalRun: Sendable {
  /// A client's two writes.
  public struct Client: Equatable, Sendable {
    public let region: RegionID
    /// Whether the client went down together with its region.
    public let isLost: Bool
    /// When its write before the loss was sent and answered.
    public let before: RaftRun.Acknowledgement?
    /// The same for the write when all has settled; `nil` when it is never answered.
    public let after: RaftRun.Acknowledgement?
  }

  public let placement: ReplicaPlacement
  public let lost: [FailureDomain]
  /// When the clients write for the first time.
  public let firstWrite: Duration
  /// When the loss happens.
  public let loss: Duration
  /// When the clients write for the last time.
  public let secondWrite: Duration
  /// In the order in which their regions were given.
  public let clients: [Client]
  public let raft: RaftRun

  /// - Parameters:
  ///   - clients: one region each, of the topology.
  ///   - lost: what is lost in the middle of the run; empty for an ordinary day.
  public init(
    _ placement: ReplicaPlacement, clients: [RegionID], losing lost: [FailureDomain],
    in topology: Topology
  ) {
    let stage = SurvivalStage(
      placement: placement, clients: clients, lost: lost, topology: topology)
    let raft = RaftRun(stage.scenario, limit: 50_000)
    self.placement = placement
    self.lost = lost
    firstWrite = stage.firstWrite
    loss = stage.loss
    secondWrite = stage.secondWrite
    self.raft = raft
    self.clients = clients.enumerated().map { index, region in
      func write(_ number: Int) -> RaftRun.Acknowledgement? {
        let id = RaftRequestID(client: stage.node(ofClient: index), number: number)
        return raft.acknowledged.first { $0.id == id }
      }
      return Client(
        region: region, isLost: stage.isLost(region), before: write(0), after: write(2))
    }
  }

  /// The replica that leads at a moment, if one does; before the first write, the one that will.
  public func leader(at time: Duration) -> ReplicaPlacement.Replica? {
    raft.leader(at: Instant(max(time, firstWrite))).map { placement.replicas[$0.index] }
  }

  public var duration: Duration { raft.scenario.duration }
}

/// The scenario of such a run.
private struct SurvivalStage {
  let placement: ReplicaPlacement
  let clients: [RegionID]
  let lost: [FailureDomain]
  let topology: Topology

  /// The longest that a server waits for a leader; everything is scheduled in it.
  private var patience: Duration { plain.timing.election.upperBound.duration }

  var firstWrite: Duration { patience }
  var loss: Duration { patience * 2 }
  private var transfer: Duration { patience * 6 }
  /// A write that finds the new leader, and that nobody measures.
  private var search: Duration { patience * 9 }
  var secondWrite: Duration { patience * 12 }

  /// The run with a transfer of the leadership, where an election alone gives it elsewhere.
  var scenario: RaftScenario {
    var scenario = untouched
    if let heir, let elected = elected(in: scenario),
      placement.replicas[elected.index].region != placement.replicas[heir.index].region
    {
      let region = placement.replicas[heir.index].region
      scenario.workloads.append(
        RaftWorkload(from: region, tasks: [(transfer, .transfer(to: heir))]))
    }
    return scenario
  }

  private var untouched: RaftScenario {
    var scenario = plain
    let tasks: [(due: Duration, task: RaftTask)] = [
      (firstWrite, .write), (search, .write), (secondWrite, .write),
    ]
    scenario.workloads = clients.map { RaftWorkload(from: $0, tasks: tasks) }
    scenario.firstLeader = server { $0.region == placement.home }
    scenario.faults = faults
    scenario.duration = patience * 14
    return scenario
  }

  /// Who leads when it is time for a transfer.
  private func elected(in scenario: RaftScenario) -> NodeID? {
    var run = scenario.simulation.start()
    while run.world.time.sinceStart < transfer, run.next() != nil {}
    return run.world.leader
  }

  private var plain: RaftScenario {
    RaftScenario(
      topology: topology,
      group: RaftGroup(
        voters: placement.voters.map(\.region), learners: placement.nonVoters.map(\.region)))
  }

  /// Who is to lead after the loss.
  private var heir: NodeID? {
    guard let group = placement.group(losing: lost, in: topology) else { return nil }
    return server { replica in
      replica.region == group.leader && !lost.contains { $0.holds(replica) }
    }
  }

  private func server(where isMeant: (ReplicaPlacement.Replica) -> Bool) -> NodeID? {
    placement.voters.firstIndex(where: isMeant).map(NodeID.init)
  }

  func node(ofClient index: Int) -> NodeID { NodeID(placement.replicas.count + index) }

  func isLost(_ region: RegionID) -> Bool { lost.contains(.region(region)) }

  private var faults: [ScheduledFault] {
    let servers = placement.replicas.enumerated()
      .filter { server in lost.contains { $0.holds(server.element) } }
      .map { NodeID($0.offset) }
    let beside = clients.indices.filter { isLost(clients[$0]) }.map(node(ofClient:))
    return (servers + beside).map { ScheduledFault(.crash($0), at: loss) }
  }
}
