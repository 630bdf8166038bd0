import Exercises
import Foundation

/// One learner who is being graded. The process ends with the last owner of this value.
struct GradingJob {
  let submission: Submission
  let fingerprint: String
  let process: ContainedProcess
  let deadline: ContinuousClock.Instant
  /// Gone with the job.
  private let folder: WorkFolder

  /// What came of it.
  enum Outcome {
    /// The report as `geolearn/result/v1`, and the verdicts in it.
    case report(String, [Verdict])
    /// Nobody knows the grade; why.
    case failed(String)
  }

  init(
    _ submission: Submission, _ plan: GradingPlan, _ invocation: Invocation
  ) throws(CommandFailure) {
    self.submission = submission
    fingerprint = plan.fingerprint(of: submission)
    folder = try WorkFolder(invocation)
    guard let process = ContainedProcess(try plan.process(for: submission, in: folder)) else {
      throw CommandFailure(
        "no process can be started: \(String(cString: strerror(errno)))", .inputOutput)
    }
    self.process = process
    deadline = .now + plan.limit
  }

  private static let longestReport = 8 << 20

  /// What came of it; `nil` while it is going on.
  func outcome() -> Outcome? {
    let hasEnded = process.hasEnded()
    guard process.untaken.count <= Self.longestReport else {
      return .failed("The report is too long.")
    }
    guard hasEnded else {
      return deadline < .now ? .failed("Grading took too long.") : nil
    }
    let report = Data(process.untaken)
    guard let read = try? JSONDecoder().decode(ReadReport.self, from: report),
      read.schema == ReadReport.schema
    else { return .failed(ending) }
    return .report(String(decoding: report, as: UTF8.self), read.tests)
  }

  /// Why there is no report.
  private var ending: String {
    if process.isCrowded { return "Grading started too many processes." }
    let last = String(decoding: process.printed, as: UTF8.self).split(separator: "\n").last
    switch process.state {
    case .cannotStart(let code):
      return "geolearn cannot be started: \(String(cString: strerror(code)))."
    case .starting, .running, .ended:
      return "geolearn ended without a report" + (last.map { ": \($0)" } ?? ".")
    }
  }
}
