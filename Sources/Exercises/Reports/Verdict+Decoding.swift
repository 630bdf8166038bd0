/// A report as `geolearn/result/v1` holds it, read again; what is not about verdicts is passed over.
package struct ReadReport: Decodable, Sendable {
  /// The names of the schemas that can be read.
  package static let schema = "geolearn/result/v1"

  package let schema: String
  package let tests: [Verdict]
}

/// A verdict as it stands in a report; its counterexample is told, and cannot be played.
extension Verdict: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id, name, status, score, rationale, expected, actual, misconception, help, see
    case counterexample, checks
    case maxScore = "max_score"
  }

  package init(from decoder: any Decoder) throws {
    let test = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try test.decode(String.self, forKey: .id),
      outcome: try test.decode(Outcome.self, forKey: .status),
      rationale: try test.decode(String.self, forKey: .rationale))
    title = try test.decodeIfPresent(String.self, forKey: .name)
    score = try test.decode(Int.self, forKey: .score)
    maxScore = try test.decode(Int.self, forKey: .maxScore)
    expected = try test.decodeIfPresent(String.self, forKey: .expected)
    actual = try test.decodeIfPresent(String.self, forKey: .actual)
    misconception = try test.decodeIfPresent(String.self, forKey: .misconception)
    help = try test.decodeIfPresent(String.self, forKey: .help)
    see = try test.decodeIfPresent(String.self, forKey: .see)
    steps = try test.decodeIfPresent([String].self, forKey: .counterexample) ?? []
    parts = try test.decodeIfPresent([Verdict].self, forKey: .checks) ?? []
  }
}

extension Outcome: Decodable {}
