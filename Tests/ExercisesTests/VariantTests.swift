import Content
import Exercises
import GeoModel
import Testing

struct VariantTests {
  private static let seeds: Range<UInt64> = 0..<1000

  /// The key of the shipped exercises whose numbers vary, by another way than the model's:
  /// from the table that the learner sees, by trying every set of followers.
  private func tableKey(of exercise: Exercise) -> Double? {
    func trip(_ a: RegionID, _ b: RegionID) -> Double {
      exercise.given.first { ($0.0, $0.1) == (a, b) || ($0.0, $0.1) == (b, a) }?.2.milliseconds ?? 0
    }
    func commit(_ followers: [RegionID], answers: Int) -> Double {
      (0..<(1 << followers.count))
        .map { subset in followers.indices.filter { subset >> $0 & 1 == 1 } }
        .filter { $0.count == answers }
        .map { chosen in chosen.map { trip("us-east", followers[$0]) }.max() ?? 0 }
        .min() ?? 0
    }
    switch exercise.id {
    case "1.1": return commit(["eu-west", "ap-southeast"], answers: 1)
    case "1.2": return commit(["eu-west"], answers: 1)
    case "1.3": return commit(["eu-west", "ap-southeast", "sa-east"], answers: 2)
    case "1.4": return trip("ap-northeast", "us-east")
    case "1.4c": return trip("us-east", "ap-northeast") / 2
    default: return nil
    }
  }

  @Test(arguments: ["1.1", "1.2", "1.3", "1.4", "1.4c"])
  func `the key of every variant follows from its table, and every mistake differs`(
    id: String
  ) throws {
    let original = try shipped(id)
    let wrong = mistakes(of: original)
    for seed in Self.seeds {
      let variant = original.variant(seed: seed)
      let key = try #require(tableKey(of: variant))
      let verdict = variant.verdict(for: Answer("\(key) ms"))
      #expect(verdict.outcome == .pass, "seed \(seed): \(verdict.rationale)")
      let numbers = try wrong.map { try number(of: $0, key: key, variant) }
      for (rule, number) in zip(wrong, numbers) {
        let verdict = variant.verdict(for: Answer("\(number) ms"))
        #expect(verdict.misconception == rule, "seed \(seed): \(number) ms, \(verdict.rationale)")
      }
      #expect(Set(numbers + [key]).count == wrong.count + 1, "seed \(seed)")
    }
  }

  /// The names that the wrong lines of a shipped exercise are explained by.
  private func mistakes(of exercise: Exercise) -> [String] {
    switch exercise.id {
    case "1.1": ["furthest", "sum", "mean", "one-way", "double", "nobody"]
    case "1.2": ["furthest", "sum", "mean", "one-way", "double", "quorum-minus-one"]
    case "1.3": ["furthest", "quorum-minus-one", "in-turn", "sum", "mean", "one-way", "double"]
    case "1.4": ["double", "one-way", "cold"]
    default: ["double", "nobody"]
    }
  }

  /// What a rule gives in a variant, from the table alone.
  private func number(of rule: String, key: Double, _ exercise: Exercise) throws -> Double {
    let trips = exercise.given.filter { ($0.0 == "us-east") != ($0.1 == "us-east") }
      .filter { exercise.id != "1.2" || $0.0 != "sa-east" && $0.1 != "sa-east" }
      .map(\.2.milliseconds)
    switch rule {
    case "furthest": return try #require(trips.max())
    case "sum": return trips.reduce(0, +)
    case "mean": return trips.reduce(0, +) / Double(trips.count)
    case "one-way": return key / 2
    case "double": return key * 2
    case "cold": return key * 3
    case "in-turn": return trips.sorted().prefix(2).reduce(0, +)
    case "quorum-minus-one": return exercise.id == "1.3" ? try #require(trips.min()) : 0
    default: return 0
    }
  }

  @Test func `the read nearby varies too`() throws {
    let original = try shipped("1.4b")
    var keys: Set<String> = []
    for seed in Self.seeds {
      let variant = original.variant(seed: seed)
      let key = try #require(variant.verdict(for: Answer("1 s")).expected)
      #expect(variant.ask.contains("is \(key) from its region"), "seed \(seed)")
      #expect(variant.verdict(for: Answer(key)).outcome == .pass)
      keys.insert(key)
    }
    #expect(keys.count == 10)
  }

  @Test func `round trips are whole milliseconds between the floor and three times as much`() throws
  {
    let atlas = try shippedAtlas()
    let module = try atlas.topology(named: "module")
    let original = try shipped("1.3")
    for seed in Self.seeds {
      for (from, to, trip, isEstimate) in original.variant(seed: seed).given {
        let floor = module.floor(from, to)
        #expect(!isEstimate)
        #expect(trip >= floor && trip <= floor * 3 + .milliseconds(3), "seed \(seed)")
        #expect(trip == .milliseconds(Int(trip.milliseconds.rounded())), "seed \(seed)")
      }
    }
  }

  @Test func `a seed gives the same variant again, and another seed another one`() throws {
    let original = try shipped("1.1")
    func table(_ seed: UInt64) -> [Duration] { original.variant(seed: seed).given.map(\.2) }
    #expect(table(7) == table(7))
    #expect(table(7) != table(8))
    #expect(Set((0..<1000).map { table($0)[0] }).count > 50)
  }

  @Test func `a variant shows its own numbers and plays no scene of the old ones`() throws {
    let original = try shipped("1.3")
    let variant = original.variant(seed: 3)
    #expect(variant.id == "1.3")
    #expect(original.ask.contains("90 ms"))
    #expect(!variant.ask.contains("90 ms"))
    #expect(original.scene != nil)
    #expect(variant.scene == nil)
    #expect(variant.verdict(for: Answer("90 ms")).replay == nil)
  }

  @Test func `an assumption holds in a variant too`() throws {
    let variant = try shipped("1.4").variant(seed: 11)
    let trip = try #require(variant.given.first).2.milliseconds
    #expect(variant.verdict(for: Answer("\(trip * 3) ms, connection cold")).outcome == .pass)
    #expect(variant.verdict(for: Answer("420 ms, connection cold")).outcome == .fail)
    #expect(variant.solution(for: Answer("\(trip) ms")).contains("\(Int(trip)) ms"))
  }

  @Test(arguments: ["1.2b", "1.3b", "1.3c"])
  func `a question that no round trip decides stays as it is`(id: String) throws {
    let original = try shipped(id)
    let variant = original.variant(seed: 1)
    #expect(variant.ask == original.ask)
    #expect(variant.given.map(\.2) == original.given.map(\.2))
  }
}
