import GeoModel

/// What every node of a run knows: the workload, who serves what, and when a region is lost.
struct PatternStage: Sendable {
  let workload: Workload
  let requests: [WorkloadRequest]
  let users: [Workload.User]
  let routing: RequestRouting
  /// The lost region, as a place in the list of regions.
  let lost: Int?
  /// From when on everybody acts on the loss.
  private let failover: Instant?

  /// When the first request may be made: by then the consensus group has a leader.
  static let opening = Duration.seconds(10)

  init(_ workload: Workload, _ deployment: Deployment) {
    self.workload = workload
    requests = workload.requests
    users = workload.users
    routing = RequestRouting(workload, deployment)
    lost = workload.outage.flatMap { workload.regions.firstIndex(of: $0.region) }
    failover = workload.outage.map { Instant(Self.opening + $0.time + $0.failover) }
  }

  var deployment: Deployment { routing.deployment }
  var regionCount: Int { workload.regions.count }
  /// The log of the consensus group comes after those of the regions.
  var consensusLog: Int { regionCount }

  /// The lost region, once everybody acts on its loss.
  func avoided(at time: Instant) -> Int? {
    failover.flatMap { time >= $0 ? lost : nil }
  }

  func isCritical(_ request: WorkloadRequest) -> Bool {
    deployment.hasConsensusForStock && request.datum.kind == .stock
  }

  /// The node of the users of a place.
  func clientNode(_ place: Int) -> NodeID { NodeID(regionCount + place) }

  func simulation() -> Simulation<Pattern.Participant> {
    let servers = workload.regions.indices.map { Pattern.Participant(server: .init(self, at: $0)) }
    let clients = workload.clients.indices.map { Pattern.Participant(client: .init(self, at: $0)) }
    let faults: [ScheduledFault] =
      if let outage = workload.outage, let lost {
        [ScheduledFault(.crash(NodeID(lost)), at: Self.opening + outage.time)]
      } else {
        []
      }
    return Simulation(
      nodes: servers + clients, network: network, faults: faults, seed: workload.seed, end: end)
  }

  /// Long enough for the last write to reach everybody, whatever happens to it.
  private var end: Duration {
    Self.opening + workload.duration + workload.lag + (workload.outage?.failover ?? .zero)
      + Workload.patience + Workload.patience
  }

  /// Users reach the region of their own city in one `access`, and others over its network.
  private var network: Network {
    let topology = workload.topology
    let places = workload.regions + workload.clients.map(\.region)
    let delays = places.indices.map { i in
      places.indices.map { j -> Duration in
        let isAccess = (i < regionCount) != (j < regionCount)
        // A traveller has what he takes along at once.
        if i >= regionCount, j >= regionCount { return .zero }
        return topology.way(from: places[i], to: places[j])
          + (isAccess ? topology.access / 2 : .zero)
      }
    }
    let jitter =
      workload.jitter > 0 ? Jitter.lognormal(sigma: workload.jitter) : Jitter.none
    return Network(delays: delays, jitter: jitter)
  }

  func region(of node: NodeID) -> RegionID {
    node.index < regionCount
      ? workload.regions[node.index] : workload.clients[node.index - regionCount].region
  }
}
