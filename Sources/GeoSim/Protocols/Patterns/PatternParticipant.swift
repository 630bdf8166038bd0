extension Pattern {
  /// A server or the users of a place; one of the two is there.
  public struct Participant: Node {
    var server: Server?
    var client: Client?

    init(server: Server? = nil, client: Client? = nil) {
      self.server = server
      self.client = client
    }

    public mutating func start(at now: Instant, into outbox: inout Outbox) {
      server?.start(at: now, into: &outbox)
      client?.start(into: &outbox)
    }

    public mutating func receive(
      _ message: Message, from sender: NodeID, at now: Instant, into outbox: inout Outbox
    ) {
      server?.receive(message, from: sender, at: now, into: &outbox)
      client?.receive(message, at: now, into: &outbox)
    }
  }
}
