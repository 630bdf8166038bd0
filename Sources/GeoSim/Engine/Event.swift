/// A message on its way.
public struct Envelope<Message: Sendable>: Sendable {
  /// Counts the messages of a run, so that two equal messages are still two.
  public let number: Int
  public let sender: NodeID
  public let receiver: NodeID
  public let message: Message
  public let sent: Instant
  public let arrival: Instant
}

/// Something that goes wrong, or is mended.
public enum Fault: Equatable, Sendable {
  /// The node stops: messages and timers that reach it are lost. What it knows is kept, as on disk.
  case crash(NodeID)
  /// The node goes on with what it knew.
  case recover(NodeID)
}

/// One step of a run.
public enum Event<Message: Sendable>: Sendable {
  case start(NodeID)
  case deliver(Envelope<Message>)
  /// A message reached a node that was down.
  case lose(Envelope<Message>)
  case wake(NodeID)
  case fault(Fault)
}
