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
    let titles = map { "\($0.rule.title) (\($0.rule.source.word))" }.eachOnce.joined(
      separator: ", ")
    return "\(first.path.store) in \(first.path.region) has \(fields): \(titles)."
  }
}

extension [ResidencyFinding] {
  /// What was found, each once.
  var verdicts: [String] { map(\.verdict).eachOnce }

  /// Where: `profiles`, `profiles and 3 more`.
  var places: String {
    let stores = map(\.path.store).eachOnce
    return stores.count > 1 ? "\(stores[0]) and \(stores.count - 1) more" : stores.first ?? ""
  }
}

extension [String] {
  /// The texts in their order, each once.
  fileprivate var eachOnce: [String] {
    reduce(into: []) { kept, text in
      if !kept.contains(text) { kept.append(text) }
    }
  }
}

extension Placement {
  /// As a design file writes it: `home, us-west-2`.
  var text: String {
    ((includesHome ? ["home"] : []) + regions.map(\.name)).joined(separator: ", ")
  }
}
