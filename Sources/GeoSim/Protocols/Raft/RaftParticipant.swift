/// A server or a client: what has a number in a run of Raft.
public struct RaftParticipant: Sendable {
  public private(set) var server: RaftNode?
  public private(set) var client: RaftClient?

  public init(server: RaftNode) {
    self.server = server
  }

  public init(client: RaftClient) {
    self.client = client
  }
}

// One of the two is there and acts in its place: taken out of an enumeration its arrays would be
// copied for every event.
extension RaftParticipant: Node {
  public mutating func start(at now: Instant, into outbox: inout Outbox<RaftMessage>) {
    server?.start(at: now, into: &outbox)
    client?.start(at: now, into: &outbox)
  }

  public mutating func receive(
    _ message: RaftMessage, from sender: NodeID, at now: Instant,
    into outbox: inout Outbox<RaftMessage>
  ) {
    server?.receive(message, from: sender, at: now, into: &outbox)
    client?.receive(message, from: sender, at: now, into: &outbox)
  }

  public mutating func restart(at now: Instant, into outbox: inout Outbox<RaftMessage>) {
    server?.restart(at: now, into: &outbox)
    client?.restart(at: now, into: &outbox)
  }
}
