import GeoModel

/// A service with a primary, as a scenario of a failover.
struct FailoverService: Sendable {
  var scenario: FailoverScenario
  /// By client: whether nobody outside of its region can be reached.
  let cutOff: [Bool]

  func trial(seed: UInt64) -> ServiceTrial {
    let (measurement, waits) = measured(seed: seed)
    let end = Instant(scenario.duration)
    return ServiceTrial(
      waits: scenario.clients.indices.filter { !cutOff[$0] }.map {
        waits.longestWait(of: $0, at: end, grace: ServiceRun.grace)
      },
      lostWrites: measurement.lostWrites, rpo: measurement.rpo,
      splitBrainWrites: measurement.splitBrainWrites)
  }

  /// Plays the scenario once with the chances of a seed.
  func measured(seed: UInt64) -> (FailoverMeasurement, WaitTally) {
    let stage = FailoverStage(scenario)
    var run = stage.simulation(seed: seed).start()
    var tally = FailoverTally(stage)
    var waits = WaitTally(clients: stage.clients.count)
    let first = stage.clients[0].index
    while let event = run.next() {
      tally.record(event, in: run.world)
      switch event {
      case .remind(let node, .client(.nextWrite)):
        waits.attempt(by: node.index - first, at: run.world.time)
      case .deliver(let envelope):
        guard case .client(.accepted(_, _, let sent)) = envelope.message else { continue }
        waits.acknowledge(sent, to: envelope.receiver.index - first, at: run.world.time)
      case .start, .lose, .remind, .fault: break
      }
    }
    let log = tally.logWithoutLostRegions(in: run.world)
    return (tally.finished(in: run.world, keeping: log), waits)
  }

  /// The scenario in which everything goes wrong at the worst moment: when a client has just been
  /// told that its write is safe, and the standbys may not have it. A pause is worst when the
  /// primary has looked whether it may write, and the write is not on its disk.
  ///
  /// The seed decides who writes when, so the same seed must be played.
  func failingAtWorst(seed: UInt64) -> FailoverService {
    var worst = self
    let ways = scenario.clients.map { scenario.topology.clientWay($0, scenario.primary) }
    guard let first = scenario.incident.min(by: { $0.time < $1.time }),
      let nearest = ways.indices.min(by: { ways[$0] < ways[$1] }),
      var moment = acknowledgement(of: nearest, after: first.time, seed: seed)
    else { return self }
    if case .pause = first.change { moment -= ways[nearest] / 2 + scenario.flush / 2 }
    for index in worst.scenario.incident.indices {
      // After what happens at that moment, not before.
      worst.scenario.incident[index].time += moment - first.time + .nanoseconds(1)
    }
    return worst
  }

  private func acknowledgement(of client: Int, after time: Duration, seed: UInt64) -> Duration? {
    var sound = scenario
    sound.incident = []
    let stage = FailoverStage(sound)
    var run = stage.simulation(seed: seed).start()
    while let event = run.next() {
      guard case .deliver(let envelope) = event, envelope.receiver == stage.clients[client],
        case .client(.accepted) = envelope.message, run.world.time >= Instant(time)
      else { continue }
      return run.world.time.sinceStart
    }
    return nil
  }
}

extension ServiceRun {
  /// The phases of probes and writes are drawn anew for each seed, so the failure needs no chance.
  func failover(
    from primary: RegionID, to standbys: [RegionID],
    _ replication: FailoverScenario.Replication, for places: [RegionID]
  ) -> FailoverService {
    var scenario = FailoverScenario(
      topology: topology, primary: primary, standbys: standbys,
      observers: service.deciders(during: trouble), clients: places)
    scenario.replication = replication
    scenario.writesPerSecond = writesPerSecondAndPlace * Double(places.count)
    scenario.hasRegularWrites = true
    scenario.detector = service.detector
    scenario.detector.agree = service.observersNeeded
    scenario.promotion = service.promotion
    scenario.lease = service.lease
    scenario.fencesOldPrimary = service.fencesOldPrimary
    scenario.roleChange = service.roleChange
    scenario.routing = service.routing
    scenario.incident = trouble.incident(for: service, at: Self.settling)
    scenario.duration = duration
    // A slow disk, so that some trial lets the pause fall between the look and the disk.
    if trouble == .pausesPrimary { scenario.flush = .milliseconds(20) }
    return FailoverService(scenario: scenario, cutOff: places.map(trouble.cutsOff))
  }
}
