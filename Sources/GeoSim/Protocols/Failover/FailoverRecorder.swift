import GeoModel

/// Writes a timeline while a run goes on, by comparing each node with what it was before.
struct FailoverRecorder {
  typealias Event = FailoverTally.Event
  typealias World = FailoverTally.World
  typealias Envelope = GeoSim.Envelope<Failover.Message>

  let stage: FailoverStage
  /// As they were after the last event.
  private(set) var nodes: [Failover.Participant]
  var timeline = FailoverTimeline()
  /// The answers to clients, in the order in which they arrive or are lost.
  var replies: [(envelope: Envelope, delivered: Instant?)] = []
  /// By observer: the position of its latest probe in the timeline.
  var latestProbes: [Int?]
  /// When each position of the newest primary's log was written.
  var written: [Instant] = []
  var nextSample = Instant.start
  var order = EpochOrder()

  init(_ stage: FailoverStage, nodes: [Failover.Participant]) {
    self.stage = stage
    self.nodes = nodes
    latestProbes = stage.observers.map { _ in nil }
    let end = stage.scenario.duration
    timeline.lanes = stage.databases.map { node in
      let role: FailoverTimeline.Role = node.index == 0 ? .primary(epoch: 1) : .standby
      return .init(
        region: region(node), roles: [.init(value: role, start: .zero, end: end)],
        troubles: stage.scenario.troubles(of: region(node)))
    }
    for (index, client) in stage.clients.enumerated() {
      timeline.routes.append(
        .init(time: .zero, client: index, region: region(client), target: region(NodeID(0))))
    }
  }

  func region(_ node: NodeID) -> RegionID { stage.regions[node.index] }

  mutating func record(_ event: Event, in world: World) {
    sampleLags(before: world.time)
    switch event {
    case .start, .fault: break
    case .lose(let envelope): keep(envelope, delivered: nil)
    case .deliver(let envelope):
      keep(envelope, delivered: world.time)
      if case .observer(.alive(let number)) = envelope.message {
        endProbe(number, of: envelope.receiver, isAnswered: true, in: world)
      }
    case .remind(let node, let message): record(message, of: node, in: world)
    }
    compare(event, with: world)
  }

  private mutating func keep(_ envelope: Envelope, delivered: Instant?) {
    if case .client = envelope.message { replies.append((envelope, delivered)) }
  }

  private mutating func record(
    _ message: Failover.Message, of node: NodeID, in world: World
  ) {
    switch message {
    case .client(.nextWrite): beginWrite(of: node, in: world)
    case .observer(.nextProbe): beginProbe(of: node, in: world)
    case .observer(.overdue(let number)):
      endProbe(number, of: node, isAnswered: false, in: world)
    case .client, .observer, .database, .coordinator: break
    }
  }

  private mutating func compare(_ event: Event, with world: World) {
    let node: NodeID
    switch event {
    case .start(let started): node = started
    case .deliver(let envelope): node = envelope.receiver
    case .remind(let reminded, _): node = reminded
    case .fault(.recover(let recovered)): node = recovered
    case .fault, .lose: return
    }
    let before = nodes[node.index]
    let after = world.nodes[node.index]
    nodes[node.index] = after
    if let old = before.database, let new = after.database {
      compare(old, new, node, at: world.time)
    }
    if let old = before.observer, let new = after.observer {
      compare(old, new, node, at: world.time)
    }
    if let old = before.coordinator, let new = after.coordinator {
      compare(old, new, at: world.time)
    }
    if let old = before.client, let new = after.client, old.target != new.target {
      route(new, node, at: world.time)
    }
  }

  mutating func note(_ kind: FailoverTimeline.Kind, at time: Instant) {
    timeline.events.append(.init(time: time.sinceStart, kind: kind))
  }

  private mutating func route(_ client: Failover.Client, _ node: NodeID, at time: Instant) {
    guard let index = stage.clients.firstIndex(of: node) else { return }
    let target = region(client.target)
    timeline.routes.append(
      .init(time: time.sinceStart, client: index, region: region(node), target: target))
    note(.routed(client: index, to: target), at: time)
  }
}
