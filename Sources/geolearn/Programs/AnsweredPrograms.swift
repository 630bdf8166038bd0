import Content
import Exercises
import Foundation

/// The programs that answers name; each is run once, however many items it answers.
struct AnsweredPrograms {
  private let options: ProgramOptions
  private let seed: UInt64
  private let invocation: Invocation
  private var reports: [String: Report] = [:]
  /// The walls that were in force; `nil` where no program was run.
  private(set) var containment: [String]?

  init(options: ProgramOptions, seed: UInt64, _ invocation: Invocation) {
    (self.options, self.seed, self.invocation) = (options, seed, invocation)
  }

  /// - Returns: `nil` where the item is not answered by a program, or not at all.
  mutating func verdict(
    on exercise: Exercise, _ answer: Answer
  ) throws(CommandFailure) -> Verdict? {
    let file = answer.text
    guard exercise.kind == .program, !file.isEmpty else { return nil }
    guard invocation.isInFolder(file) else {
      var verdict = Verdict(
        id: exercise.id, outcome: .error, rationale: "'\(file)' is not in this folder.",
        help: "Put the program beside the folder 'answers', so that they are handed in together.")
      verdict.maxScore = exercise.points
      return verdict
    }
    guard FileManager.default.fileExists(atPath: invocation.absolute(file)) else {
      var verdict = Verdict(
        id: exercise.id, outcome: .skipped, rationale: "There is no file '\(file)' yet.",
        help: "'geolearn init --language python' writes the beginning of one.")
      verdict.maxScore = exercise.points
      return verdict
    }
    return try report(on: file, isExam: exercise.policy.isExam).verdicts.first {
      $0.id == exercise.id
    }
  }

  private mutating func report(
    on file: String, isExam: Bool
  ) throws(CommandFailure) -> Report {
    if let report = reports[file] { return report }
    let check = ProgramCheck(
      source: try ProgramSource(file: file, invocation), items: CounterCheck.Item.allCases,
      limit: try options.limit(), seed: seed, isExam: isExam)
    let report = try check.report(invocation)
    ReplayFiles(invocation).keep(report.verdicts)
    reports[file] = report
    containment = report.containment
    return report
  }
}
