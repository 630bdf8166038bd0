extension Report {
  /// The report as the `results.json` of a Gradescope autograder.
  ///
  /// The status of every test is written: without it, Gradescope takes 0 of 0 points for a pass.
  func gradescope() -> String {
    JSON.object([
      ("score", .number(score)),
      ("output", .string(summary)),
      ("output_format", .string("text")),
      ("visibility", .string("visible")),
      ("tests", .array(verdicts.map(Self.gradescopeTest))),
    ]).text + "\n"
  }

  private static func gradescopeTest(_ verdict: Verdict) -> JSON {
    .object(present: [
      ("name", .string(verdict.id)),
      ("number", .string(verdict.id)),
      ("score", .number(verdict.score)),
      ("max_score", .number(verdict.maxScore)),
      ("status", .string(verdict.outcome == .pass ? "passed" : "failed")),
      ("output", .string("\(verdict.outcome.rawValue.uppercased())  \(verdict.explanation)")),
      ("output_format", .string("text")),
      ("tags", verdict.misconception.map { .array([.string($0)]) }),
    ])
  }
}
