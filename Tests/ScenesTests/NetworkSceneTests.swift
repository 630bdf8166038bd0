import Content
import Drawing
import Scenes
import Testing

/// What the network does to messages, the same in every scene of replicas.
struct NetworkSceneTests {
  private func counters(_ history: String, replicas: Int = 2) throws -> ActedScene {
    try ActedScene("counter-merge", "replicas: \(replicas)\nhistory: \(history)")
  }

  /// The values of the counters, from left to right.
  private func values(_ acted: ActedScene) -> [Int] {
    let row = acted.rows.first { $0.contains("value  ") } ?? ""
    return row.matches(of: /value  (\d+)/).compactMap { Int($0.1) }
  }

  @Test func `a message holds what its sender knew when it was sent`() throws {
    let acted = try counters("A increment, A send, A increment")
    #expect(acted.text.contains("1: [A1]"))
    #expect(values(try counters("A increment, A send, A increment, deliver")) == [2, 1])
  }

  @Test func `a copy goes to every other replica`() throws {
    let acted = try counters("A increment, B send", replicas: 3)
    #expect(acted.text.contains("1: []") && acted.text.contains("2: []"))
    #expect(acted.lastSentence == "B sends a copy of its state to A and C.")
  }

  @Test func `a counter that comes again brings no news, though a bare number counts it again`()
    throws
  {
    let acted = try counters("A increment, A send, duplicate, deliver, deliver")
    #expect(values(acted) == [1, 1])
    #expect(
      acted.lastSentence == "B merges message 2 from A: nothing changes, it knew that already.")
    #expect(acted.text.contains("sum 1/2 ✘"))
  }

  @Test func `a cut holds messages back, and healing releases them`() throws {
    var acted = try counters("A increment, A send")
    try acted.press("c d")
    #expect(acted.entries.last == "cut A")
    #expect(acted.text.contains("✘ cut"))
    #expect(values(acted) == [1, 0])
    try acted.press("c d")
    #expect(acted.entries.suffix(2) == ["heal A", "deliver 1"])
    #expect(!acted.text.contains("✘ cut"))
    #expect(values(acted) == [1, 1])
  }

  @Test func `what a cut does not part is delivered meanwhile`() throws {
    var acted = try counters("A increment, B increment, A send, B send, cut A", replicas: 3)
    try acted.press("d")
    #expect(acted.lastSentence == "C merges message 4 from B.")
    #expect(values(acted) == [1, 1, 1])
  }

  @Test func `nothing is merged over a cut link`() throws {
    let acted = try counters("A increment, cut A, merge")
    #expect(values(acted) == [1, 0])
    #expect(acted.lastSentence == "A link is cut: over it nothing comes through.")
  }

  @Test func `a message that is lost never arrives`() throws {
    var acted = try counters("A increment, A send")
    try acted.press("x d")
    #expect(acted.entries.last == "drop 1")
    #expect(acted.lastSentence == "The network loses message 1 from A.")
    #expect(values(acted) == [1, 0])
  }

  @Test func `a message that is sent twice arrives twice, and the second changes nothing`() throws {
    var acted = try counters("A increment, A send")
    try acted.press("y d d d")
    #expect(acted.entries.suffix(3) == ["duplicate 1", "deliver 1", "deliver 2"])
    #expect(values(acted) == [1, 1])
    #expect(
      acted.scene.sentences[3] == "The network copies message 1 from A: it will come twice.")
  }

  @Test(arguments: [
    ("set-merge", "A add milk"), ("register-merge", "A set red 1"), ("siblings", "A write tea"),
    ("escrow", "A sell"), ("lww-write-conflict", "A write red"), ("text-merge", "A type x"),
    ("law-panel", "A first"),
  ])
  func `a message that comes again is told to change nothing`(name: String, entry: String) throws {
    let acted = try ActedScene(
      name, "history: \(entry), A send, duplicate, deliver, deliver")
    #expect(acted.scene.sentences[4] == "B merges message 1 from A.")
    #expect(
      acted.lastSentence
        == "B merges message 2 from A: nothing changes, it knew that already.")
  }

  @Test func `a message that is held back is overtaken`() throws {
    var acted = try counters("A increment, A send, A increment, A send")
    try acted.press("o d")
    #expect(acted.entries.suffix(2) == ["postpone 1", "deliver 2"])
    #expect(values(acted) == [2, 2])
    try acted.press("d")
    #expect(values(acted) == [2, 2])
  }

  @Test func `without a number the next message is meant`() throws {
    let history = "A increment, A send, A increment, A send"
    for entry in ["deliver", "drop", "postpone", "duplicate"] {
      #expect(
        try counters("\(history), \(entry)").rows == counters("\(history), \(entry) 1").rows)
    }
  }

  @Test(arguments: ["deliver", "duplicate", "postpone", "drop", "deliver 3"])
  func `where nothing is under way, that is told`(entry: String) throws {
    #expect(try counters(entry).lastSentence == "No message is under way.")
  }

  @Test(arguments: ["A send, cut A, deliver", "A send, deliver 7"])
  func `where only others are under way, that is told`(history: String) throws {
    #expect(
      try counters(history).lastSentence
        == "No such message is under way, or a cut holds it back.")
  }

  @Test func `a message that is delivered over a cut waits`() throws {
    let acted = try counters("A increment, A send, cut A, deliver 1")
    #expect(acted.lastSentence == "The link is cut: message 1 from A must wait.")
    #expect(values(acted) == [1, 0])
  }

  @Test(arguments: ["d", "y", "o", "x"])
  func `a key that has no message to move does nothing`(key: String) throws {
    var acted = try counters("A increment")
    #expect(try !acted.act(.act(Character(key))))
    var cut = try counters("A increment, A send, cut A")
    #expect(try !cut.act(.act(Character(key))))
  }

  // MARK: - In the picture

  @Test func `a message comes nearer while it is delivered`() throws {
    let scene = try counters("A increment, A send, deliver").scene
    let places = [2000, 2300, 2600, 2900].map { milliseconds in
      let lines = frame(of: scene, at: .milliseconds(milliseconds)).lines
      return lines.compactMap { line in
        line.firstRange(of: "1: [A1]").map {
          line.distance(from: line.startIndex, to: $0.lowerBound)
        }
      }
    }
    #expect(places.allSatisfy { $0.count == 1 })
    let columns = places.flatMap(\.self)
    #expect(columns == columns.sorted())
    #expect(Set(columns).count == 4)
  }

  @Test func `a message that is sent sets out from its sender`() throws {
    let scene = try counters("B increment, B send").scene
    let columns = [1100, 1500, 1900].compactMap { milliseconds -> Int? in
      let lines = frame(of: scene, at: .milliseconds(milliseconds)).lines
      let line = lines.first { $0.contains("1: [B1]") }
      return line.flatMap { text in
        text.firstRange(of: "1: [B1]").map {
          text.distance(from: text.startIndex, to: $0.lowerBound)
        }
      }
    }
    #expect(columns.count == 3)
    #expect(columns == columns.sorted(by: >) && Set(columns).count == 3)
  }

  @Test func `while a message is lost, it is marked`() throws {
    let scene = try counters("A increment, A send, drop").scene
    let text = frame(of: scene, at: .milliseconds(2500)).lines.joined(separator: "\n")
    #expect(text.contains("✘ LOST 1: [A1]"))
    #expect(!scene.finalText.contains("1: [A1]"))
  }

  @Test func `while both merge, a copy of each goes to the other`() throws {
    let scene = try counters("A increment, B increment, B increment, merge").scene
    let lines = frame(of: scene, at: .milliseconds(3500)).lines
    #expect(lines.contains { $0.contains("▸") && $0.contains("[A1]") })
    #expect(lines.contains { $0.contains("◂") && $0.contains("[B2]") })
  }

  @Test func `more messages than have room are counted`() throws {
    var acted = try counters("A increment")
    try acted.press("sssssss")
    #expect(acted.text.contains("4: [A1]") == false)
    #expect(acted.text.contains("and 4 more under way"))
    #expect(acted.text.contains("3: [A1]"))
  }

  @Test func `what has just changed is bold`() throws {
    let scene = try counters("A increment, A send, deliver, B send").scene
    let changed = frame(of: scene, at: .seconds(3))
    let row = try #require(changed.lines.firstIndex { $0.contains("value  1") })
    #expect(!changed[2, row].style.isBold)
    let right = try #require(Self.columns(of: "value", in: changed.lines[row]).last)
    #expect(changed[right, row].style.isBold)
    let later = frame(of: scene, at: .seconds(4))
    #expect(!later[right, row].style.isBold)
  }

  private static func columns(of word: String, in line: String) -> [Int] {
    line.ranges(of: word).map { line.distance(from: line.startIndex, to: $0.lowerBound) }
  }

  @Test func `nothing jumps while a history is played`() throws {
    let scene = try counters("A increment, A send, cut A, heal A, deliver, merge").scene
    let rows = Set(
      (0...60).map { tenths in
        frame(of: scene, at: .milliseconds(100 * tenths)).lines.firstIndex {
          $0.contains("asked for:")
        }
      })
    #expect(rows.count == 1)
  }
}
