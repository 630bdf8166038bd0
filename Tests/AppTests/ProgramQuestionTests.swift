import App
import Content
import Drawing
import Exercises
import GeoModel
import Testing

/// A question that a learner's program answers.
struct ProgramQuestionTests {
  private func state() throws -> AppState {
    let book = try Shipped.book()
    var state = try Shipped.state(of: book, motion: .reduced)
    let chapter = try #require(
      book.chapters.firstIndex { $0.lesson.kind == .task && $0.lesson.number == 2 })
    state.open(.step(chapter: chapter, step: 1))
    _ = state.takeUnwritten()
    return state
  }

  /// A counter whose merge adds: 1 and then 2.
  private var failure: Verdict {
    let history = CounterHistory(
      nodes: ["A", "B"],
      [
        .increment(at: 0, count: 1), .merge(from: 0, into: 1), .merge(from: 0, into: 1),
        .value(of: 1),
      ])
    let said = [["1", "0"], ["1", "1"], ["1", "2"], ["1", "2"]]
    var part = Verdict(id: "2.2-idempotence", outcome: .fail, rationale: "It counts twice.")
    part.title = "Idempotent"
    part.help = "take the greater number"
    var verdict = Verdict(id: "2.2", outcome: .fail, rationale: "7 of 13 checks passed.")
    verdict.parts = [part]
    verdict.counterexample = CounterReplay(history: history, said: said)
    return verdict
  }

  private func text(_ state: AppState) -> String { state.view().lines.joined(separator: "\n") }

  @Test func `Enter asks the shell to judge, once, and says that it does`() throws {
    var state = try state()
    #expect(state.takeErrand() == nil)
    try state.press("enter")
    #expect(text(state).contains("Your program is being judged. Esc stops it."))
    #expect(state.takeErrand() == .judge(item: "2.2"))
    #expect(state.takeErrand() == nil)
    #expect(!state.followsFile)
  }

  @Test func `what failed first is told, and what to do about it`() throws {
    var state = try state()
    try state.press("enter")
    state.update(.judged([failure]))
    #expect(text(state).contains("○ 7 of 13 checks passed. Idempotent: It counts twice."))
    #expect(text(state).contains("Take the greater number."))
    #expect(state.takeUnwritten() == [.graded(id: "2.2", .fail)])
  }

  @Test func `v plays the learner's counters beside the model's`() throws {
    var state = try state()
    state.update(.judged([failure]))
    try state.press("v end")
    #expect(text(state).contains("yours  2 ✘"))
    #expect(text(state).contains("✘ They part at step 3: B.merge(A)"))
  }

  @Test func `a program that was judged is judged again when it is saved, and stays on its page`()
    throws
  {
    var state = try state()
    state.judgeAgain()
    #expect(state.takeErrand() == nil)
    state.update(.judged([failure]))
    #expect(state.followsFile)
    state.judgeAgain()
    #expect(state.takeErrand() == .judge(item: "2.2"))
    state.update(.judged([Verdict(id: "2.2", outcome: .pass, rationale: "All 13 checks passed.")]))
    #expect(text(state).contains("2.2 Merge"))
    #expect(text(state).contains("✔ All 13 checks passed."))
    #expect(text(state).contains("For each id of either side, P becomes the greater of both P"))
  }

  @Test func `what floats above the page does not take a saved program for a key`() throws {
    var state = try state()
    state.update(.judged([failure]))
    try state.press("m")
    state.judgeAgain()
    #expect(text(state).contains("Contents"))
    #expect(state.takeErrand() == .judge(item: "2.2"))
  }

  @Test func `a check that was stopped leaves the question open`() throws {
    var state = try state()
    let before = text(state)
    try state.press("enter")
    state.update(.judged([]))
    #expect(text(state) == before)
    #expect(state.takeUnwritten() == [])
    #expect(!state.followsFile)
  }

  @Test func `what cannot be judged is told and not graded`() throws {
    var state = try state()
    state.update(.judged([Verdict(id: "2.2", outcome: .error, rationale: "There is no python3.")]))
    #expect(text(state).contains("! There is no python3."))
    #expect(state.takeUnwritten() == [])
  }

  @Test func `letters are keys here, since nothing is typed`() throws {
    var state = try state()
    try state.press("e")
    #expect(state.takeErrand() == .edit(item: "2.2"))
    try state.press("h")
    #expect(text(state).contains("Hint 1"))
    try state.press("m")
    #expect(text(state).contains("Contents"))
  }
}
