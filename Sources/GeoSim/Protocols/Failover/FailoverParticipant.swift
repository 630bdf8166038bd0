extension Failover {
  /// One node of a failover; one of its parts is there.
  public struct Participant: Node {
    var database: Database?
    var observer: Observer?
    var coordinator: Coordinator?
    var client: Client?

    init(
      database: Database? = nil, observer: Observer? = nil, coordinator: Coordinator? = nil,
      client: Client? = nil
    ) {
      self.database = database
      self.observer = observer
      self.coordinator = coordinator
      self.client = client
    }

    public mutating func start(at now: Instant, into outbox: inout Outbox) {
      database?.start(into: &outbox)
      observer?.start(into: &outbox)
      coordinator?.start(into: &outbox)
      client?.start(into: &outbox)
    }

    public mutating func receive(
      _ message: Message, from sender: NodeID, at now: Instant, into outbox: inout Outbox
    ) {
      switch message {
      case .database(let message):
        database?.receive(message, from: sender, at: now, into: &outbox)
      case .observer(let message): observer?.receive(message, from: sender, into: &outbox)
      case .coordinator(let message): coordinator?.receive(message, from: sender, into: &outbox)
      case .client(let message):
        client?.receive(message, from: sender, at: now, into: &outbox)
      }
    }

    public mutating func restart(at now: Instant, into outbox: inout Outbox) {
      database?.restart(at: now, into: &outbox)
      observer?.start(into: &outbox)
      coordinator?.restart(into: &outbox)
      client?.start(into: &outbox)
    }
  }
}
