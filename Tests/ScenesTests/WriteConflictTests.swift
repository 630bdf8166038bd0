import GeoModel
import Scenes
import TestSupport
import Testing

/// LOST stands at exactly the writes that the history of the model calls lost.
struct WriteConflictTests {
  private static let orders: [(clock: String, order: WriteOrder)] = [
    ("wall", .wallClock), ("lamport", .lamport), ("hybrid", .hybrid),
  ]

  /// The writes of a history, told to the model: what reached whom is followed by hand.
  private static func history(
    _ entries: [String], replicas: Int, behind: Int
  ) -> (history: WriteHistory<String>, known: [GSet<Int>]) {
    var history = WriteHistory<String>(skews: ["B": -behind])
    let names: [ReplicaID] = ["A", "B", "C"]
    for count in entries.indices where entries[count].contains(" write ") {
      let words = entries[count].split(separator: " ").map(String.init)
      let place = names.firstIndex { $0.name == words[0] } ?? 0
      let seen = known(entries.prefix(count), replicas)[place]
      history.write(
        words[2], at: names[place], time: 10 * (count + 1), seeing: seen.elements.elements)
    }
    return (history, known(entries[...], replicas))
  }

  /// The numbers of the writes that each replica knows.
  private static func known(_ entries: ArraySlice<String>, _ replicas: Int) -> [GSet<Int>] {
    // Numbered first, since a set of numbers is what travels.
    var number = -1
    let numbered = entries.map { entry in
      guard entry.contains(" write ") else { return entry }
      number += 1
      return "\(entry.prefix(1)) add \(number)"
    }
    return ReplayedHistory<GSet<Int>>(numbered, replicas: replicas) { words, _ in
      .add(Int(words[1]) ?? 0)
    }.replicas
  }

  @Test(arguments: [0, 25, 200], (0..<6).map(UInt64.init))
  func `the last losses, the winner and what is read are those of the model, by each clock`(
    behind: Int, seed: UInt64
  ) throws {
    for (clock, order) in Self.orders {
      var dice = Dice(seed: seed)
      var acted = try ActedScene(
        "lww-write-conflict", "clock: \(clock)\nbehind: \(behind) ms\nreplicas: 3")
      for _ in 0..<20 { try acted.actAtRandom(&dice) }
      let (history, known) = Self.history(acted.entries, replicas: 3, behind: behind)
      let fates = history.fates(by: order)
      let lost = fates.indices.filter { fates[$0].isLost }.map { history.writes[$0].content }
      let shown = acted.text.matches(of: /✘ (\w+) LOST/).map { String($0.1) }
      #expect(shown == lost.suffix(2), "\(acted.entries)")
      if let winner = history.winner(by: order) {
        #expect(acted.text.contains("In the end all read \(history.writes[winner].content)."))
      }
      let reads = acted.rows.first { $0.contains("reads  ") } ?? ""
      #expect(
        reads.matches(of: /reads  (\w+)/).map { String($0.1) }
          == known.map { Self.read($0, in: history, order) }, "\(acted.entries)")
    }
  }

  private static func read(
    _ known: GSet<Int>, in history: WriteHistory<String>, _ order: WriteOrder
  ) -> String {
    let winner = known.value.max {
      (history.timestamp(of: $0, by: order), history.writes[$0].replica)
        < (history.timestamp(of: $1, by: order), history.writes[$1].replica)
    }
    return winner.map { history.writes[$0].content } ?? "nothing"
  }

  // MARK: - The course's own questions

  @Test func `of two writes that do not know each other, one is lost and named`() throws {
    let acted = try ActedScene(
      "lww-write-conflict", "history: A write red, B write blue, merge")
    #expect(acted.text.contains("✘ red LOST to blue: neither had seen the other"))
    #expect(acted.text.contains("In the end all read blue."))
  }

  @Test func `a write that came after the one it read is lost to a clock that is behind`() throws {
    let history = "history: A write red, A send, deliver, B write blue, merge"
    let acted = try ActedScene("lww-write-conflict", "behind: 50 ms\n\(history)")
    #expect(acted.text.contains("✘ blue LOST to red, which came before and was read"))
    #expect(acted.rows.contains { $0.matches(of: /reads  red/).count == 2 })
    #expect(
      acted.scene.sentences.contains(
        "B writes blue, stamped −10 ms. It had read red, whose stamp is greater."))
    #expect(acted.text.contains("clock 50 ms behind"))
  }

  @Test(arguments: ["lamport", "hybrid"])
  func `a logical clock loses no write that had read the other`(clock: String) throws {
    let acted = try ActedScene(
      "lww-write-conflict",
      "behind: 50 ms\nclock: \(clock)\nhistory: A write red, A send, deliver, B write blue, merge")
    #expect(!acted.text.contains("LOST"))
    #expect(acted.text.contains("In the end all read blue."))
  }

  @Test func `a clock that is not behind loses nothing that was read`() throws {
    let acted = try ActedScene(
      "lww-write-conflict", "history: A write red, A send, deliver, B write blue, merge")
    #expect(!acted.text.contains("LOST"))
  }

  @Test func `every write has another name than the five before`() throws {
    var acted = try ActedScene("lww-write-conflict")
    try acted.press("w b B w A w w B w w b w")
    let written = acted.entries.compactMap { $0.firstMatch(of: /write (\w+)/)?.1 }
    #expect(written == ["red", "blue", "green", "gold", "grey", "pink", "red"])
  }
}
