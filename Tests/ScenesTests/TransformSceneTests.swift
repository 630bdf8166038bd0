import Content
import GeoModel
import Scenes
import TestSupport
import Testing

/// Editors and their server: whatever is typed and delivered, all end alike.
struct TransformSceneTests {
  /// What stands in the row below the names: A's editor, the server's text, B's editor.
  private static func texts(_ acted: ActedScene) throws -> [String] {
    let row = try #require(acted.rows.first { $0.contains("▏") })
    // Columns of the three panels at the width of a wide page.
    let cells = Array(row)
    return [2, 46, 90].map { start in
      String(cells.dropFirst(start).prefix(40)).replacing(#/ +$/#, with: "")
    }
  }

  private static let typed = Array("abcdefghij0123456789")

  @Test(arguments: (0..<40).map(UInt64.init))
  func `when all has arrived, both editors and the server have the same text`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var acted = try ActedScene("transform")
    let strokes: [Stroke] =
      Self.typed.map { .character($0) }
      + [.erase, .erase, .erase, .left, .left, .left, .left, .right]
      + [.act("s"), .act("s"), .act("s"), .act("d"), .act("d"), .act("d"), .act("d")]
    for _ in 0..<50 {
      acted.choose(["A", "B"].randomElement(using: &dice) ?? "A")
      guard let stroke = strokes.randomElement(using: &dice) else { continue }
      try acted.act(stroke)
    }
    try acted.press("b")
    #expect(acted.text.contains("All three are the same. ✔"))
    let texts = try Self.texts(acted).map { $0.replacing("▏", with: "").replacing("…", with: "") }
    let model = Self.model(acted.entries)
    #expect(model.clients.allSatisfy { $0.text == model.server.text })
    let whole = String(String.UnicodeScalarView(model.server.text))
    #expect(whole.hasSuffix(texts[1]))
    #expect(whole.contains(texts[0]) && whole.contains(texts[2]))
  }

  /// The same entries played on the session of the model; cursors are followed by hand.
  private static func model(_ entries: [String]) -> TransformationSession {
    var session = TransformationSession(["A", "B"], text: Array("abc".unicodeScalars))
    var cursors = [3, 3]
    for entry in entries {
      let words = entry.split(separator: " ").map(String.init)
      let place = words[0] == "B" ? 1 : 0
      switch (words[0], words.dropFirst().first) {
      case ("settle", _): session.settle()
      case ("deliver", _): deliver(in: &session, &cursors)
      case (_, "type"):
        for scalar in words[2].unicodeScalars {
          try? session.take(.insert(scalar, at: cursors[place], client: place))
          cursors[place] += 1
        }
      case (_, "erase"):
        try? session.take(.delete(at: cursors[place] - 1, client: place))
        cursors[place] -= 1
      case (_, "left"): cursors[place] -= 1
      case (_, "right"): cursors[place] += 1
      default: try? session.take(.send(client: place))
      }
    }
    return session
  }

  private static func deliver(in session: inout TransformationSession, _ cursors: inout [Int]) {
    if let client = [0, 1].first(where: { session.requests[$0] != nil }) {
      try? session.take(.serve(client: client))
    } else if let client = [0, 1].first(where: { !session.broadcasts[$0].isEmpty }) {
      let before = session.clients[client].text
      try? session.take(.deliver(client: client))
      let after = session.clients[client].text
      let same = zip(before, after).prefix { $0 == $1 }.count
      if same < cursors[client] { cursors[client] += after.count - before.count }
    }
  }

  @Test func `edits at one place are put in order by the server, and transformed`() throws {
    let acted = try ActedScene(
      "transform",
      "text: ab\nhistory: A left, A type x, B left, B type y, A send, B send, deliver, deliver, settle"
    )
    #expect(
      acted.scene.sentences.filter { $0.hasPrefix("The server") } == [
        "The server puts it in place 1: +x@1 stays +x@1.",
        "The server puts it in place 2: +y@1 becomes +y@2.",
      ])
    #expect(try Self.texts(acted) == ["ax▏yb", "axyb", "axy▏b"])
  }

  @Test func `the cursor stays behind its letter when the other one's edit comes`() throws {
    for (others, editor) in [
      ("B type x", "ab▏cdx"), ("B left, B left, B left, B type x", "axb▏cd"),
      ("B left, B left, B left, B erase", "b▏cd"), ("B left, B left, B erase", "a▏cd"),
      ("B erase", "ab▏c"),
    ] {
      let acted = try ActedScene(
        "transform", "text: abcd\nhistory: A left, A left, \(others), settle")
      #expect(try Self.texts(acted)[0] == editor, "\(others)")
    }
  }

  @Test func `what would change nothing cannot be done`() throws {
    var acted = try ActedScene("transform", "text: a")
    for stroke in [Stroke.right, .act("s"), .act("d"), .act("b")] {
      #expect(try !acted.act(stroke))
    }
    try acted.type("←")
    #expect(try !acted.act(.left))
    #expect(try !acted.act(.erase))
    try acted.type("x")
    try acted.press("s")
    #expect(try !acted.act(.act("s")))
  }

  @Test(arguments: [
    ("A left, A left, A left, A left", "A cannot move its cursor further."),
    ("A left, A left, A left, A erase", "A has nothing to erase."),
    ("A erase", "A erases a character and sees it at once."), ("A left", "A moves its cursor."),
    ("A send", "A has nothing to send, or waits for the answer to its last edit."),
    ("deliver", "Nothing is under way."), ("deliver B", "Nothing is under way."),
    ("settle", "Nothing is under way."),
    ("A type x, settle", "Everything is sent, ordered and delivered."),
    ("A type x, A send", "A sends +x@3, made on the text of revision 0."),
    ("A type x, A send, deliver, deliver", "A learns that its own edit is number 1."),
  ])
  func `what happened is told, and that nothing did`(history: String, sentence: String) throws {
    #expect(try ActedScene("transform", "history: \(history)").lastSentence == sentence)
  }

  @Test func `spaces and commas are typed as they are`() throws {
    var acted = try ActedScene("transform")
    try acted.type(", #é世🙂")
    try acted.press("b")
    #expect(acted.rows.contains { $0.matches(of: /abc, #é世🙂/).count == 2 })
    #expect(acted.text.contains("abc▏, #é世🙂"))
  }

  // MARK: - Without a server

  @Test func `three edits without a server end in two texts`() throws {
    let acted = try ActedScene("transform", "order: none")
    #expect(acted.text.contains("✘ zxbc and xzbc"))
    #expect(
      acted.lastSentence
        == "The two replicas never agree again. 6 of all 343 triples do this.")
    #expect(acted.scene.controls == nil)
    let all = TransformationPaths.all(
      on: Array("abc".unicodeScalars), inserting: [("A", "x"), ("B", "y"), ("C", "z")])
    #expect(all.count == 343 && all.count { !$0.converge } == 6)
  }

  @Test(arguments: ["", "a", "abcd"])
  func `a text on which all triples cannot be tried is refused`(text: String) throws {
    let error = #expect(throws: Diagnostic.self) {
      try staged("transform", "order: none\ntext: '\(text)'")
    }
    #expect(
      error?.description
        == "lessons/02-test.md:11:7: error: text is \(text); it must be 2 or 3 characters long")
  }
}
