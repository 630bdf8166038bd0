import Content

/// What a design must meet: one line of the report, worth some points.
struct Requirement<Measurements: Sendable>: Sendable {
  /// The item that it belongs to: `3.2`.
  let item: String
  /// In a word: `law`.
  let name: String
  /// What must hold, in a few words.
  let title: String
  let points: Int
  let ruling: @Sendable (Measurements) -> Ruling

  /// `3.2-law`
  var id: String { "\(item)-\(name)" }

  func verdict(on measurements: Measurements) -> Verdict {
    let ruling = ruling(measurements)
    var verdict = Verdict(id: id, outcome: ruling.outcome, rationale: ruling.rationale)
    verdict.title = title
    verdict.score = ruling.reached.map { min($0, points) } ?? (ruling.outcome == .pass ? points : 0)
    verdict.maxScore = points
    verdict.expected = ruling.limit
    verdict.actual = ruling.measured
    verdict.help = ruling.help
    verdict.misconception = ruling.misconception
    verdict.replay = ruling.replay
    verdict.moment = ruling.moment
    return verdict
  }
}

/// What measurements say about a requirement.
struct Ruling: Sendable {
  var outcome: Outcome
  /// What was measured, with its unit: `41.2 s`.
  var measured: String?
  /// What it had to be: `at most 30 s`.
  var limit: String?
  /// A sentence to the learner; for a known mistake it names the misconception.
  var rationale: String
  /// One step forward.
  var help: String?
  /// The known mistake: `asynchronous-rpo`.
  var misconception: String?
  /// The run in which it went wrong, and when.
  var replay: Directive?
  var moment: Duration?
  /// The points for what is right already; `nil` for all of them or none.
  var reached: Int?

  static func pass(_ rationale: String, measured: String? = nil, limit: String? = nil) -> Ruling {
    Ruling(outcome: .pass, measured: measured, limit: limit, rationale: rationale)
  }

  static func fail(
    _ rationale: String, help: String, misconception: String? = nil, measured: String? = nil,
    limit: String? = nil, replay: Directive? = nil, moment: Duration? = nil, reached: Int? = nil
  ) -> Ruling {
    Ruling(
      outcome: .fail, measured: measured, limit: limit, rationale: rationale, help: help,
      misconception: misconception, replay: replay, moment: moment, reached: reached)
  }
}
