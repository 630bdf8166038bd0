import Content

/// What a learner is told about one answer.
package struct Verdict: Equatable, Sendable {
  /// The exercise: `1.1`.
  package var id: String
  package var outcome: Outcome
  /// One or two sentences to the learner: first what is right, then what is not, and why.
  package var rationale: String
  /// The right answer. Show it only to those who may see it.
  package var expected: String?
  /// The answer as it was understood.
  package var actual: String?
  /// One step forward.
  package var help: String?
  /// Where to read on.
  package var see: String?
  /// The name of the rule that gives the wrong number: `furthest`.
  package var misconception: String?
  /// A scene that shows the question under the learner's assumptions.
  package var replay: Directive?
  /// The moment of that scene at which it goes wrong; `nil` where the whole of it is shown.
  package var moment: Duration?
  /// What was tried, of a verdict that is a part of another one.
  package var title: String?
  /// The points that were reached, and how many there are.
  package var score: Int
  package var maxScore = 1
  /// The verdicts on what was tried one by one; empty where that was one thing.
  package var parts: [Verdict] = []
  /// A history in which a learner's counter goes wrong.
  package var counterexample: CounterReplay? {
    didSet { steps = counterexample?.history.lines ?? [] }
  }
  /// The calls of that history, as they are written.
  package internal(set) var steps: [String] = []

  package init(
    id: String, outcome: Outcome, rationale: String, expected: String? = nil,
    actual: String? = nil, help: String? = nil, see: String? = nil, misconception: String? = nil,
    replay: Directive? = nil
  ) {
    self.id = id
    self.outcome = outcome
    self.rationale = rationale
    self.expected = expected
    self.actual = actual
    self.help = help
    self.see = see
    self.misconception = misconception
    self.replay = replay
    score = outcome == .pass ? 1 : 0
  }
}
