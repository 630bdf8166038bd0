import Content
import Drawing
import GeoModel

/// Two editors of one text and the server that puts their edits in one order and transforms them.
///
/// Arguments: `text` to begin with, and `history`: see ``TransformRules``. Without a server
/// (`order: none`) see ``TransformPathsScene``.
struct TransformScene: HistoryScene {
  private enum Order: String, CaseIterable { case server, none }

  private let run: PlayedHistory<TransformRules>

  static func stage(_ scene: SceneArguments) throws(Diagnostic) -> any Scene {
    var arguments = try Arguments(scene.directive)
    let order: Order = try arguments.choice("order", default: .server)
    let text = try arguments.optionalString("text") ?? "abc"
    let history = try arguments.history()
    let staged: any Scene
    switch order {
    case .server: staged = try TransformScene(text: text, history: history, arguments)
    case .none:
      guard let paths = TransformPathsScene(text: text) else {
        throw arguments.failure("text", "text is \(text); it must be 2 or 3 characters long")
      }
      staged = paths
    }
    try arguments.finish()
    return staged
  }

  private init(
    text: String, history: [Arguments.Item], _ arguments: borrowing Arguments
  ) throws(Diagnostic) {
    run = try PlayedHistory(TransformRules(text: text), history, in: arguments)
  }

  let question = "How does an edit reach a text that has changed?"

  var entries: [String] { run.steps.map(\.entry) }

  var sentences: [String] {
    ["Both editors and the server have the same text."]
      + run.steps.map(TransformNarration.sentence)
  }

  // MARK: - Acting

  var controls: Controls? {
    let names = TransformRules.names.map(\.name)
    return Controls(
      title: "Acting", targets: [Knob(key: "at", value: names[0], choices: names)],
      acts: [
        Act(
          "i", "type at the client, until Esc; Tab goes to the next one", word: "type",
          beginsTyping: true),
        Act("s", "send its next edit to the server", word: "send"),
        Act("d", "deliver the next message", word: "deliver"),
        Act("b", "let everything arrive", word: "settle"),
      ], endsRun: true)
  }

  func entry(for stroke: Stroke, on targets: [Knob], after count: Int) -> String? {
    targets.first.flatMap { entry(for: stroke, of: $0.value) }
      .flatMap { run.changes(by: $0, after: count) ? $0 : nil }
  }

  private func entry(for stroke: Stroke, of name: String) -> String? {
    switch stroke {
    case .character(let character): TypedText.name(of: character).map { "\(name) type \($0)" }
    case .erase: "\(name) erase"
    case .left: "\(name) left"
    case .right: "\(name) right"
    case .act("s"): "\(name) send"
    case .act("d"): "deliver"
    case .act("b"): "settle"
    case .act: nil
    }
  }

  // MARK: - Drawing

  func idealHeight(width: Int) -> Int { layout.height }

  func draw(after count: Int, progress: Double, into canvas: inout Canvas) {
    TransformPicture(
      moment: run.moment(after: count), step: progress > 0 ? run.steps[count] : nil,
      progress: progress
    ).picture(layout: layout).draw(into: &canvas)
  }

  private var layout: ReplicaPicture.Layout {
    let sessions = run.moments.map(\.session)
    return ReplicaPicture.Layout(
      rows: 3, lanes: max(1, sessions.map(\.messageCount).max() ?? 0), hasCuts: false,
      conclusions: 1)
  }
}

extension TransformationSession {
  /// How many messages are under way.
  fileprivate var messageCount: Int {
    requests.compactMap(\.self).count + broadcasts.map(\.count).reduce(0, +)
  }
}
