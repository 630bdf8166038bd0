import Content
import Exercises
import Scenes

/// One page of a chapter, told and answered in lines.
struct PlainPage: Sendable {
  let chapter: Int
  let step: Int
  private(set) var question: PlainQuestion?
  /// The picture's directive, its knobs as they are turned.
  var scene: Directive?
  /// The directives before each act.
  var undone: [Directive] = []
  let book: Book
  let page: StepPage

  init(chapter: Int, step: Int, book: Book, progress: Progress) {
    self.chapter = chapter
    self.step = step
    self.book = book
    page = book.page(chapter: chapter, step: step)
    question = page.exercise.map { PlainQuestion($0, progress: progress) }
    scene = page.scene
  }

  /// Everything that may be told now.
  var text: String {
    let parts = [title, PlainProse.text(page.prose), question?.text ?? ""]
    return (parts + [isRevealed ? revealedText : ""]).filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }

  private var title: String {
    let content = book.chapters[chapter]
    let (kind, unit) = content.lesson.kind == .section ? ("Section", "Step") : ("Task", "Item")
    return PlainProse.wrapped(
      "\(kind) \(content.lesson.number), \(content.lesson.title). "
        + "\(unit) \(step + 1) of \(content.steps.count): \(page.title)")
  }

  var isRevealed: Bool { question?.isRevealed ?? true }

  /// What the answer to a question gives away: the rest of the prose, the picture, the erratum.
  private var revealedText: String {
    [PlainProse.text(page.revealed), sceneText(scene), erratumText].filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }

  func sceneText(_ directive: Directive?) -> String {
    guard let directive else { return "" }
    do throws(Diagnostic) {
      let scene = try book.catalog.stage(directive, topology: page.topology)
      return PlainScene(scene: scene, knobs: directive.knobs).text
    } catch {
      return "The picture cannot be told: \(error.message)"
    }
  }

  private var erratumText: String {
    guard let erratum = page.erratum else { return "" }
    return [
      "Handout: \(erratum.claim.plainText)", "Model: \(erratum.truth.plainText)",
      "Why: \(erratum.reason.plainText)", "Source: \(erratum.source.plainText)",
    ].map { PlainProse.wrapped($0) }.joined(separator: "\n")
  }

  // MARK: - Answers

  /// Whether a line that is no command is an answer.
  var isAsking: Bool { question.map { !$0.isRevealed } ?? false }

  var isPrediction: Bool { question?.exercise.kind == .prediction }

  /// Whether the answer may be told without a guess.
  var maySkip: Bool { isPrediction && question?.exercise.policy.allowsSkipping == true }

  var hasHints: Bool { question?.exercise.hints.isEmpty == false }

  mutating func submit(_ text: String) -> (said: String, entry: JournalEntry?) {
    guard let result = question?.submit(text) else { return ("", nil) }
    return (isRevealed ? joined(result.said, revealedText) : result.said, result.entry)
  }

  /// Shows what was to be predicted.
  mutating func giveUp() -> String {
    question?.giveUp()
    return revealedText
  }

  mutating func hint() -> (said: String, entry: JournalEntry?) {
    guard isAsking, let result = question?.hint() else {
      return ("Nothing is asked here.", nil)
    }
    return result
  }

  /// The run that answers the question.
  func watched() -> String {
    let run = question?.replay ?? (isRevealed ? question?.exercise.scene : nil) ?? nil
    return run.map(sceneText) ?? "There is no run to tell here yet."
  }

  mutating func again() -> String {
    guard question?.again() == true else {
      return "Other numbers can be had after a graded number is right."
    }
    return question?.text ?? ""
  }

  private func joined(_ first: String, _ second: String) -> String {
    second.isEmpty ? first : "\(first)\n\n\(second)"
  }

  // MARK: - Knobs

  /// What can be turned now: the picture's knobs, or what an open question assumes.
  private var knobs: [Knob] {
    isAsking ? question?.assumptions ?? [] : scene?.knobs ?? []
  }

  mutating func turn(_ name: String?, to value: String?) throws(PlainRefusal) -> String {
    guard let name else {
      let all = knobs.map(\.sentence).joined(separator: "\n")
      return all.isEmpty ? "There is nothing to turn here." : all
    }
    guard let knob = knobs.first(where: { $0.key == name.lowercased() }) else {
      guard !knobs.isEmpty else { throw PlainRefusal("There is nothing to turn here.") }
      let remedy = suggestion(for: name, in: knobs.map(\.key))
      throw PlainRefusal("No knob is called '\(name)'; \(remedy)")
    }
    let turned = try knob.set(to: value)
    if isAsking {
      question?.assume(turned)
      return turned.sentence
    }
    scene = scene?.setting(turned.key, to: turned.value)
    return sceneText(scene)
  }
}
