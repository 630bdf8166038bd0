/// A message on its way.
public struct Envelope<Message: Sendable>: Sendable {
  /// Counts the messages of a run, so that two equal messages are still two.
  public let number: Int
  public let sender: NodeID
  public let receiver: NodeID
  public let message: Message
  public let sent: Instant
  public let arrival: Instant

  @inlinable init(
    number: Int, sender: NodeID, receiver: NodeID, message: Message, sent: Instant,
    arrival: Instant
  ) {
    self.number = number
    self.sender = sender
    self.receiver = receiver
    self.message = message
    self.sent = sent
    self.arrival = arrival
  }
}

/// One step of a run.
public enum Event<Message: Sendable>: Sendable {
  case start(NodeID)
  case deliver(Envelope<Message>)
  /// The message was dropped, met a cut link, or found its receiver down.
  case lose(Envelope<Message>)
  /// A reminder of the node to itself.
  case remind(NodeID, Message)
  case fault(Fault)
}

extension Event: CustomStringConvertible {
  /// The event as one line of a trace, nodes by their numbers.
  public var description: String {
    switch self {
    case .start(let node): "start \(node.index)"
    case .deliver(let envelope): "deliver \(envelope)"
    case .lose(let envelope): "lose \(envelope)"
    case .remind(let node, let message): "remind \(node.index) \(message)"
    case .fault(let fault): "fault \(fault)"
    }
  }
}

extension Envelope: CustomStringConvertible {
  public var description: String { "\(sender.index)>\(receiver.index) #\(number) \(message)" }
}

extension NodeID: CustomStringConvertible {
  public var description: String { "\(index)" }
}

extension Fault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .crash(let node): "crash \(node)"
    case .recover(let node): "recover \(node)"
    case .pause(let node): "pause \(node)"
    case .resume(let node): "resume \(node)"
    case .cut(let from, let to): "cut \(from)>\(to)"
    case .heal(let from, let to): "heal \(from)>\(to)"
    case .slow(let from, let to, let factor): "slow \(from)>\(to) ×\(factor)"
    case .skewClock(let node, let offset): "skew \(node) by \(Delay(offset).nanoseconds) ns"
    case .driftClock(let node, let rate): "drift \(node) by \(rate) ppm"
    }
  }
}
