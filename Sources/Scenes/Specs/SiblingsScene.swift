import Content
import Drawing
import GeoModel

/// Concurrent writes that stay side by side, and who may put them together again.
///
/// Arguments: those of ``ReplicaScene``; the client of a replica can `read`, `write tea`, which
/// replaces what it has read, and `add tea`, as one that has read nothing.
struct SiblingsScene: ReplicaSubject {
  private static let contents = ["tea", "milk", "rice", "salt", "figs", "nuts"]

  static func stage(_ scene: SceneArguments) throws(Diagnostic) -> any Scene {
    var arguments = try Arguments(scene.directive)
    let staged = try ReplicaScene(SiblingsScene(), &arguments)
    try arguments.finish()
    return staged
  }

  let question = "Which writes stay side by side?"
  let opening = "One cell, empty; the client of each replica has read nothing."
  let initial = Cells()

  // MARK: - Acting

  let acts = [
    Act("r", "let the client of the replica read", word: "read"),
    Act("w", "let it write in place of what it has read", word: "write"),
    Act("a", "let somebody write who has read nothing"),
  ]
  var usage: String { "read, write \(Self.contents.joined(separator: "/")) or add ..." }

  func update(_ words: [String], at site: ReplicaSite<Cells>) -> Cells.Update? {
    if words == ["read"] { return .read }
    guard words.count == 2, Self.contents.contains(words[1]) else { return nil }
    return switch words[0] {
    case "write": .write(words[1])
    case "add": .add(words[1])
    default: nil
    }
  }

  func words(for stroke: Stroke, with targets: [Knob], at site: ReplicaSite<Cells>) -> String? {
    let known = site.gossip.replicas.reduce(into: VersionVector()) { $0.merge($1.dotted.context) }
    let written = known.entries.values.reduce(0, +)
    let content = Self.contents[written % Self.contents.count]
    return switch stroke {
    case .act("r"): "read"
    case .act("w"): "write \(content)"
    case .act("a"): "add \(content)"
    default: nil
    }
  }

  func sentence(of deed: ReplicaDeed<Cells>) -> String {
    let name = deed.site.name
    switch deed.update {
    case .read:
      let contents = deed.after.dotted.value
      let what = contents.isEmpty ? "nothing" : contents.joined(separator: " and ")
      return "The client of \(name) reads \(what), and the context that belongs to it."
    case .write(let content):
      let read = deed.site.state.readText
      return "The client of \(name) writes \(content) in place of \(read), which it has read."
    case .add(let content):
      return "Somebody who has read nothing writes \(content) at \(name): it comes beside the rest."
    }
  }

  // MARK: - Drawing

  func rows(of place: Int, in gossip: Gossip<Cells>) -> [StyledText] {
    let cells = gossip.replicas[place]
    let siblings = cells.dotted.siblings.entries.map { "\($0.value) \($0.key.text)" }
    return [
      Self.row("dots", siblings, style: .text),
      Self.row("vector", cells.vector.value, style: .text),
      Self.row("client", ["has read \(cells.readText)"], style: .faint),
    ]
  }

  private static func row(_ name: String, _ contents: [String], style: Style) -> StyledText {
    StyledText(name.padded(to: 8), style: .faint)
      + StyledText(contents.isEmpty ? "·" : contents.joined(separator: ", "), style: style)
  }

  func label(of state: Cells) -> String { state.dotted.value.joined(separator: " ") }

  func isSettled(_ gossip: Gossip<Cells>) -> Bool {
    gossip.replicas.allSatisfy { $0.dotted == gossip.replicas[0].dotted }
  }

  func conclusions(on gossip: Gossip<Cells>) -> [StyledText] {
    let cells = gossip.replicas[0]
    guard isSettled(gossip) else {
      return [StyledText("They have not seen the same yet.", style: .faint), ""]
    }
    let count = cells.dotted.siblings.count
    let surplus = cells.vector.value.count - count
    return [
      StyledText(Self.sentences[min(count, 2)], style: count > 1 ? .strong : .text),
      surplus > 0
        ? StyledText("✘ \(surplus) more ", style: Style(.lost, isBold: true))
          + StyledText("with one version vector for all: it cannot say which one was read")
        : "",
    ]
  }

  private static let sentences = [
    "Nothing is written yet.", "One value: whoever wrote it had read the others.",
    "Siblings: nobody who wrote had read the other. A client must decide.",
  ]
}

/// The same cell kept with dots and with one version vector, and what the client beside it has read.
struct Cells: Replicated {
  private(set) var dotted = SiblingSet<String>()
  private(set) var vector = VectorSiblingSet<String>()
  private var read = SiblingSet<String>().read()
  private var vectorRead = VersionVector()

  enum Update: Equatable {
    case read
    case write(String)
    case add(String)
  }

  var value: [String] { dotted.value }
  var readText: String {
    read.contents.isEmpty ? "nothing" : read.contents.joined(separator: ", ")
  }

  static func == (left: Cells, right: Cells) -> Bool {
    left.dotted == right.dotted && left.vector == right.vector && left.read == right.read
      && left.vectorRead == right.vectorRead
  }

  mutating func apply(_ update: Update, at replica: ReplicaID) {
    switch update {
    case .read: (read, vectorRead) = (dotted.read(), vector.read().context)
    case .write(let content):
      dotted.write(content, context: read.context, at: replica)
      vector.write(content, context: vectorRead, at: replica)
    case .add(let content):
      dotted.write(content, context: VersionVector(), at: replica)
      vector.write(content, context: VersionVector(), at: replica)
    }
  }

  /// Merges the cells; a client keeps what it has read.
  mutating func merge(_ other: Cells) {
    dotted.merge(other.dotted)
    vector.merge(other.vector)
  }
}
