import GeoModel
import Scenes
import TestSupport
import Testing

/// What the picture of counters says is what the counters of the model say.
struct CounterSceneTests {
  private static func update(_ words: [String], _ place: Int) -> PNCounter.Update? {
    let amount = words.count > 1 ? Int(words[1]) ?? 0 : 1
    return words[0] == "increment" ? .increment(by: amount) : .decrement(by: amount)
  }

  private static func asked(_ entries: [String]) -> Int {
    entries.reduce(0) { sum, entry in
      let words = entry.split(separator: " ")
      switch words.dropFirst().first {
      case "increment": return sum + (words.count > 2 ? Int(words[2]) ?? 0 : 1)
      case "decrement": return sum - (words.count > 2 ? Int(words[2]) ?? 0 : 1)
      default: return sum
      }
    }
  }

  private static func written(_ value: Int) -> String { value < 0 ? "−\(-value)" : "\(value)" }

  @Test(arguments: [2, 3], (0..<8).map(UInt64.init))
  func `every value, every slot, every mark and what was asked for are those of the model`(
    replicas: Int, seed: UInt64
  ) throws {
    var dice = Dice(seed: seed)
    var acted = try ActedScene("counter-merge", "replicas: \(replicas)")
    for _ in 0..<40 { try acted.actAtRandom(&dice) }
    for heal in ["A", "B", "C"].prefix(replicas) where acted.text.contains("✘ cut") {
      acted.choose(heal)
      try acted.act(.act("c"))
    }
    try acted.press(seed.isMultiple(of: 2) ? "b b" : "")
    expectModel(acted, replicas)
  }

  private func expectModel(_ acted: ActedScene, _ replicas: Int) {
    let model = ReplayedHistory<PNCounter>(
      acted.entries, replicas: replicas, update: Self.update)
    let values = model.replicas.map { "value  \(Self.written($0.value))" }
    let row = acted.rows.first { $0.contains("value  ") } ?? ""
    #expect(row.matches(of: /value  \S+/).map { String($0.0) } == values)
    let truth = Self.asked(acted.entries)
    #expect(acted.text.contains("asked for: \(Self.written(truth)) "))
    guard model.agree(\.self) else {
      #expect(acted.text.contains("not everything has arrived everywhere"))
      return
    }
    let exact = model.replicas[0].value
    #expect(acted.text.contains("PN-Counter \(Self.written(exact)) \(exact == truth ? "✔" : "✘")"))
    expectNumbers(SumMerge.self, "sum", acted, replicas)
    expectNumbers(MaximumMerge.self, "maximum", acted, replicas)
    expectNumbers(LastWriterMerge.self, "last writer", acted, replicas)
  }

  private func expectNumbers<Merge: IntegerMerge>(
    _: Merge.Type, _ name: String, _ acted: ActedScene, _ replicas: Int
  ) {
    let model = ReplayedHistory<BareInteger<Merge>>(
      acted.entries, replicas: replicas, update: Self.update)
    let values = model.replicas.map { Self.written($0.value) }
    let value = model.agree(\.value) ? values[0] : values.joined(separator: "/")
    let truth = Self.asked(acted.entries)
    let mark = model.replicas.allSatisfy { $0.value == truth } ? "✔" : "✘"
    #expect(acted.text.contains("\(name) \(value) \(mark)"))
  }

  // MARK: - The course's own questions

  @Test(arguments: [
    "merge",
    // from messages sent earlier, each twice and the old ones last
    "A send, B send, duplicate 1, duplicate 2, deliver 2, deliver 1, deliver 4, deliver 3",
    "A send, B send, postpone 1, deliver, deliver, merge, merge",
  ])
  func `3 and 5 less 2 is 6 on both sides, whatever the network does`(network: String) throws {
    let acted = try ActedScene(
      "counter-merge", "history: A increment 3, B increment 5, B decrement 2, \(network)")
    #expect(acted.rows.contains { $0.matches(of: /value  6/).count == 2 })
    #expect(acted.text.contains("asked for: 6   PN-Counter 6 ✔"))
  }

  @Test
  func `a copy that was sent before an update lacks it, and harms nothing when it comes late`()
    throws
  {
    let acted = try ActedScene(
      "counter-merge",
      "history: A increment 3, A send, A increment 4, A send, deliver 2, duplicate 1, deliver 1")
    #expect(acted.rows.contains { $0.matches(of: /value  7/).count == 2 })
    let early = try ActedScene(
      "counter-merge", "history: A increment 3, A send, A increment 4, deliver 1")
    #expect(early.rows.contains { $0.contains(/value  7 .*value  3/) })
  }

  @Test func `three slots of 3, 5 and 2 make 10`() throws {
    let acted = try ActedScene(
      "counter-merge",
      "type: g-counter\nreplicas: 3\nhistory: A increment 3, B increment 5, C increment 2, merge")
    #expect(acted.rows.contains { $0.matches(of: /value  10/).count == 3 })
    for slot in [#/A  \+3 /#, #/B  \+5 /#, #/C  \+2 /#] {
      #expect(acted.rows.contains { $0.matches(of: slot).count == 3 })
    }
    #expect(acted.text.contains("asked for: 10   G-Counter 10 ✔"))
    #expect(acted.text.contains("maximum 5 ✘"))
  }

  @Test func `a grow-only counter offers no key that takes away`() throws {
    var acted = try ActedScene("counter-merge", "type: g-counter")
    #expect(try !acted.act(.act("r")))
    #expect(try acted.act(.act("a")))
    #expect(!acted.text.contains("−"))
  }

  @Test func `a number of blocks stands for the same in every slot, and has room`() throws {
    let acted = try ActedScene(
      "counter-merge", "history: A increment 1000, B increment 500, B decrement 1, merge")
    #expect(acted.rows.contains { $0.contains("+1000 ██████ ") })
    #expect(acted.rows.contains { $0.contains("+500 ███ ") && $0.contains("▒") })
  }
}
