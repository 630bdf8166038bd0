import Content
import Exercises
import Foundation
import GeoModel
import TestSupport
import Testing

/// Task 4: services are judged by what they survive.
struct PlatformExamTests {
  private static func judge(_ text: String, seed: UInt64 = 0) throws -> DesignJudge {
    let course = try shippedCourse()
    var judge = DesignJudge(
      .platform,
      of: try DesignSubmission(
        parsing: text, file: "task4.yaml", atlas: course.atlas, seed: seed, effort: .brief))
    while judge.next != nil { judge.advance() }
    return judge
  }

  private static func verdicts(on text: String, seed: UInt64 = 0) throws -> [Verdict] {
    let exercises = try ExerciseSet(shippedCourse()).graded.filter { $0.task == "4" }
    return try judge(text, seed: seed).verdicts(on: exercises)
  }

  @Test(arguments: [PlatformDesigns.escrow, PlatformDesigns.home, PlatformDesigns.consensus])
  func `a design that keeps every requirement has all points`(text: String) throws {
    let verdicts = try Self.verdicts(on: text)
    #expect(verdicts.map(\.id) == ["4.1", "4.2", "4.3", "4.4", "4.5"])
    for verdict in verdicts {
      let failed = verdict.parts.filter { $0.outcome != .pass }
      #expect(failed.map { "\($0.id): \($0.rationale)" } == [])
      #expect(verdict.score == verdict.maxScore)
      #expect(verdict.maxScore > 0)
    }
  }

  @Test(arguments: PlatformDesigns.wrong)
  func `a design with one mistake fails where the mistake is, and hears what it is`(
    wrong: PlatformDesigns.Wrong
  ) throws {
    let parts = try Self.verdicts(on: wrong.text).flatMap(\.parts)
    let part = try #require(parts.first { $0.id == wrong.requirement })
    #expect(part.outcome == .fail)
    #expect(part.score < part.maxScore)
    #expect(part.misconception == wrong.misconception, "\(part.rationale)")
    #expect(part.rationale.contains(wrong.says), "\(part.rationale)")
    #expect(part.help?.isEmpty == false)
    // A mistake costs what it breaks, and not everything.
    #expect(parts.count { $0.outcome == .pass } >= parts.count * 3 / 4)
  }
}
