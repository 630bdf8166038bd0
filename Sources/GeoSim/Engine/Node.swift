/// The number of a node in its simulation: its position in the list of nodes.
public struct NodeID: Hashable, Comparable, Sendable {
  public let index: Int

  @inlinable public init(_ index: Int) {
    self.index = index
  }

  @inlinable public static func < (left: NodeID, right: NodeID) -> Bool {
    left.index < right.index
  }
}

/// A participant's rules: a value, with no clock, network or chance of its own but a seed.
///
/// A node decides and writes into an outbox what is to be done, so that a test needs no mock: it
/// hands over an outbox and looks into it. What a node reads as `now` is its own clock, which may
/// be skewed.
public protocol Node: Sendable {
  associatedtype Message: Sendable

  /// The first thing that happens to the node, at the beginning of the run.
  mutating func start(at now: Instant, into outbox: inout Outbox<Message>)

  /// A message has arrived, or a reminder that the node set itself (then it is its own sender).
  mutating func receive(
    _ message: Message, from sender: NodeID, at now: Instant, into outbox: inout Outbox<Message>)

  /// The node is up again after a crash. Its reminders are gone; what only memory held should go
  /// too.
  mutating func restart(at now: Instant, into outbox: inout Outbox<Message>)
}

extension Node {
  @inlinable public mutating func start(at now: Instant, into outbox: inout Outbox<Message>) {}
  @inlinable public mutating func restart(at now: Instant, into outbox: inout Outbox<Message>) {}
}

/// What a node wants done after it has decided.
public struct Outbox<Message: Sendable>: Sendable {
  public enum Action: Sendable {
    case send(Message, to: NodeID)
    case remind(of: Message, after: Delay)
  }

  @usableFromInline var storage: [Action] = []

  /// In the order in which the node asked for them.
  public var actions: [Action] { storage }

  public init() {}

  @inlinable public mutating func send(_ message: Message, to receiver: NodeID) {
    add(.send(message, to: receiver))
  }

  /// Lets the node receive a message from itself after a while, by its own clock.
  @inlinable public mutating func remind(of message: Message, after delay: Delay) {
    add(.remind(of: message, after: delay))
  }

  @inlinable mutating func add(_ action: Action) { storage.append(action) }

  /// Empties the outbox and keeps its memory, so that an event allocates nothing.
  @inlinable mutating func clear() { storage.removeAll(keepingCapacity: true) }
}
