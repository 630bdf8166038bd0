import Content
import Exercises
import Testing

struct IntegerMergeTests {
  private func verdict(_ answer: String) throws -> Verdict {
    try shipped("2.5").verdict(for: Answer(answer))
  }

  @Test(arguments: [
    (
      "sum: A +1, A into B, A into B", "B is 1", "B is 2",
      "after 'A into B' B says 2 and should say 1. Addition is commutative and associative, but not "
        + "idempotent"
    ),
    (
      "maximum: A +3, B +2, A into B", "B is 5", "B is 3",
      "The maximum breaks no law of merging, and still loses 2"
    ),
    (
      "maximum: A +2, A into B, A -1, A into B", "B is 1", "B is 2",
      "A decrement is not inflationary"
    ),
    (
      "last-write: A +2, B +1, A into B", "B is 3", "B is 2",
      "Last-write is not commutative: who merges whom decides whose counts survive."
    ),
    (
      "LAST-WRITE: x +1; y +1; x into y", "y is 2", "y is 1",
      "Whatever only y had counted is overwritten."
    ),
  ])
  func `a history that breaks a merge passes, and says what is broken`(
    answer: String, expected: String, actual: String, reason: String
  ) throws {
    let verdict = try verdict(answer)
    #expect(verdict.outcome == .pass)
    #expect(verdict.expected == expected)
    #expect(verdict.actual == actual)
    #expect(verdict.rationale.contains(reason), "\(verdict.rationale)")
    #expect((verdict.score, verdict.maxScore) == (4, 4))
  }

  @Test(arguments: [
    ("sum: A +1, B +1, A into B", "sum: A is 1, B is 2, as it should be.", "arrive twice"),
    ("maximum: A +3, A into B", "maximum: A is 3, B is 3, as it should be.", "before one of them"),
    ("last-write: A +1, A into B", "last-write: A is 1, B is 1, as it should be.", "Let both"),
    ("sum:", "sum: nothing happens.", "arrive twice"),
  ])
  func `a history that breaks nothing fails, with the numbers and a hint`(
    answer: String, rationale: String, help: String
  ) throws {
    let verdict = try verdict(answer)
    #expect(verdict.outcome == .fail)
    #expect(verdict.rationale == "This history does not break the merge \(rationale)")
    #expect(verdict.help?.contains(help) == true)
    #expect((verdict.score, verdict.maxScore) == (0, 4))
  }

  @Test(arguments: [
    "assume exactly-once", "assume: exactly-once", "sum: A +1, assume exactly-once",
  ])
  func `operations that are broadcast exactly once are an assumption that holds`(
    answer: String
  ) throws {
    let verdict = try verdict(answer)
    #expect(verdict.outcome == .pass)
    #expect(verdict.rationale.contains("operation-based counter"))
  }

  @Test(arguments: [
    ("maximun: A +1", "No merge is called 'maximun'; did you mean 'maximum'?"),
    ("average: A +1", "No merge is called 'average'; it must be sum, maximum or last-write."),
    ("A +1, B +1", "'A +1' is no step."),
    ("sum: A 1", "'A 1' is no step."),
    ("sum: A +1, A to B", "'A to B' is no step."),
    ("sum: A +0", "'A +0' is no step."),
    ("sum: A +9999999999999999999", "'A +9999999999999999999' is no step."),
    ("because it overflows", "'because it overflows' is no step."),
    ("assume that all goes well", "'assume that all goes well' is no step."),
    ("sum: " + String(repeating: "A +1, ", count: 60), "The history is too long."),
  ])
  func `what is no answer is told with how to write one`(answer: String, message: String) throws {
    let verdict = try verdict(answer)
    #expect(verdict.outcome == .error)
    #expect(verdict.rationale == message)
    #expect(verdict.help != nil)
  }

  @Test(arguments: [
    ("{merge: sum, history: \"A +1, A into B, A into B\"}", Outcome.pass),
    ("{merge: sum, history: [A +1, A into B, A into B]}", .pass),
    ("{assume: exactly-once}", .pass),
    ("{merge: sum, history: A +1, assume: exactly-once}", .pass),
    ("{merge: maximum, history: A +1}", .fail),
    ("{answer: \"maximum: A +1, B +1, A into B\"}", .pass),
    ("\"sum: A +1\"", .fail),
    ("{merge: , history: , assume: }", .skipped),
    ("{merge: sum}", .fail),
    ("{history: A +1}", .error),
  ])
  func `the answer stands in a file with members of its own`(
    item: String, outcome: Outcome
  ) throws {
    let exercise = try shipped("2.5")
    let answers = try AnswerFile.parse("\"2.5\": \(item)", file: "x", exercises: [exercise])
    let answer = try #require(answers["2.5"])
    #expect(exercise.verdict(for: answer).outcome == outcome)
  }
}
