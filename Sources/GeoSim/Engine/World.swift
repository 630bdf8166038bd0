/// Whether a node works.
public enum Condition: Equatable, Sendable {
  case up
  /// The process stands still and does not know it.
  case paused
  case down
}

/// The system at one moment.
public struct World<N: Node>: Sendable {
  public var time: Instant
  /// By number.
  public var nodes: [N]
  /// By number.
  public var conditions: [Condition]
  /// Row i, column j: whether messages from node i to node j are lost.
  @usableFromInline var cuts: [Bool]

  init(nodes: [N]) {
    time = .start
    self.nodes = nodes
    conditions = Array(repeating: .up, count: nodes.count)
    cuts = Array(repeating: false, count: nodes.count * nodes.count)
  }

  /// Whether messages from one node to another are lost.
  @inlinable public func isCut(from sender: NodeID, to receiver: NodeID) -> Bool {
    cuts[sender.index * nodes.count + receiver.index]
  }
}
