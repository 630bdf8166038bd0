import GeoModel

/// Where the servers of a group are. They are numbered in this order: voters, learners, spares.
public struct RaftGroup: Equatable, Sendable {
  /// One entry per voter; a region with two voters stands here twice.
  public var voters: [RegionID]
  /// One entry per learner, who receives everything and votes on nothing.
  public var learners: [RegionID]
  /// Servers that belong to nothing until a change makes them members.
  public var spares: [RegionID]
  /// How many of the voters, the last ones, are witnesses: they vote and never stand, since they
  /// keep which writes there were and nothing of what these say.
  public var witnessCount = 0

  public init(voters: [RegionID], learners: [RegionID] = [], spares: [RegionID] = []) {
    precondition(!voters.isEmpty, "a group without voters decides nothing")
    self.voters = voters
    self.learners = learners
    self.spares = spares
  }

  /// The region of every server, by number.
  public var regions: [RegionID] { voters + learners + spares }

  /// The numbers of the witnesses.
  var witnesses: Range<Int> { voters.count - witnessCount..<voters.count }

  /// The servers in a region, in the order of their numbers.
  public func servers(in region: RegionID) -> [NodeID] {
    regions.indices.filter { regions[$0] == region }.map(NodeID.init)
  }

  /// The members before anybody changes them.
  public var founders: RaftMembers {
    RaftMembers(
      voters: voters.indices.map(NodeID.init),
      learners: learners.indices.map { NodeID(voters.count + $0) })
  }
}

/// A client's place and its requests.
public struct RaftWorkload: Sendable {
  public var region: RegionID
  /// When, from the start of the run, the client asks for what.
  public var tasks: [(due: Duration, task: RaftTask)]

  public init(from region: RegionID, tasks: [(due: Duration, task: RaftTask)]) {
    self.region = region
    self.tasks = tasks
  }

  /// Writes at equal distances.
  public init(
    from region: RegionID, writes count: Int, every interval: Duration,
    after delay: Duration = .zero
  ) {
    self.init(
      from: region, tasks: (0..<count).map { (due: delay + interval * $0, task: .write) })
  }
}

/// All that determines a run of Raft.
public struct RaftScenario: Sendable {
  public var topology: Topology
  public var group: RaftGroup
  /// One client each; they have the numbers after the servers.
  public var workloads: [RaftWorkload]
  public var timing: RaftTiming
  public var usesPreVote = true
  /// The server that stands for election at once and so leads first; `nil` leaves it to chance.
  public var firstLeader: NodeID?
  public var faults: [ScheduledFault] = []
  public var jitter = Jitter.none
  public var loss = 0.0
  public var keepsOrder = true
  public var seed: UInt64 = 0
  public var duration = Duration.seconds(60)

  /// - Parameters:
  ///   - topology: has all regions of the group and of the workloads.
  ///   - timing: `nil` for one that suits the longest round trip in the group.
  public init(
    topology: Topology, group: RaftGroup, workloads: [RaftWorkload] = [],
    timing: RaftTiming? = nil
  ) {
    self.topology = topology
    self.group = group
    self.workloads = workloads
    self.timing = timing ?? RaftTiming(forRoundTrip: group.longestRoundTrip(in: topology))
  }

  /// The run, not yet begun: step it without recording, or record a trace.
  public var simulation: Simulation<RaftParticipant> {
    Simulation(
      nodes: servers + clients,
      network: Network(delays: delays, jitter: jitter, loss: loss, keepsOrder: keepsOrder),
      faults: faults, seed: seed, end: duration)
  }

  /// The region of every node, by number: servers, then clients.
  public var regions: [RegionID] { group.regions + workloads.map(\.region) }
}

extension RaftScenario {
  private var servers: [RaftParticipant] {
    var seeds = SplitMix64(seed: seed)
    return group.regions.indices.map { number in
      RaftParticipant(
        server: RaftNode(
          id: NodeID(number), serverCount: group.regions.count, founders: group.founders,
          timing: timing, usesPreVote: usesPreVote,
          isWitness: group.witnesses.contains(number),
          standsAtStart: firstLeader == NodeID(number), seed: seeds.next()))
    }
  }

  private var clients: [RaftParticipant] {
    workloads.enumerated().map { number, workload in
      RaftParticipant(
        client: RaftClient(
          id: NodeID(group.regions.count + number), serverCount: group.regions.count,
          asksFirst: firstLeader ?? NodeID(0), patience: timing.election.lowerBound,
          tasks: workload.tasks))
    }
  }

  /// A client stands beside the servers of its own region; the way to them takes no time.
  private var delays: [[Duration]] {
    let regions = regions
    let serverCount = group.regions.count
    return regions.indices.map { from in
      regions.indices.map { to in
        regions[from] == regions[to] && max(from, to) >= serverCount
          ? .zero : topology.oneWay(from: regions[from], to: regions[to])
      }
    }
  }
}

extension RaftGroup {
  fileprivate func longestRoundTrip(in topology: Topology) -> Duration {
    regions.flatMap { a in regions.map { b in topology.roundTrip(a, b) } }.max() ?? .zero
  }
}
