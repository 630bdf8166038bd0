import GeoModel
import Scenes
import TestSupport
import Testing

/// What the picture of sets shows is what each set of the model holds.
struct SetSceneTests {
  private static let items = ["milk", "eggs", "bread"]

  @Test(arguments: [2, 3], (0..<8).map(UInt64.init))
  func `every mark of every set is that of the set alone with the same history`(
    replicas: Int, seed: UInt64
  ) throws {
    var dice = Dice(seed: seed)
    var acted = try ActedScene("set-merge", "replicas: \(replicas)")
    for _ in 0..<40 { try acted.actAtRandom(&dice) }
    let rows = Self.expectedRows(acted.entries, replicas)
    for (item, expected) in zip(Self.items, rows) {
      let row = try #require(acted.rows.first { $0.hasPrefix("  \(item) ") })
      let shown = row.matches(of: /[a-z]+ +([●✘·]) +([●✘·]) +([●✘·])/).map {
        "\($0.1)\($0.2)\($0.3)"
      }
      #expect(shown == expected, "\(acted.entries)")
    }
  }

  /// For each item and each replica the marks of G-Set, 2P-Set and OR-Set.
  private static func expectedRows(_ entries: [String], _ replicas: Int) -> [[String]] {
    let growing = ReplayedHistory<GSet<String>>(entries, replicas: replicas) { words, _ in
      words[0] == "add" ? .add(words[1]) : nil
    }
    let twoPhase = ReplayedHistory<TwoPhaseSet<String>>(entries, replicas: replicas) { words, _ in
      words[0] == "add" ? .add(words[1]) : .remove(words[1])
    }
    let observed = ReplayedHistory<ORSet<String>>(entries, replicas: replicas) { words, _ in
      words[0] == "add" ? .add(words[1]) : .remove(words[1])
    }
    return items.map { item in
      (0..<replicas).map { place in
        let phases = twoPhase.replicas[place]
        return (growing.replicas[place].contains(item) ? "●" : "·")
          + (phases.contains(item) ? "●" : phases.removed.contains(item) ? "✘" : "·")
          + (observed.replicas[place].contains(item) ? "●" : "·")
      }
    }
  }

  // MARK: - The course's own questions

  @Test func `an addition stays that a removal did not know of`() throws {
    let acted = try ActedScene(
      "set-merge", "history: A add milk, merge, A add milk, B remove milk, merge")
    #expect(acted.rows.contains { $0.matches(of: #/milk   ●    ✘    ● A2/#).count == 2 })
    #expect(acted.text.contains("milk  G-Set: in for ever.  2P-Set: out for ever.  OR-Set: in."))
  }

  @Test func `a removal after both additions were seen removes both`() throws {
    let acted = try ActedScene(
      "set-merge", "history: A add milk, B add milk, merge, A remove milk, merge")
    #expect(acted.rows.contains { $0.matches(of: #/milk   ●    ✘    ·/#).count == 2 })
    #expect(acted.text.contains("OR-Set: out."))
    #expect(
      acted.scene.sentences.contains(
        "A removes milk: the additions A1 and B1 that it has seen. The G-Set cannot."))
  }

  @Test func `the 2P-Set refuses to add again what was removed, and says why`() throws {
    let acted = try ActedScene("set-merge", "history: A add milk, A remove milk, A add milk")
    #expect(
      acted.lastSentence == "A adds milk. The 2P-Set refuses: what was removed stays removed.")
    #expect(acted.rows.contains { $0.contains("milk   ●    ✘    ● A2") })
  }

  @Test func `what is not there cannot be removed`() throws {
    let acted = try ActedScene("set-merge", "history: A remove milk")
    #expect(acted.lastSentence == "A removes milk, which it does not have.")
    #expect(acted.text.contains("All agree, and so do the three sets."))
  }

  @Test func `the item that is turned to is what is added and removed`() throws {
    var acted = try ActedScene("set-merge")
    acted.choose("eggs", for: "item")
    try acted.press("a B r")
    #expect(acted.entries == ["A add eggs", "B remove eggs"])
  }
}
