import GeoModel

/// A recorded run of Raft: who led when, and which writes are safe.
public struct RaftRun: Sendable {
  /// A term in which somebody led.
  public struct Reign: Equatable, Sendable {
    public let term: Int
    public let leader: NodeID
    /// When the leader was elected.
    public let from: Instant
  }

  /// A request that is done, and that its client knows to be done.
  public struct Acknowledgement: Equatable, Sendable {
    public let id: RaftRequestID
    public let task: RaftTask
    /// When it was first sent.
    public let sent: Instant
    public let answered: Instant

    public var latency: Duration { (answered - sent).duration }
  }

  public let scenario: RaftScenario
  public let trace: Trace<RaftParticipant>
  /// In the order of their beginning.
  public let reigns: [Reign]
  /// By client, then by number.
  public let acknowledged: [Acknowledgement]

  /// - Parameter limit: of the number of events.
  public init(_ scenario: RaftScenario, limit: Int = 10_000) {
    self.scenario = scenario
    trace = scenario.simulation.trace(limit: limit)
    reigns = trace.reigns
    acknowledged = trace.steps.last?.world.acknowledged ?? []
  }

  /// The server that leads at a moment: of those up that believe they do, that of the last term.
  public func leader(at time: Instant) -> NodeID? { trace.world(at: time)?.leader }

  /// Only the writes among what is acknowledged.
  public var acknowledgedWrites: [Acknowledgement] { acknowledged.filter { $0.task == .write } }

  /// When a write was first applied anywhere: it is committed then, though nobody may know it yet.
  public func commit(of write: RaftRequestID) -> Instant? {
    trace.steps.first { step in
      guard let server = step.event.actor.flatMap({ step.world.nodes[$0.index].server }) else {
        return false
      }
      return server.memory.machine.contains(write)
    }?.world.time
  }
}

extension World<RaftParticipant> {
  /// The server that leads: of those up that believe they do, that of the last term.
  public var leader: NodeID? {
    var latest: (term: Int, leader: NodeID)?
    for (node, condition) in zip(nodes, conditions) where condition == .up {
      guard let server = node.server, server.role == .leader else { continue }
      if server.term > latest?.term ?? 0 { latest = (server.term, server.id) }
    }
    return latest?.leader
  }

  /// What clients know to be done, by client, then by number.
  public var acknowledged: [RaftRun.Acknowledgement] {
    nodes.compactMap(\.client).flatMap { client in
      client.requests.enumerated().compactMap { number, request in
        guard let sent = request.sent, let done = request.done else { return nil }
        return RaftRun.Acknowledgement(
          id: RaftRequestID(client: client.id, number: number), task: request.task, sent: sent,
          answered: done)
      }
    }
  }
}

extension Trace<RaftParticipant> {
  fileprivate var reigns: [RaftRun.Reign] {
    var reigns: [RaftRun.Reign] = []
    for step in steps {
      guard let server = step.event.actor.flatMap({ step.world.nodes[$0.index].server }),
        server.role == .leader, !reigns.contains(where: { $0.term == server.term })
      else { continue }
      reigns.append(RaftRun.Reign(term: server.term, leader: server.id, from: step.world.time))
    }
    return reigns
  }
}

extension Event {
  /// The node whose state the event may have changed.
  var actor: NodeID? {
    switch self {
    case .start(let node), .remind(let node, _), .fault(.recover(let node)): node
    case .deliver(let envelope): envelope.receiver
    case .lose, .fault: nil
    }
  }
}
