import GeoModel

extension FailoverRecorder {
  // MARK: - Probes

  mutating func beginProbe(of node: NodeID, in world: World) {
    guard let index = stage.observers.firstIndex(of: node),
      let observer = world.nodes[node.index].observer
    else { return }
    latestProbes[index] = timeline.probes.count
    timeline.probes.append(
      .init(
        observer: index, region: region(node), target: region(observer.target),
        sent: world.time.sinceStart, known: nil, isAnswered: false))
  }

  mutating func endProbe(_ number: Int, of node: NodeID, isAnswered: Bool, in world: World) {
    guard let index = stage.observers.firstIndex(of: node), let latest = latestProbes[index],
      world.nodes[node.index].observer?.number == number, timeline.probes[latest].known == nil
    else { return }
    timeline.probes[latest].known = world.time.sinceStart
    timeline.probes[latest].isAnswered = isAnswered
  }

  // MARK: - Writes

  mutating func beginWrite(of node: NodeID, in world: World) {
    guard let index = stage.clients.firstIndex(of: node),
      let client = world.nodes[node.index].client
    else { return }
    timeline.writes.append(
      .init(
        client: index, region: region(node), target: region(client.target),
        sent: world.time.sinceStart))
  }

  private struct WriteKey: Hashable {
    let client: Int
    let sent: Duration
  }

  /// The timeline once nothing more happens.
  func timeline(
    undelivered: [Envelope], log: Failover.Log?, recovery: FailoverTimeline.RecoveryMarks?
  ) -> FailoverTimeline {
    var recorder = self
    recorder.replies += undelivered.map { ($0, nil) }
    recorder.replies.sort { $0.envelope.number < $1.envelope.number }
    recorder.settleWrites(log)
    recorder.addFaults()
    recorder.timeline.recovery = recovery
    return recorder.timeline
  }

  private mutating func settleWrites(_ log: Failover.Log?) {
    var places: [WriteKey: Int] = [:]
    for (index, write) in timeline.writes.enumerated() {
      places[WriteKey(client: write.client, sent: write.sent)] = index
    }
    let conflicts = Set(order.conflicts)
    for (envelope, delivered) in replies {
      guard let client = stage.clients.firstIndex(of: envelope.receiver),
        let sent = envelope.message.writeSent,
        let place = places[WriteKey(client: client, sent: sent.sinceStart)]
      else { continue }
      settle(place, envelope, delivered, conflicts, log)
    }
  }

  private mutating func settle(
    _ place: Int, _ envelope: Envelope, _ delivered: Instant?,
    _ conflicts: Set<EpochOrder.Write>, _ log: Failover.Log?
  ) {
    var write = timeline.writes[place]
    let answer = delivered?.sinceStart
    write.answered = answer.flatMap { $0 - write.sent <= stage.scenario.patience ? $0 : nil }
    if case .client(.accepted(let epoch, let position, _)) = envelope.message {
      write.epoch = epoch
      write.accepted = envelope.sent.sinceStart
      write.isSplitBrain = conflicts.contains(.init(epoch: epoch, position: position))
      write.isLost = write.answered != nil && log?.has(position: position, of: epoch) != true
    } else {
      write.isRefused = true
    }
    timeline.writes[place] = write
  }

  private mutating func addFaults() {
    let faults = stage.scenario.incident.filter { $0.time <= stage.scenario.duration }
      .map { FailoverTimeline.Moment(time: $0.time, kind: .fault($0.change)) }
    // Of moments at one time, the fault is the cause.
    let inOrder = (faults + timeline.events).enumerated().sorted {
      ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
    }
    timeline.events = inOrder.map(\.element)
  }
}

extension Failover.Message {
  /// When the write was sent that this message answers.
  fileprivate var writeSent: Instant? {
    switch self {
    case .client(.accepted(_, _, let sent)), .client(.refused(let sent)): sent
    case .client, .database, .observer, .coordinator: nil
    }
  }
}

// MARK: - Lag

extension FailoverRecorder {
  private static let sampleInterval = Delay(.milliseconds(250))

  private var newestPrimary: NodeID? { nodes[stage.coordinator.index].coordinator?.primary }

  func isNewest(_ database: Failover.Database) -> Bool {
    newestPrimary.map { nodes[$0.index].database?.epoch == database.epoch } ?? false
  }

  mutating func noteWritten(_ database: Failover.Database, at time: Instant) {
    written.removeLast(max(0, written.count - database.log.length))
    while written.count < database.log.length { written.append(time) }
  }

  /// Nothing changes between two events, so a sample is what the last event left.
  mutating func sampleLags(before time: Instant) {
    while nextSample < time, nextSample <= Instant(stage.scenario.duration) {
      sampleLags(at: nextSample)
      nextSample = nextSample + Self.sampleInterval
    }
  }

  private mutating func sampleLags(at time: Instant) {
    guard let primary = newestPrimary, let newest = nodes[primary.index].database else { return }
    for node in stage.databases where node != primary {
      guard let database = nodes[node.index].database else { continue }
      let left = max(0, (database.replayedAt - time).nanoseconds)
      let each = max(1, database.rules.replay.nanoseconds)
      let backlog = min(database.log.length, Int((left + each - 1) / each))
      let applied = database.log.length - backlog
      let isStale = applied < newest.log.length && applied < written.count
      timeline.lags.append(
        .init(
          time: time.sinceStart, region: region(node),
          missing: max(0, newest.log.length - database.log.length), backlog: backlog,
          staleness: isStale ? (time - written[applied]).duration : .zero))
    }
  }
}
