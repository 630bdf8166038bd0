/// A value that replicas keep alike by telling each other what was done, not what they have.
///
/// An operation-based CRDT is one whose concurrent operations commute ([Shapiro et al. 2011],
/// section 2.3). Nothing is asked of those that know of each other, nor of one that comes twice:
/// so it stands on a broadcast that delivers exactly once and in causal order
/// (``CausalBroadcast``), and is wrong without.
///
/// [Shapiro et al. 2011]: https://inria.hal.science/inria-00555588
public protocol OperationBased: Equatable, Sendable {
  /// What a client may ask of a replica.
  associatedtype Update: Sendable
  /// What the replica then tells all.
  associatedtype Operation: Equatable & Sendable
  /// What a reader sees.
  associatedtype Value: Equatable & Sendable

  /// The value of before the first operation.
  init()

  var value: Value { get }

  /// What is to be told to all replicas, this one included.
  ///
  /// - Parameter dot: names the operation; no other one has it.
  func operation(for update: Update, as dot: Dot) -> Operation

  /// Carries an operation out.
  mutating func perform(_ operation: Operation)
}

/// A replica of an operation-based value, with its end of the broadcast.
public struct OperationReplica<State: OperationBased>: Equatable, Sendable {
  public typealias Message = CausalBroadcast<State.Operation>.Message

  public private(set) var state = State()
  public private(set) var broadcast: CausalBroadcast<State.Operation>

  public init(_ name: ReplicaID) {
    broadcast = CausalBroadcast(at: name)
  }

  /// Does what a client asks.
  ///
  /// - Returns: the message for every other replica.
  public mutating func apply(_ update: State.Update) -> Message {
    let operation = state.operation(for: update, as: broadcast.nextDot)
    state.perform(operation)
    return broadcast.send(operation)
  }

  /// Takes a message from the network, and carries out what is due by it.
  public mutating func receive(_ message: Message) {
    for due in broadcast.receive(message) { state.perform(due.operation) }
  }
}
