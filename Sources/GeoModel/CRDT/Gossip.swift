/// Replicas that send one another copies of their states, and what is under way between them.
///
/// Time is left out: who delivers what next is said step by step, by a learner, a script or a
/// random generator. So messages may come late, twice, in another order, or never.
public struct Gossip<State: Replicated>: Equatable, Sendable {
  /// A copy of a sender's state, as it was when it was sent.
  public struct Message: Equatable, Sendable {
    /// Counted from 1 in the order of sending; a second copy has a number of its own.
    public let number: Int
    /// The places of sender and receiver in ``Gossip/replicas``.
    public let from: Int
    public let to: Int
    public let state: State
  }

  /// Two replicas, in any order.
  struct Link: Equatable, Sendable {
    let low: Int
    let high: Int

    init(_ one: Int, _ other: Int) {
      (low, high) = (min(one, other), max(one, other))
    }
  }

  public let names: [ReplicaID]
  /// In the order of ``names``.
  public private(set) var replicas: [State]
  /// In the order in which they will be delivered, unless somebody chooses otherwise.
  public private(set) var messages: [Message] = []
  private var sent = 0
  private var cuts: [Link] = []

  public init(_ names: [ReplicaID], state: State = State()) {
    self.names = names
    replicas = names.map { _ in state }
  }

  public func isCut(_ one: Int, _ other: Int) -> Bool { cuts.contains(Link(one, other)) }

  /// The first message that no cut holds back.
  public var nextMessage: Message? { messages.first { !isCut($0.from, $0.to) } }

  public func message(_ number: Int) -> Message? { messages.first { $0.number == number } }
}

/// One thing that happens among replicas.
public enum GossipStep<Update: Sendable>: Sendable {
  case update(Update, at: Int)
  /// Puts a copy of the sender's state on its way.
  case send(from: Int, to: Int)
  /// The receiver merges a message, by its number.
  case deliver(Int)
  /// Another copy of a message is under way as well, behind all others.
  case duplicate(Int)
  /// A message falls behind all others.
  case postpone(Int)
  case drop(Int)
  /// From now on nothing is delivered between the two.
  case cut(Int, Int)
  case heal(Int, Int)
  /// Two replicas merge each other's state, both from copies of before.
  case exchange(Int, Int)
}

extension GossipStep: Equatable where Update: Equatable {}

extension Gossip {
  /// Lets something happen; a message that is not under way, or is held back by a cut, stays so.
  ///
  /// - Throws: where the type refuses an update; nothing has happened then.
  public mutating func take(_ step: GossipStep<State.Update>) throws(Refusal) {
    switch step {
    case .update(let update, let place): try replicas[place].apply(update, at: names[place])
    case .send(let from, let to): post(replicas[from], from: from, to: to)
    case .deliver(let number): deliver(number)
    case .duplicate(let number):
      if let message = message(number) { post(message.state, from: message.from, to: message.to) }
    case .postpone(let number): if let message = remove(number) { messages.append(message) }
    case .drop(let number): _ = remove(number)
    case .cut(let one, let other): if !isCut(one, other) { cuts.append(Link(one, other)) }
    case .heal(let one, let other): cuts.removeAll { $0 == Link(one, other) }
    case .exchange(let one, let other): exchange(one, other)
    }
  }

  /// Heals every cut and lets every pair exchange its states, twice: where a merge is a join, all
  /// replicas are equal then. What is still under way stays so.
  public mutating func settle() {
    cuts = []
    let places = replicas.indices
    let pairs = places.flatMap { one in places.dropFirst(one + 1).map { (one, $0) } }
    for (one, other) in pairs + pairs { exchange(one, other) }
  }

  private mutating func post(_ state: State, from: Int, to: Int) {
    sent += 1
    messages.append(Message(number: sent, from: from, to: to, state: state))
  }

  private mutating func deliver(_ number: Int) {
    guard let message = message(number), !isCut(message.from, message.to) else { return }
    _ = remove(number)
    replicas[message.to].merge(message.state)
  }

  private mutating func remove(_ number: Int) -> Message? {
    messages.firstIndex { $0.number == number }.map { messages.remove(at: $0) }
  }

  private mutating func exchange(_ one: Int, _ other: Int) {
    guard !isCut(one, other) else { return }
    let copies = (replicas[one], replicas[other])
    replicas[one].merge(copies.1)
    replicas[other].merge(copies.0)
  }
}
