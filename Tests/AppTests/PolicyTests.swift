import App
import Content
import Drawing
import TestSupport
import Testing

/// The course under the rules of a teacher
struct PolicyTests {
  private func book(_ rules: String) throws -> Book {
    let files = try Repository.courseFiles().filter {
      !$0.key.hasPrefix("lessons/") || $0.key.contains("-speed-") || $0.key.contains("task-1")
    }
    let course = try Course(files: files).governed(by: rules, file: "course.yaml")
    return Book(course: course, map: WorldMap(land: []))
  }

  private func state(_ rules: String, _ chapter: Int, _ step: Int) throws -> AppState {
    var state = try Shipped.state(of: book(rules), motion: .reduced)
    state.open(.step(chapter: chapter, step: step))
    _ = state.takeUnwritten()
    return state
  }

  private func text(_ state: AppState) -> String { state.view().lines.joined(separator: "\n") }

  @Test(arguments: [
    ("", true), ("hints: false", false), ("solutions: false", true), ("exam: true", false),
  ])
  func `hints are given where the teacher allows them`(rules: String, allowed: Bool) throws {
    var state = try state(rules, 1, 0)
    #expect(text(state).contains("h hint") == allowed)
    try state.press("h")
    #expect(text(state).contains("Hint 1") == allowed)
    #expect(state.takeUnwritten().isEmpty == !allowed)
  }

  @Test(arguments: [("", true), ("hints: false", true), ("solutions: false", false)])
  func `a solution is shown where the teacher allows it`(rules: String, allowed: Bool) throws {
    var state = try state(rules, 1, 0)
    state.type("85 ms")
    try state.press("enter")
    #expect(text(state).contains("85 ms is right."))
    #expect(text(state).contains("A majority of 3 voters is 2.") == allowed)
  }

  @Test func `an exam says right or wrong, and shows no run`() throws {
    var state = try state("exam: true", 1, 0)
    state.type("140 ms")
    try state.press("enter")
    #expect(text(state).contains("Not right."))
    #expect(!text(state).contains("would be right"))
    #expect(!text(state).contains("v watch"))
  }

  @Test(arguments: [("", "  Geo-"), ("exam: true", "  Exam: Geo-")])
  func `the menu says that this is an exam`(rules: String, title: String) throws {
    #expect(try text(Shipped.state(of: book(rules))).contains(title))
    var reader = PlainReader(book: try book(rules), progress: Progress(), marks: .ascii)
    #expect(reader.opening().hasPrefix(title.trimmingPrefix("  ")))
  }

  @Test(arguments: [("", true), ("skipping: false", false)])
  func `a number is shown without a guess where the teacher allows it`(
    rules: String, allowed: Bool
  ) throws {
    var state = try state(rules, 0, 4)
    #expect(text(state).contains("show me") == allowed)
    try state.press("enter")
    #expect(text(state).contains("commit at 85 ms") == allowed)

    var reader = PlainReader(book: try book(rules), progress: Progress(), marks: .ascii)
    let asked = reader.opening(.step(chapter: 0, step: 4))
    #expect(asked.hasSuffix(allowed ? "Your guess, or Enter to see it: " : "Your guess: "))
    #expect(reader.answer("").contains("commit") == allowed)
  }

  @Test func `a reader is not offered a hint that there is not`() throws {
    var reader = PlainReader(book: try book("hints: false"), progress: Progress(), marks: .ascii)
    #expect(reader.opening(.step(chapter: 1, step: 0)).hasSuffix("Your answer: "))
    #expect(reader.answer("").hasPrefix("Type an answer, or n."))
    #expect(reader.answer("h").hasPrefix("There are no hints here."))
  }

  @Test func `graded questions are asked in the numbers of the learner`() throws {
    #expect(try text(state("variants: 7", 1, 0)) != text(state("", 1, 0)))
    #expect(try text(state("variants: 7", 0, 4)) == text(state("", 0, 4)))
  }
}
