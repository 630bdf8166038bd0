/// A replica or a client: what has a number in a run of a global table.
public struct TableParticipant: Sendable {
  public internal(set) var eventual: EventualReplica?
  public internal(set) var strong: StrongReplica?
  public internal(set) var client: TableClient?

  /// What the replica of a region holds; `nil` for a client, or where there is no such item.
  public func value(of key: String) -> Int? {
    eventual?.value(of: key) ?? strong?.value(of: key)
  }
}

// One of the three is there and acts in its place.
extension TableParticipant: Node {
  public mutating func start(at now: Instant, into outbox: inout Outbox<TableMessage>) {
    client?.start(at: now, into: &outbox)
  }

  public mutating func receive(
    _ message: TableMessage, from sender: NodeID, at now: Instant,
    into outbox: inout Outbox<TableMessage>
  ) {
    eventual?.receive(message, from: sender, at: now, into: &outbox)
    strong?.receive(message, from: sender, at: now, into: &outbox)
    client?.receive(message, at: now, into: &outbox)
  }

  public mutating func restart(at now: Instant, into outbox: inout Outbox<TableMessage>) {
    eventual?.restart(into: &outbox)
    strong?.restart(into: &outbox)
  }
}
