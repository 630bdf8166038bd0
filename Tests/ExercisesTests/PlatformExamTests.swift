import Content
import Exercises
import GeoModel
import TestSupport
import Testing

/// Task 4: services are judged by what they survive.
struct PlatformExamTests {
  private static func judge(
    _ text: String, seed: UInt64 = 0, effort: JudgingEffort = .brief
  ) throws -> DesignJudge {
    let course = try shippedCourse()
    var judge = DesignJudge(
      .platform,
      of: try DesignSubmission(
        parsing: text, file: "task4.yaml", atlas: course.atlas, seed: seed, effort: effort))
    while judge.next != nil { judge.advance() }
    return judge
  }

  private static func verdicts(
    on text: String, seed: UInt64 = 0, effort: JudgingEffort = .brief
  ) throws -> [Verdict] {
    let exercises = try ExerciseSet(shippedCourse()).graded.filter { $0.task == "4" }
    return try judge(text, seed: seed, effort: effort).verdicts(on: exercises)
  }

  /// A run of a failover is what its directive says, and the moment lies in it.
  private static func expectPlayable(_ replay: Directive, until moment: Duration?) throws {
    guard ["failover-timeline", "split-brain"].contains(replay.name) else { return }
    let scenario = try ScenarioFile.parse(
      replay.body, file: replay.file, atlas: try shippedAtlas())
    let time = try #require(moment)
    #expect(time > .zero && time <= scenario.duration)
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
    let parts = try Self.verdicts(on: wrong.text, effort: wrong.effort).flatMap(\.parts)
    let part = try #require(parts.first { $0.id == wrong.requirement })
    #expect(part.outcome == .fail)
    #expect(part.score < part.maxScore)
    #expect(part.misconception == wrong.misconception, "\(part.rationale)")
    #expect(part.rationale.contains(wrong.says), "\(part.rationale)")
    #expect(part.help?.isEmpty == false)
    #expect(part.replay?.name == wrong.scene)
    if let replay = part.replay { try Self.expectPlayable(replay, until: part.moment) }
    // A mistake costs what it breaks, and not everything.
    #expect(parts.count { $0.outcome == .pass } >= parts.count * 3 / 4)
  }

  @Test func `the beginning can be read, and each of its items is still open`() throws {
    let text = try #require(try Repository.courseFiles()[DesignTask.platform.starter])
    let verdicts = try Self.verdicts(on: text)
    #expect(verdicts.allSatisfy { $0.outcome == .fail })
  }

  @Test func `the same design and seed give the same verdicts, and another seed other numbers`()
    throws
  {
    let wrong = try #require(PlatformDesigns.wrong.first { $0.requirement == "4.5-orders-rpo" })
    let once = try Self.verdicts(on: wrong.text, seed: 7)
    #expect(try Self.verdicts(on: wrong.text, seed: 7) == once)
    let other = try Self.verdicts(on: wrong.text, seed: 8)
    #expect(other != once)
    #expect(other.map(\.score) == once.map(\.score))
  }

  @Test func `calling a payment personal, or nothing, hides it from no audit`() throws {
    let wrong = try #require(PlatformDesigns.wrong.first { $0.requirement == "4.4-payments" })
    let text = wrong.text.edited([
      ("{card: payment, amount: payment}", "{card: personal, amount: none}")
    ])
    let part = try Self.verdicts(on: text).flatMap(\.parts).first { $0.id == "4.4-payments" }
    #expect(part?.misconception == "payment-data-abroad")
  }

  @Test func `every line that measures says what it may be, and a margin where there is one`()
    throws
  {
    let parts = try Self.verdicts(on: PlatformDesigns.escrow).flatMap(\.parts)
    let recovery = parts.filter { $0.id.hasPrefix("4.5-") && $0.maxScore > 0 }
    #expect(recovery.allSatisfy { $0.actual != nil && $0.expected != nil })
    let rto = try #require(recovery.first { $0.id == "4.5-stock-rto" })
    #expect(rto.expected == "at most 30 s")
    #expect(rto.rationale.contains("are left to the limit."))
    let cost = parts.first { $0.id == "4.3-cut" }?.rationale ?? ""
    #expect(cost.contains("The cost: ") && cost.contains("buyers got no answer"))
  }

  @Test func `a service for only one people is missed by the name of the other`() throws {
    let wrong = try #require(PlatformDesigns.wrong.first { $0.name == "nobody in the EU can pay" })
    let part = try Self.verdicts(on: wrong.text).flatMap(\.parts).first { $0.id == "4.4-kept" }
    #expect(part?.rationale == "No service keeps payments of European accounts.")
  }

  @Test func `a shop of another world has no users, and so nothing is survived`() throws {
    let text = """
      topology: module
      accounts:
        eu: {jurisdiction: EEA, home: eu-west}
      entities:
        user: {subject: user, fields: {email: personal}}
      stores:
        profiles: {engine: postgres, regions: home, holds: user}
      services:
        orders: {keeps: orders, serves: eu, replication: active, regions: [eu-west, us-east]}
      """
    let verdicts = try Self.verdicts(on: text)
    #expect(verdicts.first { $0.id == "4.5" }?.score == 0)
  }
}
