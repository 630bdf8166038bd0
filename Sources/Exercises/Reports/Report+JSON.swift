extension Report {
  /// The report as `geolearn/result/v1`: the same bytes for the same verdicts.
  ///
  /// Unlike the text it holds the right answers.
  package func json() -> String {
    let members: [(String, JSON?)] = [
      ("schema", .string("geolearn/result/v1")),
      ("tool", .object([("name", .string("geolearn")), ("version", .string(version))])),
      ("topology", .string(topology)),
      ("seed", .number(seed)),
      ("started", started.map(JSON.string)),
      ("containment", containment.map { .array($0.map(JSON.string)) }),
      ("score", .number(UInt64(score))),
      ("max_score", .number(UInt64(maxScore))),
      ("status", .string(status)),
      ("tests", .array(verdicts.map(Self.test))),
    ]
    return JSON.object(present(members)).text + "\n"
  }

  /// `incomplete` when nothing is wrong, but something is not answered.
  private var status: String {
    switch exitCode {
    case 0: "pass"
    case 1: "fail"
    case 2: "incomplete"
    default: "error"
    }
  }

  private static func test(_ verdict: Verdict) -> JSON {
    let task = UInt64(verdict.id.prefix { $0 != "." })
    let lines = verdict.parts.isEmpty ? verdict.counterexample?.history.lines : nil
    let members: [(String, JSON?)] = [
      ("id", .string(verdict.id)),
      ("task_id", task.map(JSON.number)),
      ("name", verdict.title.map(JSON.string)),
      ("status", .string(verdict.outcome.rawValue)),
      ("score", .number(UInt64(verdict.score))),
      ("max_score", .number(UInt64(verdict.maxScore))),
      ("rationale", .string(verdict.rationale)),
      ("expected", verdict.expected.map(JSON.string)),
      ("actual", verdict.actual.map(JSON.string)),
      ("misconception", verdict.misconception.map(JSON.string)),
      ("help", verdict.help.map(JSON.string)),
      ("see", verdict.see.map(JSON.string)),
      ("counterexample", lines.map { .array($0.map(JSON.string)) }),
      ("checks", verdict.parts.isEmpty ? nil : .array(verdict.parts.map(test))),
    ]
    return .object(present(members))
  }
}

/// The members that have a value.
private func present(_ members: [(String, JSON?)]) -> [(String, JSON)] {
  members.compactMap { name, value in value.map { (name, $0) } }
}
