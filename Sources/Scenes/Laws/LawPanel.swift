import Content
import Drawing
import GeoModel

/// The laws of merging, evaluated on the states that replicas have reached.
///
/// Arguments: those of ``ReplicaScene``, and `type`: see ``LawKind``. A client can do the `first` and
/// the `second` thing that the type offers, such as increment and decrement.
struct LawPanel<Inner: Replicated>: ReplicaSubject {
  private let type: LawType<Inner>

  init(_ type: LawType<Inner>) {
    self.type = type
  }

  let question = "Does the merge keep the laws?"
  var opening: String { "\(type.name): every replica has the state of before the first update." }
  let initial = Tallied<Inner>()

  // MARK: - Acting

  var acts: [Act] {
    zip(["a", "r"] as [Character], type.updates).map { Act($0, $1.meaning, word: $1.word) }
  }

  var usage: String { type.updates.count > 1 ? "first or second" : "first" }

  private static var verbs: [String] { ["first", "second"] }

  func update(
    _ words: [String], at site: ReplicaSite<Tallied<Inner>>
  ) -> Tallied<Inner>.Update? {
    guard words.count == 1, let index = Self.verbs.firstIndex(of: words[0]),
      type.updates.indices.contains(index)
    else { return nil }
    return update(index, of: site.state, at: site.gossip.names[site.place])
  }

  private func update(
    _ index: Int, of state: Tallied<Inner>, at name: ReplicaID
  ) -> Tallied<Inner>.Update {
    Tallied.Update(index: index, update: type.updates[index].make(name, state.count + 1))
  }

  func words(
    for stroke: Stroke, with targets: [Knob], at site: ReplicaSite<Tallied<Inner>>
  ) -> String? {
    switch stroke {
    case .act("a"): Self.verbs[0]
    case .act("r") where type.updates.count > 1: Self.verbs[1]
    default: nil
    }
  }

  func sentence(of deed: ReplicaDeed<Tallied<Inner>>) -> String {
    let done = "\(deed.site.name) \(type.updates[deed.update.index].meaning)"
    return deed.refusal == nil ? "\(done)." : "\(done), which the type refuses now."
  }

  // MARK: - Drawing

  func rows(of place: Int, in gossip: Gossip<Tallied<Inner>>) -> [StyledText] {
    let state = gossip.replicas[place].inner
    return [
      StyledText("state  ", style: .faint) + StyledText(type.text(state)),
      StyledText("value  ", style: .faint) + StyledText(type.valueText(state)),
    ]
  }

  func label(of state: Tallied<Inner>) -> String { type.text(state.inner) }

  func isSettled(_ gossip: Gossip<Tallied<Inner>>) -> Bool {
    gossip.replicas.allSatisfy { $0.inner == gossip.replicas[0].inner }
  }

  /// The states that are tried: those of the replicas, of messages under way, and the first one.
  private func states(of gossip: Gossip<Tallied<Inner>>) -> [Inner] {
    let all = [Inner()] + gossip.replicas.map(\.inner) + gossip.messages.map(\.state.inner)
    return all.reduce(into: []) { distinct, state in
      if !distinct.contains(state), distinct.count < 8 { distinct.append(state) }
    }
  }

  func conclusions(on gossip: Gossip<Tallied<Inner>>) -> [StyledText] {
    let broken = Law.allCases.map { ($0, counterexample(to: $0, in: gossip)) }
    let panel = broken.reduce(StyledText()) { line, law in
      line + StyledText("\(law.0.rawValue) ")
        + StyledText(
          String(law.1 == nil ? Mark.done.glyph : Mark.lost.glyph),
          style: law.1 == nil ? Mark.done.style : Mark.lost.style) + "  "
    }
    return [panel, broken.compactMap(\.1).first ?? tally(of: gossip)]
  }

  private func counterexample(
    to law: Law, in gossip: Gossip<Tallied<Inner>>
  ) -> StyledText? {
    let found: Law.Counterexample<Inner>? =
      law == .inflationary
      ? inflation(in: gossip) : law.counterexample(among: states(of: gossip))
    return found.map { example in
      let names = zip(["a", "b", "c"], example.states).map { "\($0) = \(type.text($1))" }
      let (left, right) = (type.text(example.left), type.text(example.right))
      return law == .inflationary
        ? StyledText("\(names[0]) is updated to \(names[1]):  ")
          + StyledText("b ⊔ a is \(left), the update is undone", style: Style(.lost))
        : StyledText("\(names.joined(separator: ", ")):  ")
          + StyledText("\(law.formula) is \(left), not \(right)", style: Style(.lost))
    }
  }

  /// Whether the next update at a replica would be undone by its own state of before.
  private func inflation(in gossip: Gossip<Tallied<Inner>>) -> Law.Counterexample<Inner>? {
    for (name, replica) in zip(gossip.names, gossip.replicas) {
      for index in type.updates.indices {
        var after = replica
        // What is refused changes nothing.
        try? after.apply(update(index, of: replica, at: name), at: name)
        if let found = Law.counterexample(updating: replica.inner, to: after.inner) {
          return found
        }
      }
    }
    return nil
  }

  /// What no law says: whether the value is what the clients asked for.
  private func tally(of gossip: Gossip<Tallied<Inner>>) -> StyledText {
    guard let asked = type.asked, isSettled(gossip) else { return StyledText() }
    let counts = gossip.replicas.map(\.counts)
    let truth = asked(counts.map { $0[0] }.reduce(0, +), counts.map { $0[1] }.reduce(0, +))
    let value = type.valueText(gossip.replicas[0].inner)
    return truth == value
      ? StyledText("and the value is what was asked for: \(truth)", style: .faint)
      : StyledText(
        "✘ the laws hold, and the value is wrong: asked for \(truth), says \(value)",
        style: Style(.lost, isBold: true))
  }
}

extension Law {
  /// The side that must equal the other one, as the panel writes it.
  fileprivate var formula: String {
    switch self {
    case .commutative: "a ⊔ b"
    case .associative: "(a ⊔ b) ⊔ c"
    case .idempotent: "a ⊔ a"
    case .inflationary: "b ⊔ a"
    case .redelivery: "(a ⊔ b) ⊔ b"
    }
  }
}
