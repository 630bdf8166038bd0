import GeoModel

/// A type that scripts can play: what it makes of an operation, and how it is shown.
protocol ScriptedState: Replicated {
  /// - Returns: `nil` for an operation that the type does not have, or whose numbers are not for it.
  static func update(for operation: CRDTOperation) -> Update?

  var shownValue: CRDTValue { get }
  var tree: StateTree { get }
}

// MARK: - Counters

extension GCounter: ScriptedState {
  static func update(for operation: CRDTOperation) -> Update? {
    guard case .increment(let amount) = operation, amount.isCountable else { return nil }
    return .increment(by: amount)
  }

  var shownValue: CRDTValue { .number(value) }
  var tree: StateTree { .record([.init("slots", .numbers(slots))]) }
}

extension PNCounter.Update {
  fileprivate init?(_ operation: CRDTOperation) {
    switch operation {
    case .increment(let amount) where amount.isCountable: self = .increment(by: amount)
    case .decrement(let amount) where amount.isCountable: self = .decrement(by: amount)
    case .increment, .decrement, .add, .remove, .set, .insert, .delete: return nil
    }
  }
}

extension PNCounter: ScriptedState {
  static func update(for operation: CRDTOperation) -> Update? { Update(operation) }

  var shownValue: CRDTValue { .number(value) }

  var tree: StateTree {
    .record([
      .init("increments", .numbers(increments.slots)),
      .init("decrements", .numbers(decrements.slots)),
    ])
  }
}

extension BareInteger: ScriptedState {
  static func update(for operation: CRDTOperation) -> PNCounter.Update? {
    PNCounter.Update(operation)
  }

  var shownValue: CRDTValue { .number(value) }
  var tree: StateTree { .record([.init("number", .number(value))]) }
}

extension Int {
  fileprivate var isCountable: Bool { (1...CRDTScript.greatest).contains(self) }
  fileprivate var isTime: Bool { magnitude <= CRDTScript.greatest }
}

// MARK: - Registers

extension LWWRegister.Update where Content == ExactText {
  fileprivate init?(_ operation: CRDTOperation) {
    guard case .set(let text, let time?) = operation, time.isTime else { return nil }
    self = .set(ExactText(text), time: time)
  }
}

extension LWWRegister: ScriptedState where Content == ExactText {
  static func update(for operation: CRDTOperation) -> Update? { Update(operation) }

  var shownValue: CRDTValue { value.map { .text($0.text) } ?? .nothing }

  var tree: StateTree {
    guard let write else { return .nothing }
    return .record([
      .init("value", .text(write.content.text)), .init("time", .number(write.time)),
      .init("replica", .text(write.replica.name)),
    ])
  }
}

extension LWWRegisterWithoutReplica: ScriptedState where Content == ExactText {
  static func update(for operation: CRDTOperation) -> LWWRegister<Content>.Update? {
    LWWRegister.Update(operation)
  }

  var shownValue: CRDTValue { value.map { .text($0.text) } ?? .nothing }

  var tree: StateTree {
    guard let value, let time else { return .nothing }
    return .record([.init("value", .text(value.text)), .init("time", .number(time))])
  }
}

extension MVRegister: ScriptedState where Content == ExactText {
  /// A time says nothing here: what a write has seen decides.
  static func update(for operation: CRDTOperation) -> Update? {
    guard case .set(let text, _) = operation else { return nil }
    return .set(ExactText(text))
  }

  var shownValue: CRDTValue { .texts(value.map(\.text)) }

  var tree: StateTree {
    let sorted = siblings.entries.sorted { ($0.value.content, $0.key) < ($1.value.content, $1.key) }
    return .record([
      .init(
        "siblings",
        .list(
          sorted.map { _, sibling in
            .record([
              .init("value", .text(sibling.content.text)),
              .init("version", .numbers(sibling.version.entries)),
            ])
          }))
    ])
  }
}
