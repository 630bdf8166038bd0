import GeoModel

/// A service that a majority decides in, as a run of Raft.
struct ConsensusService: Sendable {
  var scenario: RaftScenario
  /// By client: whether nobody outside of its region can be reached.
  let cutOff: [Bool]
  /// By client: how long its resolver gives an old answer once there is a new leader.
  let lookUps: [Duration]
  /// When it goes wrong.
  let failure: Duration

  func trial() -> ServiceTrial {
    var run = scenario.simulation.start()
    while run.next() != nil {}
    return trial(run.world)
  }

  /// By client: what its writes took.
  func latencies() -> [[Delay]] {
    var run = scenario.simulation.start()
    while run.next() != nil {}
    return waits(of: run.world.nodes.compactMap(\.client)).latencies
  }

  private func trial(_ world: World<RaftParticipant>) -> ServiceTrial {
    let clients = world.nodes.compactMap(\.client)
    let waits = waits(of: clients)
    let end = Instant(scenario.duration)
    let lost = lost(of: clients, in: world)
    let oldest = lost.compactMap(\.done).min()
    return ServiceTrial(
      waits: clients.indices.filter { !cutOff[$0] }.map {
        waits.longestWait(of: $0, at: end, grace: ServiceRun.grace).map(withLookUp(of: $0))
      },
      lostWrites: lost.count,
      rpo: oldest.map { max(.zero, failure - $0.sinceStart) } ?? .zero)
  }

  /// Those who wait for another leader also wait for its address.
  private func withLookUp(of client: Int) -> (Duration) -> Duration {
    { wait in wait > scenario.timing.election.lowerBound.duration ? wait + lookUps[client] : wait }
  }

  func waits(of clients: [RaftClient]) -> WaitTally {
    var waits = WaitTally(clients: clients.count)
    for (number, client) in clients.enumerated() {
      for request in client.requests {
        if let sent = request.sent { waits.attempt(by: number, at: sent) }
      }
      let done = client.requests.filter { $0.done != nil }.enumerated().sorted {
        ($0.element.done ?? .start, $0.offset) < ($1.element.done ?? .start, $1.offset)
      }
      for (_, request) in done {
        guard let sent = request.sent, let time = request.done else { continue }
        waits.acknowledge(sent, to: number, at: time)
      }
    }
    return waits
  }

  /// Writes that were acknowledged, and that the survivor with the newest data does not have.
  private func lost(
    of clients: [RaftClient], in world: World<RaftParticipant>
  ) -> [RaftClient.Request] {
    let keepers = world.nodes.indices.filter { number in
      world.conditions[number] != .down && world.nodes[number].server?.isWitness == false
    }
    let logs = keepers.compactMap { world.nodes[$0].server?.log }
    let newest = logs.max { ($0.last.term, $0.last.index) < ($1.last.term, $1.last.index) }
    var kept = RaftMachine()
    for entry in newest?.entries ?? [] { kept.apply(entry.command) }
    return clients.flatMap { client in
      client.requests.indices.filter { number in
        client.requests[number].done != nil
          && !kept.contains(RaftRequestID(client: client.id, number: number))
      }.map { client.requests[$0] }
    }
  }
}

extension ServiceRun {
  func consensus(
    voters: [RegionID], witness: RegionID?, leader: RegionID, seed: UInt64
  ) -> ConsensusService {
    var dice = SplitMix64(seed: seed)
    let witnesses = [witness].compactMap { $0 }
    var group = RaftGroup(voters: voters + witnesses)
    group.witnessCount = witnesses.count
    // Heartbeats keep step from the start, so the failure comes at any moment between two.
    let failure = Self.settling + dice.uniform(upTo: service.detector.interval)
    var scenario = RaftScenario(
      topology: topology, group: group, workloads: workloads(&dice),
      timing: RaftTiming(
        heartbeat: service.detector.interval, election: service.electionTimeout,
        flush: .milliseconds(1)))
    scenario.firstLeader = voters.firstIndex(of: leader).map(NodeID.init)
    scenario.faults = faults(of: scenario, at: failure)
    scenario.seed = dice.next()
    scenario.duration = duration
    return ConsensusService(
      scenario: scenario, cutOff: places.map(trouble.cutsOff),
      lookUps: places.map { _ in lookUp(&dice) }, failure: failure)
  }

  private func workloads(_ dice: inout SplitMix64) -> [RaftWorkload] {
    let interval = Duration.seconds(1) / writesPerSecondAndPlace
    // The first leader has to be elected before.
    let settled = Self.settling / 2
    let count = Int((duration - settled) / interval)
    return places.map {
      RaftWorkload(
        from: $0, writes: count, every: interval, after: settled + dice.uniform(upTo: interval))
    }
  }

  private func faults(of scenario: RaftScenario, at time: Duration) -> [ScheduledFault] {
    let servers = scenario.group.regions.indices.map(NodeID.init)
    let users = scenario.workloads.indices.map { NodeID(servers.count + $0) }
    return FaultRoster(regions: scenario.regions, databases: servers, users: users)
      .faults(for: trouble.incident(for: service, at: time))
  }
}
