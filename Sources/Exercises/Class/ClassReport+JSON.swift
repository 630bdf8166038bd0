extension ClassReport {
  /// The report as `geolearn/class/v1`; like that on one learner it holds the right answers.
  func json() -> String {
    JSON.object([
      ("schema", .string("geolearn/class/v1")),
      ("tool", .object([("name", .string("geolearn")), ("version", .string(version))])),
      ("max_score", .number(maxScore)),
      ("items", .array(items.map(Self.json))),
      ("learners", .array(learners.map(json))),
      ("misconceptions", .array(misconceptions.map(Self.json))),
    ]).text + "\n"
  }

  private static func json(_ item: Item) -> JSON {
    .object([("id", .string(item.id)), ("max_score", .number(item.points))])
  }

  private func json(_ learner: Learner) -> JSON {
    .object([
      ("learner", .string(learner.name)),
      ("seed", .number(learner.seed)),
      ("status", .string(learner.status.word)),
      ("score", .number(learner.score)),
      ("max_score", .number(maxScore)),
      ("tests", .array(learner.verdicts.map(Report.test))),
    ])
  }

  private static func json(_ misconception: Misconception) -> JSON {
    .object([
      ("rule", .string(misconception.rule)),
      ("count", .number(misconception.learners.count)),
      ("items", .array(misconception.items.map(JSON.string))),
      ("learners", .array(misconception.learners.map(JSON.string))),
    ])
  }
}
