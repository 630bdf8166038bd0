import Content
import Drawing
import GeoModel

/// One history of writes in three registers: where the last one wins, where a tie has no winner,
/// and where concurrent writes stay.
///
/// Arguments: those of ``ReplicaScene``; a client can `set VALUE TIME`.
struct RegisterMerge: ReplicaSubject {
  private static let contents = ["red", "green", "blue"]
  private static let times = (1...5).map(String.init)

  static func stage(_ scene: SceneArguments) throws(Diagnostic) -> any Scene {
    var arguments = try Arguments(scene.directive)
    let staged = try ReplicaScene(RegisterMerge(), &arguments)
    try arguments.finish()
    return staged
  }

  let question = "Which write is still there?"
  let opening = "Nobody has written yet."
  let initial = RegisterTrio()

  // MARK: - Acting

  let acts = [Act("w", "write the value at the replica, at the time on its clock", word: "write")]

  var targets: [Knob] {
    [
      Knob(key: "value", value: Self.contents[0], choices: Self.contents),
      Knob(key: "time", value: Self.times[0], choices: Self.times),
    ]
  }

  let usage = "set VALUE TIME"

  func update(
    _ words: [String], at site: ReplicaSite<RegisterTrio>
  ) -> LWWRegister<String>.Update? {
    guard words.count == 3, words[0] == "set", Self.contents.contains(words[1]),
      Self.times.contains(words[2]), let time = Int(words[2])
    else { return nil }
    return .set(words[1], time: time)
  }

  func words(
    for stroke: Stroke, with targets: [Knob], at site: ReplicaSite<RegisterTrio>
  ) -> String? {
    let chosen = targets.dropFirst().map(\.value)
    return stroke == .act("w") ? "set \(chosen.joined(separator: " "))" : nil
  }

  func sentence(of deed: ReplicaDeed<RegisterTrio>) -> String {
    let name = deed.site.name
    switch deed.update {
    case .set(let content, let time):
      let write = LWWRegister.Write(content: content, time: time, replica: ReplicaID(name))
      let isLost = deed.after.last.write != write
      let replaced = deed.site.state.multiple.value.count
      return "\(name) writes \(content) at \(time)."
        + (isLost ? " LWW drops it at once: what is known wins." : "")
        + (replaced > 1 ? " The MV-Register replaces all \(replaced)." : "")
    }
  }

  // MARK: - Drawing

  func rows(of place: Int, in gossip: Gossip<RegisterTrio>) -> [StyledText] {
    let state = gossip.replicas[place]
    let siblings = state.multiple.value
    return [
      Self.row("LWW", state.last.write.map { "\($0.content)  (\($0.time), \($0.replica))" }),
      Self.row(
        "no id", state.withoutReplica.value.map { "\($0)  (\(state.withoutReplica.time ?? 0))" }),
      Self.row("MV", siblings.isEmpty ? nil : siblings.joined(separator: ", ")),
    ]
  }

  private static func row(_ name: String, _ text: String?) -> StyledText {
    StyledText(name.padded(to: 6), style: .faint)
      + (text.map { StyledText($0) } ?? StyledText("·", style: .faint))
  }

  func label(of state: RegisterTrio) -> String {
    state.last.write.map { "\($0.content) \($0.time)\($0.replica)" } ?? "nothing"
  }

  func isSettled(_ gossip: Gossip<RegisterTrio>) -> Bool {
    gossip.replicas.allSatisfy {
      $0.last == gossip.replicas[0].last && $0.multiple == gossip.replicas[0].multiple
    }
  }

  func conclusions(on gossip: Gossip<RegisterTrio>) -> [StyledText] {
    guard isSettled(gossip), let write = gossip.replicas[0].last.write else {
      return [StyledText("They have not seen the same yet.", style: .faint), ""]
    }
    let losers = gossip.replicas[0].multiple.value.filter { $0 != write.content }
    return [
      StyledText("LWW: \(write.content)", style: .strong) + Self.loss(of: losers),
      withoutReplica(gossip),
    ]
  }

  private static func loss(of contents: [String]) -> StyledText {
    contents.isEmpty
      ? StyledText(" on every replica")
      : StyledText(" on every replica; ")
        + StyledText(
          "✘ LOST \(contents.joined(separator: ", "))", style: Style(.lost, isBold: true))
        + StyledText(", which the MV-Register keeps")
  }

  /// What comes of a tie that the replica does not break.
  private func withoutReplica(_ gossip: Gossip<RegisterTrio>) -> StyledText {
    let contents = gossip.replicas.map { $0.withoutReplica.value ?? "nothing" }
    guard Set(contents).count > 1 else {
      return StyledText("without the replica in the order: the same here", style: .faint)
    }
    let claims = zip(gossip.names, contents).map { "\($0) \($1)" }.joined(separator: ", ")
    return StyledText("without the replica in the order: \(claims) ")
      + StyledText("✘ differ for ever", style: Style(.lost))
  }
}

/// The same writes in three registers, side by side.
struct RegisterTrio: Replicated {
  private(set) var last = LWWRegister<String>()
  private(set) var withoutReplica = LWWRegisterWithoutReplica<String>()
  private(set) var multiple = MVRegister<String>()

  var value: [String] { multiple.value }

  mutating func apply(_ update: LWWRegister<String>.Update, at replica: ReplicaID) {
    last.apply(update, at: replica)
    withoutReplica.apply(update, at: replica)
    switch update {
    case .set(let content, _): multiple.apply(.set(content), at: replica)
    }
  }

  mutating func merge(_ other: RegisterTrio) {
    last.merge(other.last)
    withoutReplica.merge(other.withoutReplica)
    multiple.merge(other.multiple)
  }
}
