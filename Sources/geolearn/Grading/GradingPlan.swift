import Exercises
import Foundation

/// How every learner of a class is graded: by `geolearn check` in a process of its own.
struct GradingPlan {
  /// The path of geolearn.
  let program: String
  /// What is graded.
  let items: [ClassReport.Item]
  /// Arguments that all checks share.
  let arguments: [String]
  /// The longest that one learner may take.
  let limit: Duration
  /// The path on which checks find Python and compilers.
  let toolPath: String
  /// The seed of a learner; `nil` for the numbers of the course.
  let seed: (String) -> UInt64?
  /// Of everything that grades depend on besides the answers.
  let fingerprint: Fingerprint

  func fingerprint(of submission: Submission) -> String {
    var fingerprint = fingerprint
    fingerprint.add("\(seed(submission.name) ?? 0)")
    submission.add(to: &fingerprint)
    return fingerprint.text
  }

  /// - Parameter folder: where the check may write; the learner's rules are not those of the class.
  func process(for submission: Submission, in folder: WorkFolder) throws(CommandFailure)
    -> ContainedProcess.Plan
  {
    let rules = seed(submission.name).map { "variants: \($0)\n" } ?? ""
    try folder.write(Data(rules.utf8), to: "course.yaml")
    var limits = ProgramLimits(time: limit)
    // The programs within have narrower walls of their own; a virtual machine reserves much.
    (limits.addressBytes, limits.dataBytes) = (0, 2 << 30)
    (limits.fileBytes, limits.processes) = (256 << 20, 512)
    var plan = ContainedProcess.Plan(
      arguments: [program, "check"] + items.map(\.id)
        + ["--format", "json", "--exit-zero", "--policy", "\(folder.path)/course.yaml"]
        + ["--time-limit", Self.programLimit] + arguments,
      environment: [
        "PATH": toolPath, "LANG": "C.UTF-8", "HOME": folder.home, "TMPDIR": folder.home,
        "GEOLEARN_STATE_DIR": "\(folder.home)/state", "SWIFT_BACKTRACE": "enable=no",
      ],
      start: submission.path, folder: folder.home, limits: limits)
    (plan.usesStandardStreams, plan.mayStartProcesses, plan.mayWrite) = (true, true, true)
    return plan
  }

  /// Several learners at once are slower than one, which is nobody's fault.
  private static let programLimit = "30s"

  /// The verdicts where a check came to no end.
  func errors(saying reason: String) -> [Verdict] {
    items.map { item in
      var verdict = Verdict(id: item.id, outcome: .error, rationale: reason)
      verdict.maxScore = item.points
      return verdict
    }
  }
}
