import GeoModel

/// One write through a consensus group: client, leader, voters, non-voters.
///
/// The steady state of Raft, [Ongaro 2014] §5.3: the leader is elected and stays; it sends the
/// entry to everybody at once and commits when enough voters have it.
///
/// [Ongaro 2014]: https://raft.github.io/raft.pdf
public enum QuorumWrite {
  public enum Message: Equatable, Sendable {
    case request
    case append
    /// A node's own disk has finished.
    case flushed
    case acknowledge
    case reply
  }

  /// What a node does in the group.
  public enum Duty: Equatable, Sendable {
    case client(leader: NodeID)
    case leader(followers: [NodeID], nonVoters: [NodeID], needed: Int, client: NodeID?)
    case voter
    case nonVoter
  }

  /// The state of one participant.
  public struct Participant: Node, Equatable, Sendable {
    public let duty: Duty
    public let flush: Delay
    /// When the entry was on this node's disk.
    public private(set) var durable: Instant?
    /// At the leader: the voters that have answered, in the order of their answers.
    public private(set) var acknowledged: [NodeID] = []
    /// At the leader: when it sent the entry.
    public private(set) var proposed: Instant?
    /// At the leader: when the entry was committed.
    public private(set) var committed: Instant?
    /// At the client: when the answer was there.
    public private(set) var answered: Instant?

    init(duty: Duty, flush: Delay) {
      self.duty = duty
      self.flush = flush
    }

    public mutating func start(at now: Instant, into outbox: inout Outbox<Message>) {
      switch duty {
      case .client(let leader): outbox.send(.request, to: leader)
      case .leader(_, _, _, client: nil): propose(at: now, into: &outbox)
      case .leader, .voter, .nonVoter: break
      }
    }

    public mutating func receive(
      _ message: Message, from sender: NodeID, at now: Instant, into outbox: inout Outbox<Message>
    ) {
      switch message {
      case .request: propose(at: now, into: &outbox)
      case .append: writeToDisk(at: now, into: &outbox)
      case .flushed: haveOnDisk(at: now, into: &outbox)
      case .acknowledge:
        acknowledged.append(sender)
        commitIfPossible(at: now, into: &outbox)
      case .reply: answered = now
      }
    }

    private mutating func propose(at now: Instant, into outbox: inout Outbox<Message>) {
      guard case .leader(let followers, let nonVoters, _, _) = duty else { return }
      proposed = now
      for node in followers + nonVoters { outbox.send(.append, to: node) }
      writeToDisk(at: now, into: &outbox)
    }

    private mutating func writeToDisk(at now: Instant, into outbox: inout Outbox<Message>) {
      if flush == .zero {
        haveOnDisk(at: now, into: &outbox)
      } else {
        outbox.remind(of: .flushed, after: flush)
      }
    }

    private mutating func haveOnDisk(at now: Instant, into outbox: inout Outbox<Message>) {
      durable = now
      switch duty {
      case .leader: commitIfPossible(at: now, into: &outbox)
      case .voter: outbox.send(.acknowledge, to: QuorumWrite.leader)
      case .client, .nonVoter: break
      }
    }

    private mutating func commitIfPossible(at now: Instant, into outbox: inout Outbox<Message>) {
      guard case .leader(_, _, let needed, let client) = duty, committed == nil,
        durable != nil, acknowledged.count >= needed
      else { return }
      committed = now
      if let client { outbox.send(.reply, to: client) }
    }
  }

  /// The leader's number in every run of this protocol.
  static let leader = NodeID(0)
}

/// A run of ``QuorumWrite``: who took part, and what happened.
public struct QuorumWriteRun: Sendable {
  /// Leader, then followers, then non-voters, then the client where there is one.
  public let regions: [RegionID]
  public let nodes: [QuorumWrite.Participant]
  public let trace: Trace<QuorumWrite.Participant>

  /// - Parameters:
  ///   - group: its regions are all in the topology.
  ///   - client: where the write comes from; one beside the leader, like `nil`, needs no node: its
  ///     write begins at the leader.
  ///   - faults: regions that crash, and when; every node of the group there stops.
  public init(
    group: ReplicaGroup, client: RegionID? = nil, topology: Topology,
    crashes: [(time: Duration, region: RegionID)] = []
  ) {
    let client = client == group.leader ? nil : client
    let followers = group.followers
    let nonVoters = group.nonVoters
    let numbers = (1..<(1 + followers.count + nonVoters.count)).map(NodeID.init)
    let clientNumber = client.map { _ in NodeID(1 + numbers.count) }
    let duties: [QuorumWrite.Duty] =
      [
        .leader(
          followers: Array(numbers.prefix(followers.count)),
          nonVoters: Array(numbers.dropFirst(followers.count)),
          needed: group.answersNeeded, client: clientNumber)
      ]
      + followers.map { _ in .voter } + nonVoters.map { _ in .nonVoter }
      + (client == nil ? [] : [.client(leader: QuorumWrite.leader)])
    let nodes = duties.map { QuorumWrite.Participant(duty: $0, flush: Delay(group.flush)) }
    let regions = [group.leader] + followers + nonVoters + (client.map { [$0] } ?? [])
    let replicas = regions.indices.filter { clientNumber?.index != $0 }
    let faults = crashes.flatMap { crash in
      replicas.filter { regions[$0] == crash.region }
        .map { ScheduledFault(.crash(NodeID($0)), at: crash.time) }
    }
    self.regions = regions
    self.nodes = nodes
    trace =
      Simulation(
        nodes: nodes, network: Network(topology: topology, regions: regions), faults: faults
      ).trace()
  }

  /// From the leader's sending to the commit; `nil` when too few voters answered.
  public var commitLatency: Duration? {
    guard let leader = trace.steps.last?.world.nodes.first, let proposed = leader.proposed,
      let committed = leader.committed
    else { return nil }
    return (committed - proposed).duration
  }

  /// From the client's sending to the answer in its hands; `nil` when it never comes.
  public var writeLatency: Duration? {
    guard let client = trace.steps.last?.world.nodes.last, case .client = client.duty else {
      return commitLatency
    }
    return client.answered?.sinceStart
  }
}
