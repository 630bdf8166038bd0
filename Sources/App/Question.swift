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
  /// What was touched last, and must be in sight.
  private(set) var attention = Attention.ask
  /// Whether the answer is shown although nobody gave it.
  private(set) var isSkipped: Bool
  /// How often the question was asked anew with other numbers.
  private(set) var round = 0
  /// The same question in other numbers; `nil` while it is open, and where no numbers decide it.
  private var other: Exercise?
  /// Whether the learner's file is being judged.
  private(set) var isJudging = false
  /// How far that is, where it can be told.
  private(set) var judging: JudgingProgress?

  enum Attention { case ask, answer, verdict, hint }

  init(_ exercise: Exercise, progress: Progress) {
    self.exercise = exercise
    assumptions = exercise.assumptions
    hintLevel = progress.hintLevel(of: exercise.id)
    isSkipped = exercise.kind == .prediction && progress.hasPredicted(exercise.id)
  }

  var answer: Answer {
    Answer(exercise.kind == .choice ? String(option + 1) : field.text, assumptions: assumed)
  }

  /// The question under what the learner assumes.
  var ask: String { exercise.ask(assuming: assumed) }

  private var assumed: [String: String] {
    Dictionary(uniqueKeysWithValues: assumptions.map { ($0.key, $0.value) })
  }

  /// Whether what the answer gives away may be seen.
  var isRevealed: Bool {
    isSkipped || verdict.map { exercise.isRevealed(by: $0.outcome) } ?? false
  }

  /// Whether an answer has been begun, and not yet given.
  var isTyping: Bool { !field.text.isEmpty && verdict == nil && !isRevealed }

  /// Whether anything has been answered or asked for.
  var isWorkedOn: Bool { verdict != nil || hintLevel > 0 || round > 0 }

  /// Whether the question can be asked again in other numbers.
  var hasOtherNumbers: Bool { other != nil }

  /// Whether the answer may be seen without a guess.
  var maySkip: Bool { exercise.kind == .prediction && exercise.policy.allowsSkipping }

  /// Whether there is a hint that was not yet given.
  var hasHint: Bool { !isRevealed && hintLevel < exercise.hints.count }

  /// The run that belongs to what was answered.
  var replay: Directive? {
    verdict?.counterexample?.directive ?? verdict?.replay ?? (isRevealed ? exercise.scene : nil)
  }

  /// The moment of that run at which it goes wrong.
  var moment: Duration? { verdict?.replay == nil ? nil : verdict?.moment }

  /// Whether a file answers the question, and has been judged.
  var followsFile: Bool { exercise.kind.isAnsweredByFile && verdict != nil && !isJudging }

  /// Where the shell looks for the file that answers the question.
  var fileNames: String {
    exercise.kind == .design
      ? exercise.answerFile
      : "pn_counter.py, PNCounter.java or PNCounter.swift of this folder"
  }

  /// Characters that are commands until something has been typed.
  private static let commands = Set("/mqvh[] ")

  /// Whether a key would be a letter of the answer rather than a command.
  func isLetter(_ key: Key) -> Bool {
    guard case .character(let character) = key, character != "?", !isRevealed else { return false }
    guard exercise.kind != .choice, !exercise.kind.isAnsweredByFile else { return false }
    return isTyping || !Self.commands.contains(character)
  }

  /// Takes a key that belongs to answering; `nil` leaves it to the page.
  mutating func take(_ key: Key) -> [Reaction]? {
    if exercise.kind.isAnsweredByFile { return takeForFile(key) }
    if isRevealed { return key == .character("r") ? askAnew() : nil }
    switch key {
    case .enter: return submit()
    case .escape where isTyping:
      field.clear()
      return []
    case .up, .down: return turn(key == .up ? -1 : 1)
    case .tab where assumptions.count > 1:
      focus = (focus + 1) % assumptions.count
      return []
    case .character("h") where !isTyping && hasHint: return hint()
    case .character(let character) where exercise.kind == .choice: return choose(character)
    default: return type(key)
    }
  }

  private mutating func takeForFile(_ key: Key) -> [Reaction]? {
    switch key {
    case .enter: return judge()
    case .character("e"): return [.run(.edit(item: exercise.id))]
    case .character("h") where hasHint: return hint()
    default: return nil
    }
  }

  /// Has the learner's file judged.
  mutating func judge() -> [Reaction] {
    isJudging = true
    return [.run(.judge(item: exercise.id))]
  }

  /// Notes how far that is.
  mutating func note(_ progress: JudgingProgress) { judging = progress }

  /// Takes what came of judging the learner's file; nothing where he stopped that.
  mutating func take(_ verdicts: [Verdict]) {
    guard exercise.kind.isAnsweredByFile else { return }
    isJudging = false
    judging = nil
    guard let verdict = verdicts.first(where: { $0.id == exercise.id }) else { return }
    self.verdict = exercise.told(verdict)
    attention = .verdict
  }

  private mutating func askAnew() -> [Reaction]? {
    guard let other else { return nil }
    round += 1
    exercise = other
    self.other = nil
    withdraw()
    attention = .ask
    return []
  }

  /// Types into the field; after a verdict a letter begins anew, and backspace mends the answer.
  private mutating func type(_ key: Key) -> [Reaction]? {
    if case .character = key {
      guard isLetter(key) else { return nil }
      if verdict != nil { withdraw() }
    }
    guard field.take(key) else { return nil }
    verdict = nil
    attention = .answer
    return []
  }

  /// Puts an answer away.
  private mutating func withdraw() {
    verdict = nil
    field.clear()
    attention = .answer
  }

  /// Takes the letter of an option, or its number.
  private mutating func choose(_ character: Character) -> [Reaction]? {
    let letter = Exercise.letters.firstIndex(of: character)
    let number = character.wholeNumberValue.map { $0 - 1 }
    guard let index = letter ?? number, exercise.options.indices.contains(index) else { return nil }
    choose(index)
    return []
  }

  private mutating func choose(_ index: Int) {
    if index != option { verdict = nil }
    option = index
    attention = .answer
  }

  private mutating func turn(_ step: Int) -> [Reaction]? {
    if exercise.kind == .choice {
      choose(min(max(0, option + step), exercise.options.count - 1))
      return []
    }
    guard assumptions.indices.contains(focus) else { return nil }
    verdict = nil
    assumptions[focus] = assumptions[focus].turned(by: step)
    attention = .answer
    return []
  }

  private mutating func hint() -> [Reaction] {
    hintLevel += 1
    attention = .hint
    return [.record(.hinted(id: exercise.id, level: hintLevel))]
  }

  private mutating func submit() -> [Reaction] {
    if verdict != nil {
      withdraw()
      return []
    }
    if maySkip, field.text.isEmpty {
      isSkipped = true
      return []
    }
    let verdict = exercise.verdict(for: answer)
    self.verdict = verdict
    attention = .verdict
    if verdict.outcome == .pass { other = variant }
    return exercise.entry(for: verdict.outcome).map { [.record($0)] } ?? []
  }

  private var variant: Exercise? {
    let variant = exercise.variant(seed: UInt64(round + 1))
    return variant.topology == exercise.topology ? nil : variant
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
