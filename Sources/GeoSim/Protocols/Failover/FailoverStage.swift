import GeoModel

/// The nodes and the network of a scenario.
struct FailoverStage: Sendable {
  let scenario: FailoverScenario
  /// The first primary, then the standbys.
  let databases: [NodeID]
  let observers: [NodeID]
  let coordinator: NodeID
  let clients: [NodeID]
  /// By node.
  let regions: [RegionID]
  let network: Network
  let faults: [ScheduledFault]

  init(_ scenario: FailoverScenario) {
    self.scenario = scenario
    let watchers = scenario.watchers
    let places = [
      [scenario.primary] + scenario.standbys, watchers, [scenario.coordinator], scenario.clients,
    ]
    regions = Array(places.joined())
    var next = 0
    let numbers = places.map { places in
      defer { next += places.count }
      return (next..<next + places.count).map(NodeID.init)
    }
    databases = numbers[0]
    observers = numbers[1]
    coordinator = numbers[2][0]
    clients = numbers[3]
    let roster = FaultRoster(regions: regions, databases: databases, users: clients)
    faults = roster.faults(for: scenario.incident)
    network = Network(
      delays: Self.delays(regions, users: numbers[3], in: scenario.topology),
      jitter: scenario.jitter > 0 ? .lognormal(sigma: scenario.jitter) : .none)
  }

  /// A client stands beside the servers of its own region.
  private static func delays(
    _ regions: [RegionID], users: [NodeID], in topology: Topology
  ) -> [[Duration]] {
    regions.indices.map { i in
      regions.indices.map { j in
        let isBeside =
          regions[i] == regions[j] && (users.contains(NodeID(i)) || users.contains(NodeID(j)))
        return isBeside ? .zero : topology.oneWay(from: regions[i], to: regions[j])
      }
    }
  }

  /// The scenario with the chances of a seed.
  func simulation(seed: UInt64) -> Simulation<Failover.Participant> {
    var dice = SplitMix64(seed: seed)
    var nodes: [Failover.Participant] = []
    nodes.reserveCapacity(regions.count)
    for node in databases { nodes.append(.init(database: database(node))) }
    for _ in observers { nodes.append(.init(observer: observer(&dice))) }
    nodes.append(.init(coordinator: decider))
    for _ in clients { nodes.append(.init(client: client(&dice))) }
    return Simulation(
      nodes: nodes, network: network, faults: faults, seed: dice.next(), end: scenario.duration)
  }

  private func database(_ node: NodeID) -> Failover.Database {
    Failover.Database(
      rules: scenario.databaseRules(databases), isPrimary: node == databases[0],
      source: databases[0], others: databases.filter { $0 != node }, coordinator: coordinator)
  }

  private func observer(_ dice: inout SplitMix64) -> Failover.Observer {
    Failover.Observer(
      detector: scenario.detector, target: databases[0], coordinator: coordinator,
      phase: dice.uniform(upTo: scenario.detector.interval), seed: dice.next())
  }

  private var decider: Failover.Coordinator {
    Failover.Coordinator(
      rules: scenario.coordinatorRules(databases), primary: databases[0], databases: databases,
      observers: observers, clients: clients)
  }

  private func client(_ dice: inout SplitMix64) -> Failover.Client {
    let share = scenario.writesPerSecond / Double(scenario.clients.count)
    return Failover.Client(
      resolver: resolver(&dice), interval: .milliseconds(rounding: 1000 / share),
      isRegular: scenario.hasRegularWrites, target: databases[0], seed: dice.next())
  }

  private func resolver(_ dice: inout SplitMix64) -> Failover.Client.Resolver {
    switch scenario.routing {
    case .anycast, .proxy: return .immediate
    case .dns(let ttl, let stubbornPart, let stubbornTTL):
      let held = dice.happens(stubbornPart) ? stubbornTTL : ttl
      guard held > .zero else { return .immediate }
      return .caching(ttl: Delay(held), phase: Delay(dice.uniform(upTo: held)))
    }
  }
}
