import GeoModel

/// How the difference that is sent can go wrong.
protocol DeltaFault: Sendable {
  associatedtype State: Decomposable

  static func delta(of state: State, from known: State) -> State
}

/// A type that merges no whole state, but only what it lacks.
struct MergedByDeltas<Fault: DeltaFault>: Replicated {
  var state = Fault.State()

  var value: Fault.State.Value { state.value }

  mutating func apply(_ update: Fault.State.Update, at replica: ReplicaID) throws(Refusal) {
    try state.apply(update, at: replica)
  }

  mutating func merge(_ other: MergedByDeltas) {
    state.merge(Fault.delta(of: other.state, from: state))
  }
}

enum NoDeltaFault<State: Decomposable>: DeltaFault {
  static func delta(of state: State, from known: State) -> State { state.difference(from: known) }
}

/// Sends additions alone: a removal is nothing but context.
enum ForgetsDeltaContext: DeltaFault {
  static func delta(of state: ORSet<Int>, from known: ORSet<Int>) -> ORSet<Int> {
    state.joinDecomposition.filter { !$0.dots.isEmpty && !$0.isKnown(to: known) }
      .reduce(into: ORSet()) { $0.merge($1) }
  }
}

/// Sends how much a slot has grown, which a merge takes for the slot itself.
enum SendsGrowth: DeltaFault {
  static func delta(of state: GCounter, from known: GCounter) -> GCounter {
    GCounter(
      slots: SortedMap(state.slots.entries.map { ($0, max(0, $1 - (known.slots[$0] ?? 0))) }))
  }
}

/// Sends of all that is missing only the first part.
enum SendsFirstPart<State: Decomposable>: DeltaFault {
  static func delta(of state: State, from known: State) -> State {
    state.joinDecomposition.first { !$0.isKnown(to: known) } ?? State()
  }
}
