/// What a Classroom 50 runner tells an autograder about a submission.
package struct ClassroomSubmission: Equatable, Sendable {
  package var classroom: String
  package var assignment: String
  package var tag: String
  package var commit: String
  package var release: String
  /// Where the submission is looked through; its commit where no other place is named.
  package var review: String

  /// - Parameter variable: the variable of the environment by its name; `nil` where it is not set.
  package init(variable: (String) -> String?) {
    classroom = variable("CLASSROOM") ?? ""
    assignment = variable("ASSIGNMENT") ?? ""
    tag = variable("SUBMISSION_TAG") ?? ""
    commit = variable("COMMIT_URL") ?? ""
    release = variable("RELEASE_URL") ?? ""
    review = variable("REVIEW_URL") ?? commit
  }
}

extension Report {
  /// The report as the `result.json` of a Classroom 50 autograder.
  ///
  /// A test has passed or has not, so its outcome and its reason stand beside that.
  func classroom50() -> String {
    let submission = submission ?? ClassroomSubmission { _ in nil }
    return JSON.object(present: [
      ("schema", .string("classroom50/result/v1")),
      ("classroom", .string(submission.classroom)),
      ("assignment", .string(submission.assignment)),
      ("submission", .string(submission.tag)),
      ("commit", .string(submission.commit)),
      ("release", .string(submission.release)),
      ("review", .string(submission.review)),
      ("datetime", .string(judged)),
      ("score", .number(score)),
      ("max-score", .number(maxScore)),
      ("tests", .array(verdicts.map(Self.classroomTest))),
    ]).text + "\n"
  }

  private static func classroomTest(_ verdict: Verdict) -> JSON {
    .object([
      ("test-name", .string(verdict.id)),
      ("passed", .bool(verdict.outcome == .pass)),
      ("score", .number(verdict.score)),
      ("max-score", .number(verdict.maxScore)),
      ("status", .string(verdict.outcome.rawValue)),
      ("message", .string(verdict.explanation)),
    ])
  }
}
