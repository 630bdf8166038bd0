import Content
import Drawing
import Exercises

/// An exercise while somebody answers it.
struct Question: Sendable {
  private(set) var exercise: Exercise
  private(set) var field = Field()
  /// The option under the cursor, of a choice.
  private(set) var option = 0
  /// What the learner assumes, with its alternatives.
  private(set) var assumptions: [Knob]
  /// Which assumption ↑ and ↓ change.
  private(set) var focus = 0
  private(set) var verdict: Verdict?
  private(set) var hintLevel: Int
  /// Whether the answer is shown although nobody gave it.
  private(set) var isSkipped: Bool
  /// How often the question was asked anew with other numbers.
  private(set) var round = 0

  init(_ exercise: Exercise, progress: Progress) {
    self.exercise = exercise
    assumptions = exercise.assumptions
    hintLevel = progress.hintLevel(of: exercise.id)
    isSkipped = exercise.kind == .prediction && progress.hasPredicted(exercise.id)
  }

  var answer: Answer {
    let text = exercise.kind == .choice ? String(option + 1) : field.text
    return Answer(
      text,
      assumptions: Dictionary(uniqueKeysWithValues: assumptions.map { ($0.key, $0.value) }))
  }

  /// Whether what the answer gives away may be seen.
  var isRevealed: Bool {
    switch exercise.kind {
    case .prediction: isSkipped || verdict.map { $0.outcome != .error } ?? false
    case .estimate, .choice: verdict?.outcome == .pass
    }
  }

  /// Whether keys are letters of an answer rather than commands.
  var isTyping: Bool { !field.text.isEmpty && verdict == nil && !isRevealed }

  /// Takes a key that belongs to answering; `nil` leaves it to the page.
  mutating func take(_ key: Key) -> [Reaction]? {
    guard !isRevealed else { return takeAfterwards(key) }
    switch key {
    case .enter: return submit()
    case .escape where isTyping:
      field.clear()
      return []
    case .up, .down: return turn(key == .up ? -1 : 1)
    case .tab where assumptions.count > 1:
      focus = (focus + 1) % assumptions.count
      return []
    case .character("h") where !isTyping && hintLevel < exercise.hints.count: return hint()
    default: return type(key)
    }
  }

  private mutating func takeAfterwards(_ key: Key) -> [Reaction]? {
    guard key == .character("r"), exercise.kind == .estimate else { return nil }
    round += 1
    exercise = exercise.variant(seed: UInt64(round))
    verdict = nil
    field.clear()
    return []
  }

  /// Letters that are commands until something has been typed.
  private static let commands = Set("?/mqtzvepn[]")

  private mutating func type(_ key: Key) -> [Reaction]? {
    if case .character(let character) = key {
      if exercise.kind == .choice { return choose(character) }
      if !isTyping, Self.commands.contains(character) || character == " " { return nil }
      beginAnew()
    }
    return field.take(key) ? [] : nil
  }

  /// Puts a refused answer away.
  private mutating func beginAnew() {
    guard verdict != nil else { return }
    verdict = nil
    field.clear()
  }

  private mutating func choose(_ character: Character) -> [Reaction]? {
    guard let number = character.wholeNumberValue, exercise.options.indices.contains(number - 1)
    else { return nil }
    option = number - 1
    verdict = nil
    return []
  }

  private mutating func turn(_ step: Int) -> [Reaction]? {
    verdict = nil
    if exercise.kind == .choice {
      option = min(max(0, option + step), exercise.options.count - 1)
      return []
    }
    guard assumptions.indices.contains(focus) else { return nil }
    assumptions[focus] = assumptions[focus].turned(by: step)
    return []
  }

  private mutating func hint() -> [Reaction] {
    hintLevel += 1
    return [.record(.hinted(id: exercise.id, level: hintLevel))]
  }

  private mutating func submit() -> [Reaction] {
    if verdict != nil {
      beginAnew()
      return []
    }
    if exercise.kind == .prediction, field.text.isEmpty {
      isSkipped = true
      return []
    }
    let verdict = exercise.verdict(for: answer)
    self.verdict = verdict
    switch (exercise.kind, verdict.outcome) {
    case (_, .error), (_, .skipped): return []
    case (.prediction, let outcome):
      return [.record(.predicted(id: exercise.id, isNear: outcome == .pass))]
    case (_, let outcome): return [.record(.graded(id: exercise.id, outcome))]
    }
  }
}

extension Knob {
  /// The knob at the next or previous of its choices; it stops at the ends.
  func turned(by step: Int) -> Knob {
    guard let position = choices.firstIndex(of: value) else { return self }
    let next = min(max(0, position + step), choices.count - 1)
    return Knob(key: key, value: choices[next], choices: choices)
  }
}
