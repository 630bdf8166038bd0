/// The name of one update: the replica that made it, and its number there, counted from 1.
///
/// Dots are ordered by replica first, so that a list of them has one order only; that order says
/// nothing about what happened before what. Almeida et al. 2014, section 2.
public struct Dot: Hashable, Comparable, Sendable {
  public let replica: ReplicaID
  public let counter: Int

  /// - Parameter counter: at least 1.
  public init(replica: ReplicaID, counter: Int) {
    precondition(counter >= 1, "updates are counted from 1")
    self.replica = replica
    self.counter = counter
  }

  public static func < (left: Dot, right: Dot) -> Bool {
    (left.replica, left.counter) < (right.replica, right.counter)
  }
}
