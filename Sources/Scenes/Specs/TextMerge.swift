import Content
import Drawing
import GeoModel

/// Editors of one text, each at its replica, into which the learner types.
///
/// Arguments: those of ``ReplicaScene``, `type` (`rga`, `lseq`) and `ids` (`hidden`, `shown`); a
/// client can `type hello`, `type U+20`, `erase`, `left` and `right`.
struct TextMerge<Text: EditedText>: ReplicaSubject {
  private let ids: TextIDs

  let question = "What do both read after a merge?"
  let opening = "Two empty editors; i lets you type into one of them."
  let initial = Editor<Text>()

  init(ids: TextIDs) {
    self.ids = ids
  }

  // MARK: - Acting

  let acts = [
    Act(
      "i", "type at the replica, until Esc; Tab goes to the next one", word: "type",
      beginsTyping: true)
  ]
  let usage = "type TEXT, erase, left or right"

  func update(_ words: [String], at site: ReplicaSite<Editor<Text>>) -> EditorKey? {
    switch words.first {
    case "type" where words.count > 1:
      return .type(TypedText.text(named: words.dropFirst().joined(separator: " ")))
    case "erase" where words.count == 1: return .erase
    case "left" where words.count == 1: return .left
    case "right" where words.count == 1: return .right
    default: return nil
    }
  }

  func words(
    for stroke: Stroke, with targets: [Knob], at site: ReplicaSite<Editor<Text>>
  ) -> String? {
    switch stroke {
    case .character(let character): TypedText.name(of: character).map { "type \($0)" }
    case .erase: site.state.cursor > 0 ? "erase" : nil
    case .left: site.state.cursor > 0 ? "left" : nil
    case .right: site.state.cursor < site.state.length ? "right" : nil
    case .act: nil
    }
  }

  func sentence(of deed: ReplicaDeed<Editor<Text>>) -> String {
    let name = deed.site.name
    let isIdle = deed.after == deed.site.state
    return switch deed.update {
    case .type(let text): "\(name) types \(Self.quoted(text))."
    case .erase where isIdle: "\(name) has nothing to erase."
    case .erase: "\(name) erases \(Self.quoted(deed.site.state.erased)): \(Text.fateOfDeleted)."
    case .left, .right:
      "\(name) \(isIdle ? "cannot move its cursor further" : "moves its cursor")."
    }
  }

  private static func quoted(_ text: String) -> String { "‘\(text)’" }

  // MARK: - Drawing

  func rows(of place: Int, in gossip: Gossip<Editor<Text>>) -> [StyledText] {
    let editor = gossip.replicas[place]
    let pieces = editor.text.pieces
    let count = StyledText(Text.census(of: pieces), style: .faint)
    guard ids == .shown else { return [Self.line(of: editor), "", count] }
    return TextIDs.rows(of: pieces, names: Text.markNames) + [count]
  }

  /// More than this does not fit beside another editor: the part about the cursor is shown.
  private static var longestLine: Int { 32 }

  private static func line(of editor: Editor<Text>) -> StyledText {
    let line = TypedText.line(
      Array(editor.text.value.unicodeScalars), cursor: editor.cursor, width: longestLine)
    return StyledText(line.isCut ? "…" : "", style: .faint) + StyledText(line.before)
      + StyledText("▏", style: Style(.focus, isBold: true)) + StyledText(line.after)
  }

  func label(of state: Editor<Text>) -> String { Self.quoted(state.text.value) }

  func isSettled(_ gossip: Gossip<Editor<Text>>) -> Bool {
    gossip.replicas.allSatisfy { $0.text == gossip.replicas[0].text }
  }

  func conclusions(on gossip: Gossip<Editor<Text>>) -> [StyledText] {
    guard isSettled(gossip) else {
      return [StyledText("They have not seen the same yet.", style: .faint)]
    }
    let text = gossip.replicas[0].text
    let authors = text.pieces.filter { !$0.isDeleted }.map(\.author)
    return [
      StyledText("all read ") + StyledText(Self.quoted(text.value), style: .strong)
        + StyledText(authors.isEmpty ? "" : "   by \(authors.joined())", style: .faint)
    ]
  }
}

/// Reads the directive: the type of the text is a type of the language.
enum TextMerges {
  private enum Kind: String, CaseIterable { case rga, lseq }

  static func stage(_ scene: SceneArguments) throws(Diagnostic) -> any Scene {
    var arguments = try Arguments(scene.directive)
    let kind: Kind = try arguments.choice("type", default: .rga)
    let ids: TextIDs = try arguments.choice("ids", default: .hidden)
    let staged: any Scene =
      switch kind {
      case .rga: try ReplicaScene(TextMerge<RGA>(ids: ids), &arguments)
      case .lseq: try ReplicaScene(TextMerge<LSEQ>(ids: ids), &arguments)
      }
    try arguments.finish()
    return staged
  }
}
