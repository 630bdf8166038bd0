/// What a client asks of the server: to carry out an operation that was made on a known revision.
public struct TransformationRequest: Hashable, Sendable {
  public let operation: TextOperation
  /// How many operations of the server's order the client knew.
  public let revision: Int
  public let from: ReplicaID

  public init(operation: TextOperation, revision: Int, from: ReplicaID) {
    (self.operation, self.revision, self.from) = (operation, revision, from)
  }
}

/// What the server tells every client: the next operation of its order.
///
/// Its author takes it for an acknowledgement.
public struct TransformationBroadcast: Hashable, Sendable {
  /// Made for the text of the revision before.
  public let operation: TextOperation
  /// Its place in the server's order, counted from 1.
  public let revision: Int
  public let from: ReplicaID

  public init(operation: TextOperation, revision: Int, from: ReplicaID) {
    (self.operation, self.revision, self.from) = (operation, revision, from)
  }
}
