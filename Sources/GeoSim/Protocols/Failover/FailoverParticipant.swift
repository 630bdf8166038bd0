/// The protocol of a failover.
public enum Failover {
  public enum Message: Equatable, Sendable { case tick }

  /// One node of a failover.
  public struct Participant: Node {
    public mutating func receive(
      _ message: Message, from sender: NodeID, at now: Instant,
      into outbox: inout Outbox<Message>
    ) {}
  }
}
