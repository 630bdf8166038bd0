/// What one replica knows of a peer, so that it sends no more than the peer lacks.
///
/// A delta is what the state has beyond all that the peer has acknowledged or has itself sent. So
/// the delta after a lost one contains what was lost, and one that comes twice, late or out of
/// order does no harm. Almeida et al. 2018, algorithm 2, with the differences of Enes et al. 2019
/// in place of a log of deltas.
public struct DeltaSync<State: Decomposable>: Equatable, Sendable {
  /// What is sent to the peer, and acknowledged by its number.
  public struct Message: Equatable, Sendable {
    /// Counted from 1 in the order of sending.
    public let number: Int
    public let delta: State
  }

  /// The join of all that the peer is known to know.
  public private(set) var acknowledged = State()
  /// Sent and not acknowledged, in the order of sending; the oldest are forgotten.
  public private(set) var pending: [Message] = []
  private var sent = 0

  /// How many unanswered messages are remembered. An answer to an older one is ignored, and what
  /// it carried is sent again.
  public static var memory: Int { 8 }

  public init() {}

  /// The next message to the peer.
  ///
  /// - Returns: `nil` where the peer is known to know the whole state.
  public mutating func message(from state: State) -> Message? {
    let delta = state.difference(from: acknowledged)
    guard delta != State() else { return nil }
    sent += 1
    let message = Message(number: sent, delta: delta)
    pending = pending.suffix(Self.memory - 1) + [message]
    return message
  }

  /// The peer has merged a message.
  public mutating func acknowledge(_ number: Int) {
    guard let message = pending.first(where: { $0.number == number }) else { return }
    learn(message.delta)
  }

  /// Merges a message of the peer, which need not be told what it says itself.
  public mutating func receive(_ message: Message, into state: inout State) {
    state.merge(message.delta)
    learn(message.delta)
  }

  private mutating func learn(_ delta: State) {
    acknowledged.merge(delta)
    pending.removeAll { $0.delta.isKnown(to: acknowledged) }
  }
}
