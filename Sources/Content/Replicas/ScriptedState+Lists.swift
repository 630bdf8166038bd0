import GeoModel

// MARK: - Sets

extension GSet: ScriptedState where Element == ExactText {
  static func update(for operation: CRDTOperation) -> Update? {
    guard case .add(let text) = operation else { return nil }
    return .add(ExactText(text))
  }

  var shownValue: CRDTValue { .texts(value.map(\.text)) }
  var tree: StateTree { .record([.init("elements", .texts(value))]) }
}

extension TwoPhaseSet: ScriptedState where Element == ExactText {
  static func update(for operation: CRDTOperation) -> Update? {
    switch operation {
    case .add(let text): .add(ExactText(text))
    case .remove(let text): .remove(ExactText(text))
    case .increment, .decrement, .set, .insert, .delete: nil
    }
  }

  var shownValue: CRDTValue { .texts(value.map(\.text)) }

  var tree: StateTree {
    .record([.init("added", .texts(added.value)), .init("removed", .texts(removed.value))])
  }
}

extension ORSet: ScriptedState where Element == ExactText {
  static func update(for operation: CRDTOperation) -> Update? {
    switch operation {
    case .add(let text): .add(ExactText(text))
    case .remove(let text): .remove(ExactText(text))
    case .increment, .decrement, .set, .insert, .delete: nil
    }
  }

  var shownValue: CRDTValue { .texts(value.map(\.text)) }

  /// Whole states leave no gaps, so that a version vector is all of the context.
  var tree: StateTree {
    let elements = dots.entries.map { element, dots in
      StateTree.Member(
        element.text, .list(dots.elements.map { .text(name(of: $0.replica, $0.counter)) }))
    }
    return .record([
      .init("elements", .record(elements)), .init("context", .numbers(context.vector.entries)),
    ])
  }
}

// MARK: - Texts

extension TextEdit {
  fileprivate init?(_ operation: CRDTOperation) {
    switch operation {
    case .insert(let index, let text): self = .insert(at: index, text)
    case .delete(let index, let count): self = .delete(at: index, count: count)
    case .increment, .decrement, .add, .remove, .set: return nil
    }
  }
}

extension SplitRGA: ScriptedState {
  static func update(for operation: CRDTOperation) -> TextEdit? { TextEdit(operation) }

  var shownValue: CRDTValue { .text(value) }

  var tree: StateTree {
    let elements = elements.map { element in
      StateTree.record([
        .init("id", .text(element.id.shown)),
        .init("after", element.predecessor.map { .text($0.shown) } ?? .nothing),
        .init("character", .text(String(element.character))),
        .init("deleted", .flag(element.isDeleted)),
      ])
    }
    return .record([.init("elements", .list(elements))])
  }
}

extension LSEQ: ScriptedState {
  static func update(for operation: CRDTOperation) -> TextEdit? { TextEdit(operation) }

  var shownValue: CRDTValue { .text(value) }

  var tree: StateTree {
    let elements = elements.map { element in
      StateTree.record([
        .init("position", .list(element.position.steps.map { .text($0.shown) })),
        .init("character", .text(String(element.character))),
      ])
    }
    return .record([.init("elements", .list(elements)), .init("known", .numbers(known))])
  }
}

// MARK: - Parts of states

/// One thing that a replica made, by its number: `A:3`.
private func name(of replica: ReplicaID, _ counter: Int) -> String { "\(replica):\(counter)" }

extension ElementID {
  fileprivate var shown: String { name(of: replica, counter) }
}

extension LSEQPosition.Step {
  /// A digit, and who took it: `7 A:3`.
  fileprivate var shown: String { "\(digit) \(name(of: replica, counter))" }
}

extension StateTree {
  /// A number for each replica.
  static func numbers(_ slots: SortedMap<ReplicaID, Int>) -> StateTree {
    .record(slots.entries.map { Member($0.key.name, .number($0.value)) })
  }

  static func texts(_ texts: [ExactText]) -> StateTree { .list(texts.map { .text($0.text) }) }
}
