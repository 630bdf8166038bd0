import GeoModel
import Scenes
import TestSupport
import Testing

/// What the picture of registers says is what each register of the model says.
struct RegisterSceneTests {
  @Test(arguments: [2, 3], (0..<8).map(UInt64.init))
  func `every register shows what it holds alone with the same history`(
    replicas: Int, seed: UInt64
  ) throws {
    var dice = Dice(seed: seed)
    var acted = try ActedScene("register-merge", "replicas: \(replicas)")
    for _ in 0..<40 { try acted.actAtRandom(&dice) }
    let last = Self.replay(acted.entries, replicas, LWWRegister<String>.self)
    let tied = Self.replay(acted.entries, replicas, LWWRegisterWithoutReplica<String>.self)
    let multiple = ReplayedHistory<MVRegister<String>>(
      acted.entries, replicas: replicas, update: { words, _ in .set(words[1]) })
    let expected = [
      last.replicas.map { state in
        "LWW   " + (state.write.map { "\($0.content)  (\($0.time), \($0.replica))" } ?? "·")
      },
      tied.replicas.map { state in
        "no id " + (state.value.map { "\($0)  (\(state.time ?? 0))" } ?? "·")
      },
      multiple.replicas.map { state in
        "MV    " + (state.value.isEmpty ? "·" : state.value.joined(separator: ", "))
      },
    ]
    for cells in expected {
      let row = try #require(acted.rows.first { $0.hasPrefix("  " + cells[0].prefix(5)) })
      #expect(Self.cells(of: row) == cells, "\(acted.entries)")
    }
  }

  private static func replay<State: Replicated>(
    _ entries: [String], _ replicas: Int, _: State.Type
  ) -> ReplayedHistory<State> where State.Update == LWWRegister<String>.Update {
    ReplayedHistory(entries, replicas: replicas) { words, _ in
      .set(words[1], time: Int(words[2]) ?? 0)
    }
  }

  /// What stands below each replica: divided by four spaces, more than any cell holds.
  private static func cells(of row: String) -> [String] {
    row.matches(of: #/(?:LWW   |no id |MV    )(?:\S| {1,2}(?=[(\w]))+/#).map { String($0.0) }
  }

  // MARK: - The course's own questions

  @Test func `a tie is won by the greater replica, and without the replica nobody agrees again`()
    throws
  {
    let acted = try ActedScene(
      "register-merge", "history: A set red 3, B set blue 3, merge, merge, A send, deliver")
    #expect(acted.rows.contains { $0.matches(of: #/LWW   blue  \(3, B\)/#).count == 2 })
    #expect(
      acted.text.contains(
        "LWW: blue on every replica; ✘ LOST red, which the MV-Register keeps"))
    #expect(
      acted.text.contains(
        "without the replica in the order: A red, B blue ✘ differ for ever"))
  }

  @Test func `where times differ, the same is read with and without the replica`() throws {
    let acted = try ActedScene("register-merge", "history: A set red 2, B set blue 1, merge")
    #expect(acted.text.contains("LWW: red on every replica; ✘ LOST blue"))
    #expect(acted.text.contains("without the replica in the order: the same here"))
  }

  @Test func `a write that has seen the other loses nothing`() throws {
    let acted = try ActedScene(
      "register-merge", "history: A set red 1, merge, B set blue 2, merge")
    #expect(acted.rows.contains { $0.matches(of: #/MV    blue(?!,)/#).count == 2 })
    #expect(!acted.text.contains("LOST"))
  }

  @Test(arguments: [
    // what is known, what is written then
    ("B set blue 5", "A set red 1"), ("B set blue 3", "A set red 3"),
    ("B set red 5", "A set red 1"),
  ])
  func `a write that loses at once is told so`(known: String, write: String) throws {
    let acted = try ActedScene("register-merge", "history: \(known), merge, \(write)")
    #expect(acted.lastSentence.hasSuffix(" LWW drops it at once: what is known wins."))
  }

  @Test(arguments: [("A set red 1", "B set blue 1"), ("A set red 1", "B set red 1")])
  func `a write that wins is told without a loss`(known: String, write: String) throws {
    let acted = try ActedScene("register-merge", "history: \(known), merge, \(write)")
    #expect(!acted.lastSentence.contains("drops"))
  }

  @Test func `a write replaces all siblings that its replica has`() throws {
    let acted = try ActedScene(
      "register-merge", "history: A set red 1, B set blue 1, merge, A set green 2")
    #expect(acted.lastSentence == "A writes green at 2. The MV-Register replaces all 2.")
  }

  @Test func `the value and the time that are turned to are written`() throws {
    var acted = try ActedScene("register-merge")
    acted.choose("blue", for: "value")
    acted.choose("4", for: "time")
    try acted.press("B w")
    #expect(acted.entries == ["B set blue 4"])
  }
}
