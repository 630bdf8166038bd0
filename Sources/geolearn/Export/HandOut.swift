import App
import Content
import Drawing
import Exercises
import Scenes

/// A lesson to take along: its pages in order, and at the end what would give answers away.
package struct HandOut {
  struct Part {
    let title: String
    var items: [Item] = []
  }

  enum Item {
    case prose([Block])
    /// With room for an answer.
    case question(Exercise)
    /// What the model says, and the worked solution; both may be empty.
    case solution(key: String?, text: String)
    case picture(Picture)
    case erratum(Erratum)
  }

  struct Picture {
    let question: String
    /// The end of the run, no higher than it needs to be.
    let canvas: Canvas
    /// What happens in the run, sentence by sentence.
    let events: [String]
  }

  let heading: String
  let title: String
  let minutes: Int
  var pages: [Part] = []
  /// Predictions always; graded questions only where their solutions are wanted.
  var answers: [Part] = []

  /// - Throws: the first page that cannot be read.
  package init(
    chapter: Int, of book: Book, hasSolutions: Bool, marks: Marks
  ) throws(Diagnostic) {
    let content = book.chapters[chapter]
    heading = content.heading
    title = content.lesson.title
    minutes = content.lesson.minutes
    for step in content.steps.indices {
      let page = book.page(chapter: chapter, step: step)
      try add(page, of: book, hasSolutions: hasSolutions, marks: marks)
    }
  }

  private mutating func add(
    _ page: StepPage, of book: Book, hasSolutions: Bool, marks: Marks
  ) throws(Diagnostic) {
    var front = Part(title: page.title)
    if !page.prose.isEmpty { front.items.append(.prose(page.prose)) }
    guard let exercise = page.exercise else {
      front.items += try shown(page, of: book, marks: marks)
      return pages.append(front)
    }
    front.items.append(.question(exercise))
    pages.append(front)
    guard exercise.kind == .prediction || hasSolutions else { return }
    var back = Part(title: page.title)
    back.items.append(
      .solution(key: exercise.keyText, text: exercise.solution(for: Answer(""))))
    back.items += try shown(page, of: book, marks: marks)
    answers.append(back)
  }

  /// What a page shows to somebody for whom nothing is held back.
  private func shown(
    _ page: StepPage, of book: Book, marks: Marks
  ) throws(Diagnostic) -> [Item] {
    var items: [Item] = page.revealed.isEmpty ? [] : [.prose(page.revealed)]
    if let directive = page.scene ?? page.exercise?.scene {
      let scene = try book.catalog.stage(directive, topology: page.topology)
      items.append(.picture(Picture(scene, knobs: directive.knobs, marks: marks)))
    }
    if let erratum = page.erratum { items.append(.erratum(erratum)) }
    return items
  }
}

extension HandOut.Picture {
  private static let largest = Size(width: 80, height: 24)

  fileprivate init(_ scene: any Scene, knobs: [Knob], marks: Marks) {
    var whole = Canvas(size: Self.largest, marks: marks)
    SceneFrame(scene: scene, time: scene.duration, knobs: knobs).draw(into: &whole)
    let used = whole.lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 1
    var canvas = Canvas(size: Size(width: Self.largest.width, height: used), marks: marks)
    canvas.paste(whole, x: 0, y: 0)
    question = scene.question
    self.canvas = canvas
    events = scene.events.map(\.sentence)
  }
}

extension HandOut {
  /// `25 minutes`
  var length: String { "\(minutes) minutes" }

  /// The pictures, in the order of the hand-out.
  var pictures: [Picture] {
    (pages + answers).flatMap(\.items).compactMap { item in
      if case .picture(let picture) = item { picture } else { nil }
    }
  }
}

extension Exercise {
  /// The answer of the model as a hand-out gives it; `nil` where none can be written down.
  fileprivate var keyText: String? {
    switch key {
    case .value(let text): text
    case .option(let index, _): "\(Self.letters[index % Self.letters.count]): \(options[index])"
    case nil: nil
    }
  }

  /// How the place for an answer is called.
  var blank: String { kind == .prediction ? "Your guess" : "Your answer" }
}

extension String {
  /// Whether a link leads out of the course; the others lead to files that a hand-out has not.
  var isAddress: Bool { hasPrefix("https://") || hasPrefix("http://") }
}
