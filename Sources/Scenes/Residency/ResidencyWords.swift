import Content
import Drawing
import GeoModel

extension Arguments {
  /// The audit of a design of the course, under its own policy or another one.
  mutating func audit(from atlas: Atlas) throws(Diagnostic) -> ResidencyAudit {
    var design = try design(from: atlas)
    design.policy = try choice("policy", default: design.policy)
    return ResidencyAudit(design)
  }
}

extension ResidencyRule.Source {
  /// The word that stands beside what was found, in capitals, since it is a state.
  var word: String { rawValue.uppercased() }
}

extension ResidencyFinding {
  /// `LAW no transfer basis`
  var verdict: String { "\(rule.source.word) \(rule.title)" }
}

extension [ResidencyFinding] {
  /// What was found in one place, as a sentence of a run.
  var sentence: String {
    guard let first else { return "" }
    let fields = first.fields.count == 1 ? "\(first.fields[0])" : "\(first.fields.count) fields"
    let titles = map { "\($0.rule.title) (\($0.rule.source.word))" }.joined(separator: ", ")
    return "\(first.path.store) in \(first.path.region) has \(fields): \(titles)."
  }
}

extension Placement {
  /// As a design file writes it: `home, us-west-2`.
  var text: String {
    ((includesHome ? ["home"] : []) + regions.map(\.name)).joined(separator: ", ")
  }
}
