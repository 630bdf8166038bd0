import GeoModel

/// 3.1: which fields are personal data?
extension FeedExam {
  static let classes: [Requirement<FeedMeasurements>] = [
    classes(
      "names", "What names or reaches a person",
      ["user.handle", "user.name", "user.email", "user.phone"]),
    classes(
      "traces", "What a device leaves behind",
      ["user.location", "device.ip-address", "device.device-id"]),
    classes(
      "content", "What people write, and whom they follow",
      [
        "tweet.text", "tweet.media", "tweet.posted-at", "message.text", "relation.follows",
        "relation.likes",
      ]),
    classes("pseudonyms", "Rows under a hashed id", ["visit.hashed-user-id", "visit.page"]),
    classes("counts", "Counts over everybody", ["metric.views-per-day"]),
  ]

  private static func classes(
    _ name: String, _ title: String, _ fields: [String]
  ) -> Requirement<FeedMeasurements> {
    let fields = TaskField.feed.filter { fields.contains("\($0.name)") }
    return Requirement(item: "3.1", name: name, title: title, points: 2) { measured in
      ruling(on: fields, in: measured.submission.design)
    }
  }

  private static func ruling(on fields: [TaskField], in design: Design) -> Ruling {
    if let missing = fields.first(where: { !design.has($0.name) }) {
      return .fail(
        "The field \(missing.name) is gone. It is collected all the same.",
        help: "put \(missing.name) back among the entities and give it its class")
    }
    let wrong = fields.filter { !$0.classes.contains(design.dataClass(of: $0.name)) }
    guard let first = wrong.first else {
      return .pass("All \(fields.count) have a class that holds.")
    }
    let given = design.dataClass(of: first.name).rawValue
    return .fail(
      "\(first.name) is called \(given). \(first.because)",
      help: "ask of each field: whom does it relate to, and can he be told from others by it?",
      misconception: first.misconception,
      measured: "\(fields.count - wrong.count) of \(fields.count)",
      limit: "\(fields.count) of \(fields.count)",
      reached: wrong.count * 2 <= fields.count && fields.count > 1 ? 1 : 0)
  }
}
