import Content
import GeoModel

/// The types whose laws can be tried, those that keep them and those that do not.
enum LawKind: String, CaseIterable {
  case growOnlyCounter = "g-counter"
  case counter = "pn-counter"
  case observedRemoveSet = "or-set"
  case twoPhaseSet = "2p-set"
  case register = "lww-register"
  case multiRegister = "mv-register"
  case sum, maximum
  case maximumUpDown = "maximum-up-down"
  case lastWriter = "last-writer"
  case registerWithoutReplica = "lww-without-id"

  static func stage(_ scene: SceneArguments) throws(Diagnostic) -> any Scene {
    var arguments = try Arguments(scene.directive)
    let kind: LawKind = try arguments.choice("type", default: .growOnlyCounter)
    let staged = try kind.scene(&arguments)
    try arguments.finish()
    return staged
  }

  private func scene(_ arguments: inout Arguments) throws(Diagnostic) -> any Scene {
    switch self {
    case .growOnlyCounter: try panel(Self.growOnlyCounterType, &arguments)
    case .counter: try panel(Self.counterType, &arguments)
    case .observedRemoveSet: try panel(Self.observedRemoveSetType, &arguments)
    case .twoPhaseSet: try panel(Self.twoPhaseSetType, &arguments)
    case .register: try panel(Self.registerType, &arguments)
    case .multiRegister: try panel(Self.multiRegisterType, &arguments)
    case .sum: try panel(Self.bare(SumMerge.self, "A number merged by sum"), &arguments)
    case .maximum:
      try panel(
        Self.bare(MaximumMerge.self, "A number that grows, merged by maximum", isGrowing: true),
        &arguments)
    case .maximumUpDown:
      try panel(Self.bare(MaximumMerge.self, "A number merged by maximum"), &arguments)
    case .lastWriter:
      try panel(Self.bare(LastWriterMerge.self, "A number of which the last wins"), &arguments)
    case .registerWithoutReplica: try panel(Self.withoutReplicaType, &arguments)
    }
  }

  private func panel<Inner: Replicated>(
    _ type: LawType<Inner>, _ arguments: inout Arguments
  ) throws(Diagnostic) -> any Scene {
    try ReplicaScene(LawPanel(type), &arguments)
  }
}

// MARK: - The types

extension LawKind {
  private static func slots(_ counter: GCounter, _ sign: String = "") -> [String] {
    counter.slots.entries.map { "\(sign)\($0.key)\($0.value)" }
  }

  private static func list(_ parts: [String]) -> String {
    "{" + parts.joined(separator: " ") + "}"
  }

  private static func number(_ value: Int) -> String { Quantity.count(value).text }

  private static let add = LawDeed<PNCounter.Update>(word: "add", meaning: "adds 1") { _, _ in
    .increment()
  }
  private static let take = LawDeed<PNCounter.Update>(word: "take", meaning: "takes 1 away") {
    _, _ in
    .decrement()
  }

  private static let growOnlyCounterType = LawType<GCounter>(
    name: "G-Counter",
    updates: [.init(word: "add", meaning: "adds 1") { _, _ in .increment() }],
    text: { list(slots($0)) }, valueText: { number($0.value) }, asked: { up, _ in number(up) })

  private static let counterType = LawType<PNCounter>(
    name: "PN-Counter", updates: [add, take],
    text: { list(slots($0.increments) + slots($0.decrements, "−")) },
    valueText: { number($0.value) }, asked: { up, down in number(up - down) })

  private static func bare<Merge: IntegerMerge>(
    _: Merge.Type, _ name: String, isGrowing: Bool = false
  ) -> LawType<BareInteger<Merge>> {
    LawType(
      name: name, updates: isGrowing ? [add] : [add, take],
      text: { number($0.value) }, valueText: { number($0.value) },
      asked: { up, down in number(up - down) })
  }

  private static let observedRemoveSetType = LawType<ORSet<String>>(
    name: "OR-Set",
    updates: [
      .init(word: "add", meaning: "adds milk") { _, _ in .add("milk") },
      .init(word: "remove", meaning: "removes milk") { _, _ in .remove("milk") },
    ],
    text: { set in
      let dots = set.dots.values.flatMap(\.elements).map(\.text)
      let seen = set.context.vector.entries.entries.map { "\($0.key)\($0.value)" }
      return list(dots) + " seen " + list(seen)
    }, valueText: { list($0.value) })

  private static let twoPhaseSetType = LawType<TwoPhaseSet<String>>(
    name: "2P-Set",
    updates: [
      .init(word: "add", meaning: "adds milk") { _, _ in .add("milk") },
      .init(word: "remove", meaning: "removes milk") { _, _ in .remove("milk") },
    ],
    text: { "added \(list($0.added.value)) removed \(list($0.removed.value))" },
    valueText: { list($0.value) })

  /// Every replica writes its own name at its first, second, third moment: ties are common.
  private static func content(_ replica: ReplicaID, _ count: Int) -> String {
    "\(replica.name.lowercased())\(count)"
  }

  private static let registerType = LawType<LWWRegister<String>>(
    name: "LWW-Register",
    updates: [
      .init(word: "write", meaning: "writes at its next moment") { name, count in
        .set(content(name, count), time: count)
      }
    ],
    text: { $0.write.map { "\($0.content) at \($0.time) by \($0.replica)" } ?? "nothing" },
    valueText: { $0.value ?? "nothing" })

  private static let withoutReplicaType = LawType<LWWRegisterWithoutReplica<String>>(
    name: "An LWW-Register without the replica",
    updates: [
      .init(word: "write", meaning: "writes at its next moment") { name, count in
        .set(content(name, count), time: count)
      }
    ],
    text: { state in state.value.map { "\($0) at \(state.time ?? 0)" } ?? "nothing" },
    valueText: { $0.value ?? "nothing" })

  private static let multiRegisterType = LawType<MVRegister<String>>(
    name: "MV-Register",
    updates: [
      .init(word: "write", meaning: "writes something new") { name, count in
        .set(content(name, count))
      }
    ],
    text: { list($0.siblings.entries.map { "\($0.value.content) \($0.key.text)" }) },
    valueText: { list($0.value) })
}
