import Content

/// What a history is about: what holds at first, and what an entry makes of it.
protocol HistoryRules: Sendable {
  /// Everything that can change.
  associatedtype Moment: Equatable & Sendable
  /// What an entry means.
  associatedtype Deed: Sendable

  var start: Moment { get }
  /// How entries are written, for errors.
  var usage: String { get }

  /// What the words of an entry mean, and what holds after it; `nil` where they mean nothing.
  ///
  /// - Parameter count: how many entries came before.
  func outcome(
    of words: [String], after count: Int, in moment: Moment
  ) -> (deed: Deed, after: Moment)?
}

/// A history and what holds after each of its entries: a run as a value.
struct PlayedHistory<Rules: HistoryRules>: Sendable {
  struct Step: Sendable {
    /// As it is written.
    let entry: String
    let deed: Rules.Deed
    let before: Rules.Moment
    let after: Rules.Moment
  }

  let rules: Rules
  private(set) var steps: [Step] = []

  /// - Throws: at the first entry that means nothing.
  init(
    _ rules: Rules, _ items: [Arguments.Item], in arguments: borrowing Arguments
  ) throws(Diagnostic) {
    self.rules = rules
    for item in items {
      guard let outcome = outcome(of: item.text, after: steps.count) else {
        throw arguments.failure(
          at: item, "nothing is called '\(item.text)' here; write \(rules.usage)")
      }
      steps.append(
        Step(
          entry: item.text, deed: outcome.deed, before: moment(after: steps.count),
          after: outcome.after))
    }
  }

  /// What holds at the beginning, and after each entry.
  var moments: [Rules.Moment] { [rules.start] + steps.map(\.after) }

  /// What holds after so many entries.
  func moment(after count: Int) -> Rules.Moment {
    count > 0 ? steps[min(count, steps.count) - 1].after : rules.start
  }

  /// Whether an entry would change something after so many others.
  func changes(by entry: String, after count: Int) -> Bool {
    outcome(of: entry, after: count).map { $0.after != moment(after: count) } ?? false
  }

  private func outcome(of entry: String, after count: Int) -> (
    deed: Rules.Deed, after: Rules.Moment
  )? {
    let words = entry.split(separator: " ").map(String.init)
    return rules.outcome(of: words, after: count, in: moment(after: count))
  }
}
