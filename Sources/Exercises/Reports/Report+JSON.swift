extension Report {
  /// The report as `geolearn/result/v1`: the same bytes for the same verdicts.
  ///
  /// Unlike the text it holds the right answers.
  package func json() -> String {
    let members: [(String, JSON?)] = [
      ("schema", .string(ReadReport.schema)),
      ("tool", .object([("name", .string("geolearn")), ("version", .string(version))])),
      ("topology", .string(topology)),
      ("seed", .number(seed)),
      ("started", started.map(JSON.string)),
      ("containment", containment.map { .array($0.map(JSON.string)) }),
      ("score", .number(score)),
      ("max_score", .number(maxScore)),
      ("status", .string(status)),
      ("tests", .array(verdicts.map(Self.test))),
    ]
    return JSON.object(present: members).text + "\n"
  }

  /// `incomplete` when nothing is wrong, but something is not answered.
  var status: String {
    switch exitCode {
    case 0: "pass"
    case 1: "fail"
    case 2: "incomplete"
    default: "error"
    }
  }

  static func test(_ verdict: Verdict) -> JSON {
    let isWhole = verdict.parts.isEmpty
    let members: [(String, JSON?)] = [
      ("id", .string(verdict.id)),
      ("task_id", verdict.task.map(JSON.number)),
      ("name", verdict.title.map(JSON.string)),
      ("status", .string(verdict.outcome.rawValue)),
      ("score", .number(verdict.score)),
      ("max_score", .number(verdict.maxScore)),
      ("rationale", .string(verdict.rationale)),
      ("expected", verdict.expected.map(JSON.string)),
      ("actual", verdict.actual.map(JSON.string)),
      ("misconception", verdict.misconception.map(JSON.string)),
      ("help", verdict.help.map(JSON.string)),
      ("see", verdict.see.map(JSON.string)),
      (
        "counterexample",
        isWhole && !verdict.steps.isEmpty ? .array(verdict.steps.map(JSON.string)) : nil
      ),
      ("checks", isWhole ? nil : .array(verdict.parts.map(test))),
    ]
    return .object(present: members)
  }
}
