import GeoModel

/// One thing that is tried on a counter, worth some points.
package struct CounterCheck: Sendable {
  /// The items of the task that a program answers.
  package enum Item: String, CaseIterable, Sendable {
    case counting = "2.1"
    case merging = "2.2"
    case value = "2.3"
    case scenario = "2.4"
  }

  package let item: Item
  /// In a word: `idempotence`.
  package let name: String
  package let title: String
  package let points: Int
  /// The law or the rule that is tried, in words.
  package let rule: String
  /// What to look at when it fails.
  package let help: String
  /// The histories of a seed.
  let histories: @Sendable (inout SplitMix64) -> [CounterHistory]

  /// `2.2-idempotence`
  package var id: String { "\(item.rawValue)-\(name)" }

  /// All checks, the quick and simple ones first: so much is known of a program that stops later.
  package static let all = counting + scenario + laws + purity + ids + value + searches
}

extension CounterHistory.Step {
  static func increment(_ at: Int, _ count: Int = 1) -> Self { .increment(at: at, count: count) }
  static func decrement(_ at: Int, _ count: Int = 1) -> Self { .decrement(at: at, count: count) }
}
