import Exercises
import GeoModel
import Testing

struct ProgramJudgeTests {
  @Test(arguments: rightPrograms)
  func `a right program reaches all points`(program: Exhibit) {
    let verdicts = program.judgement(1).verdicts
    #expect(verdicts.map(\.id) == ["2.1", "2.2", "2.3", "2.4"])
    #expect(verdicts.filter { $0.outcome != .pass } == [])
    #expect(verdicts.allSatisfy { $0.score == $0.maxScore && $0.maxScore > 0 })
  }

  @Test(arguments: wrongPrograms)
  func `a wrong program fails, and a short history shows it`(program: Exhibit) throws {
    let verdicts = program.judgement(1).verdicts
    #expect(verdicts.contains { $0.outcome == .fail })
    for part in verdicts.flatMap(\.parts) where part.outcome != .pass {
      let counterexample = try #require(part.counterexample, "\(part.id)")
      #expect(counterexample.history.lines.count <= 8)
      #expect(part.outcome == .fail && part.score == 0)
    }
  }
}
