extension Report {
  /// The report as the `results.json` of an Exercism test runner, version 3.
  ///
  /// There, a test passes, fails, or is an error, and has no points; what is not answered fails.
  func exercism() -> String {
    let message = exercismError
    return JSON.object(present: [
      ("version", .number(3)),
      ("status", .string(message == nil ? (exitCode == 0 ? "pass" : "fail") : "error")),
      ("message", message.map(JSON.string)),
      ("tests", .array(verdicts.map(Self.exercismTest))),
    ]).text + "\n"
  }

  /// Why nothing at all could be judged; `nil` where something was.
  private var exercismError: String? {
    guard verdicts.allSatisfy({ $0.outcome == .error }) else { return nil }
    let message = verdicts.first?.explanation ?? "there was nothing to judge"
    return String(message.prefix(Self.longestMessage))
  }

  private static let longestMessage = 65_535

  private static func exercismTest(_ verdict: Verdict) -> JSON {
    let status =
      switch verdict.outcome {
      case .pass: "pass"
      case .fail, .skipped: "fail"
      case .error: "error"
      }
    return .object(present: [
      ("name", .string(verdict.id)),
      ("status", .string(status)),
      ("message", verdict.outcome == .pass ? nil : .string(verdict.explanation)),
      ("task_id", verdict.task.map(JSON.number)),
    ])
  }
}
