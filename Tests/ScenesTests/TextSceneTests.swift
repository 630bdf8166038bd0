import Content
import GeoModel
import Scenes
import TestSupport
import Testing

/// Typing into several editors of one text, over whatever network.
struct TextSceneTests {
  /// What stands in each editor, the cursor as `▏`.
  private static func editors(_ acted: ActedScene) -> [String] {
    acted.rows[2...].first { $0.contains("▏") }
      .map { row in
        row.split(separator: "    ").map { $0.filter { $0 != " " } }
      } ?? []
  }

  @Test(arguments: ["rga", "lseq"], (0..<8).map(UInt64.init))
  func `when all has arrived, the same text is read everywhere`(type: String, seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var acted = try ActedScene("text-merge", "type: \(type)\nreplicas: 3")
    for _ in 0..<60 { try acted.actAtRandom(&dice) }
    for name in ["A", "B", "C"] where acted.text.contains("✘ cut") {
      acted.choose(name)
      try acted.act(.act("c"))
    }
    try acted.press("b b")
    #expect(acted.text.contains("all read ‘"))
  }

  @Test(arguments: ["rga", "lseq"])
  func `every letter that was typed and not erased is read, once`(type: String) throws {
    var acted = try ActedScene("text-merge", "type: \(type)")
    try acted.type("abc⌫d")
    acted.choose("B")
    try acted.type("xy←z")
    try acted.press("b b")
    let text = try #require(acted.text.firstMatch(of: /all read ‘(\w+)’/)?.1)
    #expect(text.sorted() == Array("abdxyz"))
    #expect(text.filter { "abd".contains($0) } == "abd")
    #expect(text.filter { "xyz".contains($0) } == "xzy")
  }

  @Test func `runs that are typed at the same place are not interleaved`() throws {
    var acted = try ActedScene("text-merge")
    try acted.type("hello")
    acted.choose("B")
    try acted.type("world")
    try acted.press("b")
    #expect(acted.text.contains(/all read ‘(helloworld|worldhello)’/))
  }

  @Test(arguments: ["rga", "lseq"])
  func `spaces, commas and all that divides entries survive the history`(type: String) throws {
    var acted = try ActedScene("text-merge", "type: \(type)")
    try acted.type("a, b: #|\"'-[{&*!%@`\\~.in 1...3 | ü世🙂")
    try acted.press("b")
    #expect(acted.text.contains("all read ‘a, b: #|\"'-[{&*!%@`\\~.in 1...3 | ü世🙂’"))
    #expect(acted.entries[1] == "A type U+2C")
    #expect(acted.entries[2] == "A type U+20")
    #expect(acted.entries.suffix(2) == ["A type U+1F642", "merge"])
  }

  @Test(arguments: ["👩‍👩‍👧", "e\u{301}", "🇫🇷", "\r\n"])
  func `what is no single scalar is not typed`(text: String) throws {
    var acted = try ActedScene("text-merge")
    #expect(try !acted.act(.character(Character(text))))
  }

  @Test(arguments: ["U+", "U+D800", "U+110000", "U+zz", "hello"])
  func `what is no number of a character is typed as it is`(text: String) throws {
    let acted = try ActedScene("text-merge", "history: A type \(text)")
    #expect(acted.text.contains("all read") == false)
    #expect(Self.editors(acted).first == "\(text)▏")
  }

