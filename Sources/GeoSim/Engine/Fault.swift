import GeoModel

/// Something that goes wrong, or is mended.
public enum Fault: Equatable, Sendable {
  /// The node stops: messages and reminders that reach it are lost.
  case crash(NodeID)
  /// The node goes on after a crash, with what it kept on disk.
  case recover(NodeID)
  /// The process stands still, as in a long garbage collection: everything waits for it.
  case pause(NodeID)
  /// The process goes on; it does not know that time has passed.
  case resume(NodeID)
  /// Messages from one node to another are lost, in this direction only.
  case cut(from: NodeID, to: NodeID)
  /// Ends a cut.
  case heal(from: NodeID, to: NodeID)
  /// Messages on a link take so many times their time, 1 again for a sound link.
  case slow(from: NodeID, to: NodeID, factor: Double)
  /// The node's clock jumps ahead by a duration, back if negative.
  case skewClock(NodeID, by: Duration)
  /// The node's clock runs so many parts in a million too fast, too slow if negative.
  case driftClock(NodeID, partsPerMillion: Int)

  /// Cuts two groups of nodes apart in both directions.
  public static func partition(_ group: [NodeID], from others: [NodeID]) -> [Fault] {
    group.flatMap { a in others.flatMap { b in [.cut(from: a, to: b), .cut(from: b, to: a)] } }
  }

  /// Mends what ``partition(_:from:)`` cut.
  public static func reunion(_ group: [NodeID], with others: [NodeID]) -> [Fault] {
    group.flatMap { a in others.flatMap { b in [.heal(from: a, to: b), .heal(from: b, to: a)] } }
  }
}

/// A fault and its moment.
public struct ScheduledFault: Equatable, Sendable {
  public var time: Instant
  public var fault: Fault

  public init(_ fault: Fault, at time: Duration) {
    self.time = Instant(time)
    self.fault = fault
  }
}
