import App
import Content
import Drawing
import Exercises
import Testing

/// Every page of the course at the size of a projector.
struct PageFitTests {
  private static let size = Size(width: 80, height: 24)

  static var places: [(chapter: Int, step: Int)] {
    let book = try? Shipped.book()  // no book: the next test fails
    return (book?.chapters ?? []).enumerated().flatMap { chapter, content in
      content.steps.indices.map { (chapter, $0) }
    }
  }

  @Test func `there are pages`() {
    #expect(Self.places.count >= 20)
  }

  @Test(arguments: places)
  func `prose says one thing in at most 60 words and 5 lines, before a question and after it`(
    chapter: Int, step: Int
  ) throws {
    let page = try Shipped.book().page(chapter: chapter, step: step)
    for blocks in [page.prose, page.revealed].map({ $0.filter { !$0.isTable } }) {
      let words = blocks.map(\.plainText).joined(separator: " ").split(separator: " ")
      #expect(words.count <= 60, "\(page.title): \(words.count) words")
      #expect(Prose(blocks: blocks).height(width: Prose.measure) <= 5, "\(page.title)")
    }
  }

  @Test(arguments: places)
  func `a page with a picture shows it beside its text, and nothing is left out`(
    chapter: Int, step: Int
  ) throws {
    var state = try Shipped.state(of: Shipped.book(), size: Self.size, motion: .reduced)
    state.open(.step(chapter: chapter, step: step))
    let page = try Shipped.book().page(chapter: chapter, step: step)
    if page.exercise?.kind == .prediction {
      let isCut = Self.isCut(state)
      #expect(!isCut, "\(page.title), before the guess")
      try state.press("enter")
    }
    let isCut = Self.isCut(state)
    #expect(!isCut, "\(page.title)")
    let labels = state.keys.flatMap(\.hints).map(\.label)
    #expect(labels.contains("space") == (page.scene != nil), "\(page.title)")
  }

  @Test(arguments: places)
  func `a correction of the handout fits its row`(chapter: Int, step: Int) throws {
    var state = try Shipped.state(of: Shipped.book(), size: Self.size, motion: .reduced)
    state.open(.step(chapter: chapter, step: step))
    let page = try Shipped.book().page(chapter: chapter, step: step)
    // Without a picture there is room for more than a row.
    guard let erratum = page.erratum, page.scene != nil else { return }
    if page.exercise != nil { try state.press("enter") }
    let row = state.view().lines.first { $0.hasSuffix(" · e: why") } ?? ""
    #expect(row.contains(" model: \(erratum.truth.plainText) "), "\(page.title)")
    try state.press("e")
    #expect(!state.view().lines[Self.size.height - 1].contains("read on"), "\(page.title)")
  }

  /// One answer for everything that may be said to an answer: all of those that somebody gives
  /// are multiples of half a millisecond, or small counts, or options.
  private static func answers(to exercise: Exercise) -> [String] {
    guard exercise.kind != .choice else { return ["a", "b", "c", "d"] }
    let numbers = (0...600).map { "\(Double($0) / 2) ms" } + (0...5).map(String.init) + ["soon"]
    var seen: Set<String> = []
    return numbers.filter { answer in
      let verdict = exercise.verdict(for: Answer(answer))
      return seen.insert("\(verdict.outcome) \(verdict.misconception ?? "")").inserted
    }
  }

  @Test(arguments: places)
  func `an exercise fits its page at every hint, after every answer, under every assumption`(
    chapter: Int, step: Int
  ) throws {
    let page = try Shipped.book().page(chapter: chapter, step: step)
    guard let exercise = page.exercise, exercise.kind != .prediction else { return }
    var opened = try Shipped.state(of: Shipped.book(), size: Self.size, motion: .reduced)
    opened.open(.step(chapter: chapter, step: step))
    for answer in Self.answers(to: exercise) {
      for turns in 0..<(exercise.assumptions.first?.choices.count ?? 1) {
        var state = opened
        try state.press("down*\(turns)")
        state.type(answer)
        try state.press("enter")
        try expectRoom(for: exercise, in: state, "'\(answer)', turned \(turns) times")
      }
    }
  }

  @Test(arguments: places)
  func `an exercise in other numbers fits its page`(chapter: Int, step: Int) throws {
    var state = try Shipped.state(of: Shipped.book(), size: Self.size, motion: .reduced)
    state.open(.step(chapter: chapter, step: step))
    guard let exercise = try Shipped.book().page(chapter: chapter, step: step).exercise,
      exercise.kind == .estimate
    else { return }
    for number in ["0", "1", "5 ms", "70 ms", "85 ms", "90 ms", "140 ms"] {
      state.type(number)
      try state.press("enter")
    }
    #expect(state.progress.outcome(of: exercise.id) == .pass, "\(exercise.id)")
    try state.press("r")
    state.type("7 ms")
    try state.press("enter")
    try expectRoom(for: exercise, in: state, "other numbers")
  }

  /// Asks for hint after hint, and looks each time whether everything is in sight.
  private func expectRoom(for exercise: Exercise, in state: AppState, _ what: String) throws {
    var state = state
    for level in 0...exercise.hints.count {
      let isCut = Self.isCut(state)
      #expect(!isCut, "\(exercise.id), \(what), hint \(level):\n\(Self.text(state))")
      try state.press("h")
    }
  }

  private static func text(_ state: AppState) -> String {
    state.view().lines.joined(separator: "\n")
  }

  private static func isCut(_ state: AppState) -> Bool {
    state.keys.flatMap(\.hints).contains { $0.label.hasPrefix("Pg") }
  }
}

extension Block {
  fileprivate var isTable: Bool { if case .table = self { true } else { false } }
}
