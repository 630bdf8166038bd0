import Content
import Exercises
import Foundation
import TestSupport
import Testing

/// Whatever is written in a design file, it is judged or answered.
struct DesignMutationTests {
  @Test(arguments: [
    (DesignTask.feed, [FeedDesigns.sealed, FeedDesigns.rows]),
    (DesignTask.platform, [PlatformDesigns.escrow, PlatformDesigns.home]),
  ])
  func `however a design is mutilated, it has verdicts, or mistakes with their places`(
    task: DesignTask, right: [String]
  ) throws {
    let atlas = try shippedAtlas()
    let starter = try #require(try Repository.courseFiles()[task.starter])
    let designs = (right + [starter]).map {
      $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    var mutator = TextMutator(seed: 4)
    var read: [DesignSubmission] = []
    for round in 0..<rounds {
      let text = mutator.mutated(designs[round % designs.count])
      do throws(Diagnostics) {
        read.append(
          try DesignSubmission(parsing: text, file: "d.yaml", atlas: atlas, effort: .brief))
      } catch {
        let lines = text.count { $0 == "\n" } + 1
        #expect(error.all.allSatisfy { (1...lines + 1).contains($0.line) && !$0.message.isEmpty })
      }
    }
    #expect(read.count > rounds / 20)
    for submission in read.suffix(rounds / 150) {
      var judge = DesignJudge(task, of: submission)
      while judge.next != nil { judge.advance() }
    }
  }

  /// A run of 10,000 takes a minute of a debug build; `ROUNDS=10000 swift test --filter mutilated`.
  private let rounds = ProcessInfo.processInfo.environment["ROUNDS"].flatMap { Int($0) } ?? 450
}
