/// What happens among replicas, drawn by chance: the same for the same seed.
///
/// Messages are delivered in any order, late, twice or never, and cuts come and go. A history that
/// is over says little yet: see ``Gossip/settle()``.
public struct RandomHistory<State: Replicated>: Sendable {
  private var dice: SplitMix64
  private let draw: @Sendable (inout SplitMix64) -> State.Update

  /// How many messages are under way at most.
  public static var window: Int { 8 }

  /// - Parameter draw: one of the updates that a client may ask for.
  public init(seed: UInt64, draw: @escaping @Sendable (inout SplitMix64) -> State.Update) {
    dice = SplitMix64(seed: seed)
    self.draw = draw
  }

  /// The next thing to happen, which the caller lets happen or not.
  ///
  /// - Parameter gossip: of at least two replicas.
  public mutating func next(in gossip: Gossip<State>) -> GossipStep<State.Update> {
    let places = 0...gossip.replicas.count - 1
    switch dice.integer(in: 1...20) {
    case 1...8: return .update(draw(&dice), at: dice.integer(in: places))
    case 9...10: return link(pair(of: places))
    case 11...16 where !gossip.messages.isEmpty:
      return handle(anyMessage(of: gossip), isFull: gossip.messages.count >= Self.window)
    case _ where gossip.messages.count >= Self.window: return .drop(anyMessage(of: gossip))
    default:
      let (from, to) = pair(of: places)
      return .send(from: from, to: to)
    }
  }

  private mutating func handle(_ message: Int, isFull: Bool) -> GossipStep<State.Update> {
    switch dice.integer(in: 1...9) {
    case 1...5: .deliver(message)
    case 6: .drop(message)
    case 7: .postpone(message)
    default: isFull ? .deliver(message) : .duplicate(message)
    }
  }

  private mutating func link(_ ends: (one: Int, other: Int)) -> GossipStep<State.Update> {
    switch dice.integer(in: 1...4) {
    case 1: .cut(ends.one, ends.other)
    case 2...3: .heal(ends.one, ends.other)
    default: .exchange(ends.one, ends.other)
    }
  }

  private mutating func anyMessage(of gossip: Gossip<State>) -> Int {
    gossip.messages[dice.integer(in: 0...gossip.messages.count - 1)].number
  }

  /// Two different places, in any order.
  private mutating func pair(of places: ClosedRange<Int>) -> (Int, Int) {
    let one = dice.integer(in: places)
    let step = dice.integer(in: 1...places.upperBound)
    return (one, (one + step) % places.count)
  }
}
