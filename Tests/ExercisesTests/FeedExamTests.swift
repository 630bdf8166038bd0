import Content
import Exercises
import GeoModel
import TestSupport
import Testing

/// Task 3: designs are judged by what comes of them.
struct FeedExamTests {
  private static func verdicts(on text: String) throws -> [Verdict] {
    let course = try shippedCourse()
    let submission = try DesignSubmission(parsing: text, file: "task3.yaml", atlas: course.atlas)
    var judge = DesignJudge(.feed, of: submission)
    while judge.next != nil { judge.advance() }
    let exercises = try ExerciseSet(course).graded.filter { $0.task == "3" }
    return judge.verdicts(on: exercises)
  }

  @Test(arguments: [FeedDesigns.sealed, FeedDesigns.rows, FeedDesigns.oneDatabase])
  func `a design that keeps every requirement has all points`(text: String) throws {
    for verdict in try Self.verdicts(on: text) {
      let failed = verdict.parts.filter { $0.outcome != .pass }
      #expect(failed.map { "\($0.id): \($0.rationale)" } == [])
      #expect(verdict.outcome == .pass)
      #expect(verdict.score == verdict.maxScore)
      #expect(verdict.maxScore > 0)
    }
  }

  @Test(arguments: FeedDesigns.wrong)
  func `a design with one mistake fails where the mistake is, and hears what it is`(
    wrong: FeedDesigns.Wrong
  ) throws {
    let parts = try Self.verdicts(on: wrong.text).flatMap(\.parts)
    let part = try #require(parts.first { $0.id == wrong.requirement })
    #expect(part.outcome == .fail)
    #expect(part.score < part.maxScore)
    #expect(part.misconception == wrong.misconception)
    #expect(part.rationale.contains(wrong.says), "\(part.rationale)")
    #expect(part.help?.isEmpty == false)
    // A mistake costs what it breaks, and not everything.
    #expect(parts.count { $0.outcome == .pass } >= parts.count / 2)
  }

  @Test func `the beginning can be read, and each of its items is still open`() throws {
    let text = try #require(try Repository.courseFiles()[DesignTask.feed.starter])
    let verdicts = try Self.verdicts(on: text)
    #expect(verdicts.map(\.id) == ["3.1", "3.2", "3.3", "3.4", "3.5"])
    #expect(verdicts.allSatisfy { $0.outcome == .fail })
  }

  @Test func `calling personal data nothing hides them from no audit`() throws {
    let names = ["personal", "special"]
    let nameless = names.reduce(FeedDesigns.sealed) { text, name in
      text.replacing(": \(name)", with: ": none")
    }
    let honest = try Self.verdicts(on: FeedDesigns.sealed)
    let hidden = try Self.verdicts(on: nameless)
    #expect(hidden.dropFirst().map(\.score) == honest.dropFirst().map(\.score))
    #expect(hidden[0].outcome == .fail)
  }

  @Test func `a smaller least group than the course's does not help`() throws {
    let text = FeedDesigns.sealed.edited([
      ("aggregate 50", "aggregate 5"), ("routing: account", "routing: account\nleast-group: 5"),
    ])
    let parts = try Self.verdicts(on: text).flatMap(\.parts)
    #expect(parts.first { $0.id == "3.4-form" }?.outcome == .fail)
  }

  @Test func `the same design gives the same verdicts`() throws {
    let once = try Self.verdicts(on: FeedDesigns.rows)
    #expect(try Self.verdicts(on: FeedDesigns.rows) == once)
  }

  @Test func `the runs are told one by one, and there are seven of them`() throws {
    let course = try shippedCourse()
    let submission = try DesignSubmission(
      parsing: FeedDesigns.sealed, file: "task3.yaml", atlas: course.atlas)
    var judge = DesignJudge(.feed, of: submission)
    var told: [String] = []
    while let run = judge.next {
      told.append(run)
      judge.advance()
    }
    #expect(told.count == 7)
    #expect(Set(told).count == 7)
    #expect(judge.done == judge.count)
  }
}
