import Content
import Exercises
import GeoModel

/// An exercise asked and answered in lines.
package struct PlainQuestion: Sendable {
  private(set) var exercise: Exercise
  /// What the learner assumes, with its alternatives.
  private(set) var assumptions: [Knob]
  private(set) var hintLevel: Int
  /// Whether what the answer gives away may be told.
  private(set) var isRevealed: Bool
  /// The run that belongs to what was answered.
  private(set) var replay: Directive?
  private var round: UInt64 = 0

  init(_ exercise: Exercise, progress: Progress) {
    self.exercise = exercise
    assumptions = exercise.assumptions
    hintLevel = progress.hintLevel(of: exercise.id)
    isRevealed = exercise.kind == .prediction && progress.hasPredicted(exercise.id)
  }

  var text: String {
    Self.text(of: exercise, assuming: assumptions)
  }

  /// A question with what it is about: round trips, unless they are to be predicted, options, and
  /// what may be assumed.
  package static func text(of exercise: Exercise, assuming assumptions: [Knob]? = nil) -> String {
    let assumptions = assumptions ?? exercise.assumptions
    let ask = PlainProse.wrapped("Question \(exercise.id): \(exercise.ask)")
    let given = exercise.kind == .prediction ? [] : exercise.given.map(Self.line)
    let options = exercise.options.enumerated().map { index, option in
      PlainProse.wrapped(
        "\(Exercise.letters[index % Exercise.letters.count])  \(option)", indent: "   ")
    }
    return ([ask] + given + options + assumptions.map(\.sentence)).joined(separator: "\n")
  }

  private static func line(
    _ given: (from: RegionID, to: RegionID, roundTrip: Duration, isEstimate: Bool)
  ) -> String {
    "  \(given.from) to \(given.to): \(Quantity.duration(given.roundTrip).text)"
      + (given.isEstimate ? ", estimate" : "")
  }

  // MARK: - Answering

  /// Judges an answer; the verdict's word comes first.
  mutating func submit(_ text: String) -> (said: String, entry: JournalEntry?) {
    let answer = Answer(
      text, assumptions: Dictionary(uniqueKeysWithValues: assumptions.map { ($0.key, $0.value) }))
    let verdict = exercise.verdict(for: answer)
    replay = verdict.replay
    isRevealed = isRevealed || exercise.isRevealed(by: verdict.outcome)
    let word = word(for: verdict.outcome)
    var said = PlainProse.wrapped("\(word) \(exercise.id)  \(verdict.rationale)")
    if let help = verdict.help { said += "\n" + PlainProse.wrapped("Next: \(help)") }
    let solution = exercise.solution(for: answer)
    if isRevealed, exercise.kind != .prediction, !solution.isEmpty {
      said += "\n\n" + PlainProse.wrapped(solution)
    }
    return (said, exercise.entry(for: verdict.outcome))
  }

  private func word(for outcome: Outcome) -> String {
    switch (exercise.kind, outcome) {
    case (.prediction, .pass): "NEAR"
    case (.prediction, .fail): "FAR"
    case (_, let outcome): outcome.rawValue.uppercased()
    }
  }

  /// Tells the number of a prediction that nobody wants to make.
  mutating func giveUp() { isRevealed = true }

  /// The next hint, and all before it.
  mutating func hint() -> (said: String, entry: JournalEntry?) {
    guard hintLevel < exercise.hints.count else {
      let said = exercise.hints.isEmpty ? "There are no hints here." : "There are no more hints."
      return (said, nil)
    }
    hintLevel += 1
    let hints = exercise.hints.prefix(hintLevel).enumerated().map { index, hint in
      PlainProse.wrapped("Hint \(index + 1) of \(exercise.hints.count): \(hint)")
    }
    return (hints.joined(separator: "\n"), .hinted(id: exercise.id, level: hintLevel))
  }

  mutating func assume(_ knob: Knob) {
    guard let index = assumptions.firstIndex(where: { $0.key == knob.key }) else { return }
    assumptions[index] = knob
  }

  /// Asks the same in other numbers, where numbers decide.
  mutating func again() -> Bool {
    guard isRevealed, exercise.kind == .estimate else { return false }
    round += 1
    exercise = exercise.variant(seed: round)
    isRevealed = false
    replay = nil
    return true
  }
}
