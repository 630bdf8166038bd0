/// The name of one element of a text, for ever: a Lamport counter, and the replica that counted.
public struct ElementID: Hashable, Sendable {
  /// From 1; above that of every element which the replica knew when it made this one.
  public let counter: Int
  public let replica: ReplicaID

  public init(_ counter: Int, _ replica: ReplicaID) {
    (self.counter, self.replica) = (counter, replica)
  }
}

extension ElementID: Comparable {
  /// Later elements are greater; what two replicas made at the same time is ordered by replica.
  public static func < (left: ElementID, right: ElementID) -> Bool {
    left.counter != right.counter
      ? left.counter < right.counter : left.replica < right.replica
  }
}

/// One scalar of a text, as an RGA keeps it.
public struct TextElement: Equatable, Sendable {
  public let id: ElementID
  /// The element behind which this one was put; `nil` at the beginning of the text.
  public let predecessor: ElementID?
  public let character: Unicode.Scalar
  /// Whether it is a tombstone: no longer read, but still a predecessor of others.
  public let isDeleted: Bool

  public init(
    id: ElementID, predecessor: ElementID?, character: Unicode.Scalar, isDeleted: Bool
  ) {
    (self.id, self.predecessor) = (id, predecessor)
    (self.character, self.isDeleted) = (character, isDeleted)
  }
}
