import Exercises
import GeoModel
import Testing

struct ProgramEndingTests {
  private func verdicts(_ program: some Conversation) -> [Verdict] {
    var program = program
    return CounterJudge.judge(&program, seed: 1).verdicts
  }

  @Test func `a program that never starts fails everything with its reason`() {
    let verdicts = verdicts(Ending(after: 0, .fault("there is no class PNCounter")))
    #expect(verdicts.map(\.outcome) == [.fail, .fail, .fail, .fail])
    #expect(verdicts.map(\.score) == [0, 0, 0, 0])
    #expect(verdicts.allSatisfy { $0.rationale.contains("There is no class PNCounter.") })
    #expect(verdicts[0].parts.map(\.outcome) == [.fail, .skipped, .skipped, .skipped])
  }

  @Test func `what was reached before a program ended keeps its points`() {
    let verdicts = verdicts(Ending(after: 400, .fault("it hung")))
    #expect(verdicts.map(\.outcome) == [.pass, .fail, .fail, .pass])
    let merging = verdicts[1]
    #expect(merging.score > 0 && merging.score < merging.maxScore)
    #expect(merging.rationale.hasSuffix("were not reached. It hung."))
    #expect(merging.parts.last?.outcome == .skipped)
    #expect(merging.parts.last?.rationale == "Not reached: the program had stopped.")
  }

  @Test func `what nobody can say is an error, never a failure`() {
    let verdicts = verdicts(Ending(after: 400, .undecided("the driver crashed")))
    #expect(verdicts.map(\.outcome) == [.pass, .error, .error, .pass])
  }

  @Test func `nothing is asked after the end`() {
    var program = Counted(Ending(after: 50, .fault("it ended")))
    _ = CounterJudge.judge(&program, seed: 1)
    #expect(program.failures == 1)
  }

  @Test func `too few replies are nobody's verdict`() {
    let verdicts = verdicts(Deaf())
    #expect(verdicts.map(\.outcome) == [.error, .error, .error, .error])
  }

  @Test func `a program that follows chance is told so`() throws {
    let verdicts = verdicts(Altered { value, count in .value(count == 3 ? value + 1 : value) })
    let part = try #require(verdicts[0].parts.first { $0.outcome == .fail })
    #expect(part.rationale.hasPrefix("The same calls on new counters gave other answers"))
    #expect(part.counterexample == nil)
  }

  @Test func `a thrown error is told with the call`() throws {
    var program = Counters<MissesNewNodes>()
    let verdict = CounterJudge.judge(&program, seed: 1).verdict(on: .merging)
    let part = try #require(
      verdict.parts.first { $0.title == "A merge brings what the other counted" })
    #expect(part.rationale.hasSuffix("B.merge(A) threw KeyError: 'A'."))
    #expect(part.actual == "threw KeyError: 'A'")
    #expect(part.expected == "B.merge(A) returns")
  }

  @Test func `a replay stands beside the model and marks where they differ`() throws {
    var program = Counters<AddsSlots>()
    let verdict = CounterJudge.judge(&program, seed: 1).verdict(on: .scenario)
    let replay = try #require(verdict.counterexample)
    #expect(
      replay.history.lines == [
        "A.decrement(\"A\")", "B.merge(A)", "A.merge(B)", "A.value()",
      ])
    #expect(replay.said == [["-1", "0"], ["-1", "-1"], ["-2", "-1"], ["-2", "-1"]])
    #expect(replay.expected == [["-1", "0"], ["-1", "-1"], ["-1", "-1"], ["-1", "-1"]])
    #expect(replay.firstDifference == 2)
  }
}

/// Counts how often a program was asked in vain.
private struct Counted<Program: Conversation>: Conversation {
  var program: Program
  var failures = 0

  init(_ program: Program) {
    self.program = program
  }

  mutating func ask(_ requests: [CounterRequest]) throws(ProgramFailure) -> [CounterReply] {
    do throws(ProgramFailure) {
      return try program.ask(requests)
    } catch {
      failures += 1
      throw error
    }
  }
}

private struct Deaf: Conversation {
  func ask(_ requests: [CounterRequest]) -> [CounterReply] { [] }
}
