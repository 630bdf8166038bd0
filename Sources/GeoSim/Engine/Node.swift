/// The number of a node in its simulation: its position in the list of nodes.
public struct NodeID: Hashable, Comparable, Sendable {
  public let index: Int

  public init(_ index: Int) {
    self.index = index
  }

  public static func < (left: NodeID, right: NodeID) -> Bool { left.index < right.index }
}

/// What a node asks of the world. A node that returns actions needs no mock to be tested.
public enum Action<Message: Sendable>: Sendable {
  case send(Message, to: NodeID)
  case wake(after: Duration)
}

/// A participant's rules: a value, with no clock, network or chance of its own.
public protocol Node: Sendable {
  associatedtype Message: Sendable

  /// The first thing that happens to the node, at the beginning of the run.
  mutating func start(at now: Instant) -> [Action<Message>]
  mutating func receive(_ message: Message, from sender: NodeID, at now: Instant)
    -> [Action<Message>]
  /// A timer that the node has set runs out.
  mutating func wake(at now: Instant) -> [Action<Message>]
}
