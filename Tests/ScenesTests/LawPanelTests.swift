import GeoModel
import Scenes
import TestSupport
import Testing

/// The marks of the panel are what the laws say of the states that stand there.
struct LawPanelTests {
  private static func panel(_ type: String, _ history: String) throws -> ActedScene {
    try ActedScene("law-panel", "type: \(type)\nhistory: \(history)")
  }

  private static func broken(_ acted: ActedScene) -> [String] {
    acted.text.matches(of: /(commutative|associative|idempotent|inflationary|redelivery) ✘/)
      .map { String($0.1) }
  }

  /// The laws that a type breaks among the states of a history, as the model says.
  private static func broken<State: Replicated>(
    _: State.Type, _ entries: [String], updates: [(ReplicaID, Int) -> State.Update]
  ) -> [String] {
    let names: [ReplicaID] = ["A", "B"]
    var counts = [0, 0]
    let model = ReplayedHistory<State>(entries) { words, place in
      let index = words[0] == "first" ? 0 : 1
      // What is refused is not counted; the types with one update refuse nothing.
      counts[place] += 1
      return updates[index](names[place], counts[place])
    }
    let states = ([State()] + model.replicas + model.gossip.messages.map(\.state))
      .reduce(into: [State]()) { if !$0.contains($1) { $0.append($1) } }
    return Law.allCases.filter { law in
      guard law == .inflationary else { return law.counterexample(among: states) != nil }
      return zip(names, model.replicas).enumerated().contains { place, replica in
        updates.contains { make in
          var after = replica.1
          try? after.apply(make(replica.0, counts[place] + 1), at: replica.0)
          return Law.counterexample(updating: replica.1, to: after) != nil
        }
      }
    }.map(\.rawValue)
  }

  private static func acted(_ type: String, seed: UInt64) throws -> ActedScene {
    var dice = Dice(seed: seed)
    var acted = try ActedScene("law-panel", "type: \(type)")
    for _ in 0..<12 { try acted.actAtRandom(&dice) }
    return acted
  }

  private static func number(_ type: String) -> [(ReplicaID, Int) -> PNCounter.Update] {
    type == "maximum"
      ? [{ _, _ in .increment() }] : [{ _, _ in .increment() }, { _, _ in .decrement() }]
  }

  @Test(arguments: (0..<10).map(UInt64.init))
  func `the marks of numbers are those of the laws`(seed: UInt64) throws {
    let sum = try Self.acted("sum", seed: seed)
    #expect(
      Self.broken(sum)
        == Self.broken(BareInteger<SumMerge>.self, sum.entries, updates: Self.number("sum")))
    let last = try Self.acted("last-writer", seed: seed)
    #expect(
      Self.broken(last)
        == Self.broken(
          BareInteger<LastWriterMerge>.self, last.entries, updates: Self.number("last-writer")))
    for type in ["maximum", "maximum-up-down"] {
      let acted = try Self.acted(type, seed: seed)
      #expect(
        Self.broken(acted)
          == Self.broken(
            BareInteger<MaximumMerge>.self, acted.entries, updates: Self.number(type)))
    }
  }

  @Test(arguments: (0..<10).map(UInt64.init))
  func `the marks of a register without the replica are those of the laws`(seed: UInt64) throws {
    let acted = try Self.acted("lww-without-id", seed: seed)
    #expect(
      Self.broken(acted)
        == Self.broken(
          LWWRegisterWithoutReplica<String>.self, acted.entries,
          updates: [{ .set("\($0.name.lowercased())\($1)", time: $1) }]))
  }

  @Test(
    arguments: ["g-counter", "pn-counter", "or-set", "2p-set", "lww-register", "mv-register"],
    (0..<6).map(UInt64.init))
  func `a type that merges keeps every law, whatever is done`(type: String, seed: UInt64) throws {
    let acted = try Self.acted(type, seed: seed)
    #expect(Self.broken(acted) == [])
    #expect(acted.text.matches(of: /[a-z] ✔/).count == 5)
    #expect(!acted.text.contains("✘ the laws hold"))
    #expect(!acted.text.contains("⊔"))
  }

  @Test(arguments: [
    // type, history, the laws that are broken, what stands on the screen
    (
      "sum", "A first", ["idempotent", "inflationary", "redelivery"], "a = 1:  a ⊔ a is 2, not 1"
    ),
    (
      "maximum-up-down", "A first", ["inflationary"],
      "a = 1 is updated to b = 0:  b ⊔ a is 1, the update is undone"
    ),
    (
      "last-writer", "A first", ["commutative", "inflationary"],
      "a = 0, b = 1:  a ⊔ b is 1, not 0"
    ),
    (
      "lww-without-id", "A first, B first", ["commutative"],
      "a = a1 at 1, b = b1 at 1:  a ⊔ b is a1 at 1, not b1 at 1"
    ),
  ])
  func `an anti-example is caught with states that show it`(
    type: String, history: String, laws: [String], example: String
  ) throws {
    let acted = try Self.panel(type, history)
    #expect(Self.broken(acted) == laws)
    #expect(acted.text.contains(example))
  }

  @Test func `a maximum that only grows keeps all laws, and its value is wrong`() throws {
    let acted = try Self.panel("maximum", "A first, B first, merge")
    #expect(Self.broken(acted) == [])
    #expect(
      acted.text.contains("✘ the laws hold, and the value is wrong: asked for 2, says 1"))
  }

  @Test(arguments: [("g-counter", "2"), ("pn-counter", "2")])
  func `a counter keeps all laws, and its value is what was asked for`(
    type: String, value: String
  ) throws {
    let acted = try Self.panel(type, "A first, B first, merge, merge")
    #expect(acted.text.contains("and the value is what was asked for: \(value)"))
  }

  @Test func `what the type refuses is told and not counted`() throws {
    let acted = try Self.panel("2p-set", "A first, A second, A first")
    #expect(acted.lastSentence == "A adds milk, which the type refuses now.")
    #expect(acted.text.contains("state  added {milk} removed {milk}"))
  }

  @Test func `a type with one update offers one key`() throws {
    var acted = try ActedScene("law-panel", "type: g-counter")
    #expect(try !acted.act(.act("r")))
    var counter = try ActedScene("law-panel", "type: pn-counter")
    #expect(try counter.act(.act("r")))
    #expect(counter.lastSentence == "A takes 1 away.")
  }
}
