import Content
import Drawing
import GeoModel

/// One history of additions and removals in three sets, where they differ.
///
/// Arguments: those of ``ReplicaScene``; a client can `add ITEM` and `remove ITEM`.
struct SetMerge: ReplicaSubject {
  static let items = ["milk", "eggs", "bread"]

  static func stage(_ scene: SceneArguments) throws(Diagnostic) -> any Scene {
    var arguments = try Arguments(scene.directive)
    let staged = try ReplicaScene(SetMerge(), &arguments)
    try arguments.finish()
    return staged
  }

  let question = "What is in the set after a merge?"
  let opening = "Nobody has added anything yet."
  let initial = SetTrio()

  // MARK: - Acting

  let acts = [
    Act("a", "add the item at the replica", word: "add"),
    Act("r", "remove it", word: "remove"),
  ]

  var targets: [Knob] { [Knob(key: "item", value: Self.items[0], choices: Self.items)] }

  let usage = "add ITEM or remove ITEM"

  func update(_ words: [String], at site: ReplicaSite<SetTrio>) -> SetTrio.Update? {
    guard words.count == 2, Self.items.contains(words[1]) else { return nil }
    return switch words[0] {
    case "add": .add(words[1])
    case "remove": .remove(words[1])
    default: nil
    }
  }

  func words(
    for stroke: Stroke, with targets: [Knob], at site: ReplicaSite<SetTrio>
  ) -> String? {
    guard let item = targets.first(where: { $0.key == "item" })?.value else { return nil }
    return switch stroke {
    case .act("a"): "add \(item)"
    case .act("r"): "remove \(item)"
    default: nil
    }
  }

  func sentence(of deed: ReplicaDeed<SetTrio>) -> String {
    let (name, before) = (deed.site.name, deed.site.state)
    switch deed.update {
    case .add(let item):
      let refused = before.twoPhase.removed.contains(item)
      return "\(name) adds \(item)."
        + (refused ? " The 2P-Set refuses: what was removed stays removed." : "")
    case .remove(let item):
      let seen = before.observedRemove.dots[item]?.elements ?? []
      guard !seen.isEmpty else { return "\(name) removes \(item), which it does not have." }
      return "\(name) removes \(item): the \(Self.list(seen)) that it has seen. "
        + "The G-Set cannot."
    }
  }

  private static func list(_ dots: [Dot]) -> String {
    (dots.count == 1 ? "addition " : "additions ") + dots.map(\.text).joined(separator: " and ")
  }

  // MARK: - Drawing

  func rows(of place: Int, in gossip: Gossip<SetTrio>) -> [StyledText] {
    let state = gossip.replicas[place]
    return [StyledText("       G    2P   OR", style: .faint)]
      + Self.items.map { item in
        StyledText(item.padded(to: 7))
          + Self.mark(isIn: state.growOnly.contains(item))
          + Self.mark(
            isIn: state.twoPhase.contains(item), wasRemoved: state.twoPhase.removed.contains(item))
          + Self.mark(isIn: state.observedRemove.contains(item), columns: 2)
          + StyledText(
            (state.observedRemove.dots[item]?.elements ?? []).map(\.text).joined(separator: " "),
            style: .faint)
      }
  }

  private static func mark(isIn: Bool, wasRemoved: Bool = false, columns: Int = 5) -> StyledText {
    let text = isIn ? "●" : wasRemoved ? "✘" : "·"
    let style = isIn ? Style(.voter, isBold: true) : wasRemoved ? Style(.lost) : .faint
    return StyledText(text.padded(to: columns), style: style)
  }

  func label(of state: SetTrio) -> String {
    "{" + state.observedRemove.value.joined(separator: " ") + "}"
  }

  func conclusions(on gossip: Gossip<SetTrio>) -> [StyledText] {
    guard gossip.hasConverged else {
      return [StyledText("They have not seen the same yet.", style: .faint)]
    }
    let differing = Self.items.first { gossip.replicas[0].isDisputed($0) }
    guard let item = differing else {
      return [StyledText("All agree, and so do the three sets.", style: .faint)]
    }
    let state = gossip.replicas[0]
    return [
      StyledText("\(item)  ", style: .strong)
        + StyledText(
          "G-Set: in for ever.  2P-Set: \(state.twoPhase.contains(item) ? "in" : "out for ever").  "
            + "OR-Set: \(state.observedRemove.contains(item) ? "in" : "out").")
    ]
  }
}

/// The same history in three sets, side by side.
struct SetTrio: Replicated {
  private(set) var growOnly = GSet<String>()
  private(set) var twoPhase = TwoPhaseSet<String>()
  private(set) var observedRemove = ORSet<String>()

  enum Update: Equatable {
    case add(String)
    case remove(String)
  }

  var value: [[String]] { [growOnly.value, twoPhase.value, observedRemove.value] }

  /// Does what each of them can do: the first cannot remove, the second may refuse.
  mutating func apply(_ update: Update, at replica: ReplicaID) {
    switch update {
    case .add(let item):
      growOnly.add(item)
      observedRemove.apply(.add(item), at: replica)
      try? twoPhase.apply(.add(item), at: replica)  // the sentence of the deed tells the refusal
    case .remove(let item):
      observedRemove.apply(.remove(item), at: replica)
      try? twoPhase.apply(.remove(item), at: replica)  // likewise
    }
  }

  mutating func merge(_ other: SetTrio) {
    growOnly.merge(other.growOnly)
    twoPhase.merge(other.twoPhase)
    observedRemove.merge(other.observedRemove)
  }

  /// Whether the three disagree about an item.
  func isDisputed(_ item: String) -> Bool {
    let claims = [
      growOnly.contains(item), twoPhase.contains(item), observedRemove.contains(item),
    ]
    return claims.contains(true) && claims.contains(false)
  }
}

extension Dot {
  /// As pictures write it: `A2`.
  var text: String { "\(replica)\(counter)" }
}
