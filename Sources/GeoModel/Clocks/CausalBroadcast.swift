/// One replica's end of a broadcast that hands over every operation exactly once, and never before
/// one that its sender knew.
///
/// The network below may deliver late, in any order and more than once; what it loses must be sent
/// again. A message that comes too early waits. Birman, Schiper and Stephenson, "Lightweight causal
/// and atomic group multicast", TOCS 1991.
public struct CausalBroadcast<Operation: Sendable>: Sendable {
  /// An operation on its way to all other replicas.
  public struct Message: Sendable {
    public let dot: Dot
    /// What had been delivered at the sender before.
    public let past: VersionVector
    public let operation: Operation

    public init(dot: Dot, past: VersionVector, operation: Operation) {
      (self.dot, self.past, self.operation) = (dot, past, operation)
    }
  }

  public let replica: ReplicaID
  /// Every operation that was handed over here, the replica's own included.
  public private(set) var delivered = VersionVector()
  /// What came too early, in the order of arrival.
  public private(set) var waiting: [Message] = []

  public init(at replica: ReplicaID) {
    self.replica = replica
  }

  /// The name of the operation that is sent next.
  public var nextDot: Dot { Dot(replica: replica, counter: delivered[replica] + 1) }

  /// Counts an operation of the replica itself as delivered, and makes the message for all others.
  public mutating func send(_ operation: Operation) -> Message {
    let past = delivered
    return Message(dot: delivered.increment(at: replica), past: past, operation: operation)
  }

  /// Takes a message from the network.
  ///
  /// - Returns: what is to be carried out now, in this order: nothing for a duplicate or an early
  ///   message, and more than the message itself where others have waited for it.
  public mutating func receive(_ message: Message) -> [Message] {
    guard !isKnown(message.dot) else { return [] }
    waiting.append(message)
    var due: [Message] = []
    while let index = waiting.firstIndex(where: isDue) {
      let next = waiting.remove(at: index)
      delivered.observe(next.dot)
      due.append(next)
    }
    return due
  }

  private func isKnown(_ dot: Dot) -> Bool {
    delivered.contains(dot) || waiting.contains { $0.dot == dot }
  }

  private func isDue(_ message: Message) -> Bool {
    switch message.past.order(to: delivered) {
    case .equal, .before: true
    case .after, .concurrent: false
    }
  }
}

extension CausalBroadcast.Message: Equatable where Operation: Equatable {}
extension CausalBroadcast: Equatable where Operation: Equatable {}
