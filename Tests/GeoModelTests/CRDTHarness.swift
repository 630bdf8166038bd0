import GeoModel

/// An update that a replica made, and what it had seen by then.
struct Event<Update: Sendable>: Sendable {
  let update: Update
  let replica: ReplicaID
  /// Its own bit among the updates of a history.
  let bit: UInt64
  /// The bits of the updates that the replica knew.
  let past: UInt64

  func sees(_ other: Event) -> Bool { past & other.bit != 0 }
}

/// What a type is held to: the updates that are tried, and what must come of them.
///
/// `value` is the oracle. It reads the updates that a replica knows, and nothing of the type.
struct Subject<Update: Sendable, Value: Equatable & Sendable>: Sendable {
  let draw: @Sendable (inout SplitMix64) -> Update
  /// The updates of the small scope, each with its place.
  let scope: [(update: Update, place: Int)]
  let value: @Sendable ([Event<Update>]) -> Value
  var allows: @Sendable (Update, ReplicaID, [Event<Update>]) -> Bool = { _, _, _ in true }
}

/// What can tell a wrong implementation: the laws of merging, and what they leave open.
enum Check: Int, Comparable {
  case commutative, associative, idempotent, inflationary, redelivery, convergence
  /// The value is what the known updates make it.
  case oracle
  /// An update is refused where, and only where, it is not allowed.
  case refusal
  /// Replicas and messages that nothing happens to stay as they are.
  case isolation

  init(_ law: Law) {
    self =
      switch law {
      case .commutative: .commutative
      case .associative: .associative
      case .idempotent: .idempotent
      case .inflationary: .inflationary
      case .redelivery: .redelivery
      }
  }

  static func < (left: Check, right: Check) -> Bool { left.rawValue < right.rawValue }
}

/// A state, and beside it the set of updates that its replica knows.
struct Witnessed<State: Replicated>: Replicated {
  var state = State()
  var known: UInt64 = 0

  struct Update: Sendable {
    let update: State.Update
    let bit: UInt64
  }

  var value: State.Value { state.value }

  mutating func apply(_ update: Update, at replica: ReplicaID) throws(Refusal) {
    try state.apply(update.update, at: replica)
    known |= update.bit
  }

  mutating func merge(_ other: Witnessed) {
    state.merge(other.state)
    known |= other.known
  }
}

/// A history of a type, checked at every step.
struct Trial<State: Replicated> {
  typealias Step = GossipStep<Witnessed<State>.Update>

  let subject: Subject<State.Update, State.Value>
  private(set) var gossip: Gossip<Witnessed<State>>
  private(set) var failures: Set<Check> = []
  private var events: [Event<State.Update>] = []
  /// The values of the replicas and of the messages under way, as they should still be.
  private var values: [State.Value] = []
  private var sent: [Int: State.Value] = [:]

  init(_ subject: Subject<State.Update, State.Value>) {
    self.subject = subject
    gossip = Gossip(["A", "B", "C"])
    values = gossip.replicas.map(\.value)
  }

  mutating func take(_ step: Step) {
    if case .update(let update, let place) = step { return self.update(update.update, at: place) }
    let before = gossip
    // Nothing but an update is refused.
    try? gossip.take(step)
    look(at: touched(by: step, in: before))
  }

  mutating func update(_ update: State.Update, at place: Int) {
    let (before, name) = (gossip.replicas[place], gossip.names[place])
    let event = Event(
      update: update, replica: name, bit: 1 << UInt64(events.count), past: before.known)
    var isAllowed = subject.allows(update, name, known(at: place))
    do throws(Refusal) {
      try gossip.take(.update(.init(update: update, bit: event.bit), at: place))
      events.append(event)
    } catch {
      isAllowed.toggle()
    }
    note(.refusal, unless: isAllowed)
    let after = gossip.replicas[place].state
    note(
      .inflationary, unless: Law.counterexample(updating: before.state, to: after) == nil)
    look(at: [place])
  }

  /// Everybody merges everybody, then whatever was still under way comes late.
  mutating func settle() {
    gossip.settle()
    look(at: Array(gossip.replicas.indices))
    let settled = gossip.replicas
    note(.convergence, unless: settled.allSatisfy { $0 == settled[0] })
    for message in gossip.messages { take(.deliver(message.number)) }
    note(.redelivery, unless: gossip.replicas == settled)
  }

  /// Tries the laws of merging on states that were reached.
  mutating func tryLaws() {
    let states = (gossip.replicas + gossip.messages.suffix(1).map(\.state)).map(\.state)
    for law in Law.allCases {
      note(Check(law), unless: law.counterexample(among: states) == nil)
    }
  }

  private func known(at place: Int) -> [Event<State.Update>] {
    events.filter { gossip.replicas[place].known & $0.bit != 0 }
  }

  private mutating func note(_ check: Check, unless holds: Bool) {
    if !holds { failures.insert(check) }
  }

  private func touched(by step: Step, in before: Gossip<Witnessed<State>>) -> [Int] {
    switch step {
    case .deliver(let number): before.message(number).map { [$0.to] } ?? []
    case .exchange(let one, let other): [one, other]
    case .update(_, let place): [place]
    case .send, .duplicate, .postpone, .drop, .cut, .heal: []
    }
  }

  /// Holds the replicas that something happened to against the oracle, all else against itself.
  private mutating func look(at places: [Int]) {
    for (place, replica) in gossip.replicas.enumerated() {
      if places.contains(place) {
        values[place] = replica.value
        note(.oracle, unless: values[place] == subject.value(known(at: place)))
      } else {
        note(.isolation, unless: values[place] == replica.value)
      }
    }
    for message in gossip.messages {
      note(
        .isolation,
        unless: sent[message.number, default: message.state.value] == message.state.value)
      sent[message.number] = message.state.value
    }
  }
}