  @Test func `backspace at the beginning and arrows at the ends do nothing`() throws {
    var acted = try ActedScene("text-merge")
    for stroke in [Stroke.erase, .left, .right] { #expect(try !acted.act(stroke)) }
    try acted.type("ab")
    #expect(try !acted.act(.right))
    try acted.type("←←")
    #expect(try !acted.act(.left))
    #expect(try !acted.act(.erase))
    #expect(Self.editors(acted).first == "▏ab")
  }

  @Test(arguments: [
    ("A erase", "A has nothing to erase."), ("A left", "A cannot move its cursor further."),
    ("A right", "A cannot move its cursor further."),
    ("A type x, A left", "A moves its cursor."),
    ("A type x, A erase", "A erases ‘x’: a tombstone stays."),
    ("A type x", "A types ‘x’."),
  ])
  func `what a key did is told, and that it did nothing`(history: String, sentence: String) throws {
    #expect(try ActedScene("text-merge", "history: \(history)").lastSentence == sentence)
  }

  @Test func `the cursor moves by the arrows, and letters come where it stands`() throws {
    var acted = try ActedScene("text-merge")
    try acted.type("ac←b")
    #expect(Self.editors(acted).first == "ab▏c")
    try acted.type("←⌫→→d")
    #expect(Self.editors(acted).first == "bcd▏")
  }

  @Test(arguments: ["rga", "lseq"])
  func `the cursor stays behind its letter when others type and erase`(type: String) throws {
    let begun = "history: A type abcd, merge, A left, A left"
    for (others, editor) in [
      ("B type xy", "xyab▏cd"), ("B right, B type xy", "axyb▏cd"),
      ("B right, B right, B right, B type x", "ab▏cxd"), ("B right, B erase", "b▏cd"),
      ("B right, B right, B right, B erase", "ab▏d"), ("B right, B right, B erase", "a▏cd"),
      ("B right, B right, B erase, B erase", "▏cd"),
    ] {
      let acted = try ActedScene(
        "text-merge", "type: \(type)\n\(begun), \(others), B send, deliver")
      #expect(Self.editors(acted).first == editor, "\(others)")
    }
  }

  @Test func `names and tombstones are shown if asked for`() throws {
    let history = "history: A type ab, A erase, A send, deliver, B type c"
    let hidden = try ActedScene("text-merge", history)
    #expect(hidden.text.contains("characters 1   tombstones 1"))
    #expect(!hidden.rows.contains { $0.contains("id ") })
    let shown = try ActedScene("text-merge", "ids: shown\n\(history)")
    #expect(shown.rows.contains { $0.contains(/^ +a b +c a b/) })
    #expect(shown.rows.contains { $0.contains(/by  A A +by  B A A/) })
    #expect(shown.rows.contains { $0.contains(/id  1 2 +id  3 1 2/) })
    #expect(shown.rows.contains { $0.matches(of: /✘/).count == 2 })
  }

  @Test func `an LSEQ keeps no tombstones`() throws {
    let acted = try ActedScene("text-merge", "type: lseq\nhistory: A type ab, A erase")
    #expect(acted.text.contains("characters 1   most digits"))
    #expect(acted.lastSentence == "A erases ‘b’: its position is free.")
  }

  @Test func `who typed what is told by the letters' authors`() throws {
    let acted = try ActedScene("text-merge", "history: A type ab, merge, B type c, merge")
    #expect(acted.text.contains("all read ‘cab’   by BAA"))
  }

  @Test func `of a long line the part about the cursor is shown`() throws {
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    var acted = try ActedScene("text-merge", "history: A type \(letters)")
    #expect(Self.editors(acted).first == "…efghijklmnopqrstuvwxyz0123456789▏")
    try acted.type(String(repeating: "←", count: 36))
    #expect(Self.editors(acted).first == "▏abcdefghijklmnopqrstuvwxyz012345")
  }

  @Test func `a burst of keys loses none, in whatever picture the last one left`() throws {
    var acted = try ActedScene("text-merge")
    let text = String(repeating: "abcdefghij", count: 20)
    for (count, character) in text.enumerated() {
      // As the program does: a moment after the event before.
      let time: Duration = count == 0 ? .zero : .milliseconds(1000 * (count - 1) + 1)
      #expect(try acted.act(.character(character), at: time))
    }
    #expect(acted.entries.count == 200)
    #expect(acted.entries.compactMap(\.last) == Array(text))
  }
}
