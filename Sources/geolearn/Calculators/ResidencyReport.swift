import App
import Content
import Drawing
import GeoModel

/// What is wrong with a design, finding by finding: what `calc residency` says.
struct ResidencyReport {
  /// As the learner named it.
  let name: String
  let audit: ResidencyAudit

  private var design: Design { audit.design }

  var json: JSON {
    .object([
      JSON.Member("design", .string(name)),
      JSON.Member("policy", .string(design.policy.rawValue)),
      JSON.Member("day", .string(design.day.description)),
      JSON.Member("findings", .array(audit.findings.map(json))),
    ])
  }

  private func json(of finding: ResidencyFinding) -> JSON {
    .object([
      JSON.Member("rule", .string(finding.rule.rawValue)),
      JSON.Member("source", .string(finding.rule.source.rawValue)),
      JSON.Member("reference", .string(finding.rule.reference)),
      JSON.Member("severity", .string(finding.rule.severity.rawValue)),
      JSON.Member("population", .string(finding.population)),
      JSON.Member("fields", .strings(finding.fields.map(\.description))),
      JSON.Member("path", .array(finding.path.hops.map(json))),
      JSON.Member("sentence", .string(finding.sentence(in: design))),
      JSON.Member("remedy", .string(finding.remedy(in: design))),
    ])
  }

  private func json(of hop: DataPath.Hop) -> JSON {
    let (kind, transform): (String, Flow.Transform) =
      switch hop.arrival {
      case .written: ("written", .none)
      case .replicated: ("replica", .none)
      case .flow(let flow): (flow.kind.rawValue, flow.transform)
      }
    return .object([
      JSON.Member("store", .string(hop.store)), JSON.Member("region", .string(hop.region.name)),
      JSON.Member("by", .string(kind)), JSON.Member("transform", .string(transform.text)),
    ])
  }

  // MARK: - For people

  func text(marks: Marks) -> String {
    let heading = "Design \(name), as of \(design.day), policy \(design.policy.rawValue)"
    let parts = [heading] + audit.findings.map(text) + [verdict]
    return parts.joined(separator: "\n\n").lowered(to: marks) + "\n"
  }

  private func text(of finding: ResidencyFinding) -> String {
    let rule = finding.rule
    let source = rule.source.rawValue.uppercased()
    let heading = "✘ \(source) \(rule.severity.rawValue): \(rule.rawValue)"
    let details = [
      ("", finding.sentence(in: design)), ("path", finding.path.text), ("rule", rule.reference),
      ("remedy", finding.remedy(in: design)),
    ]
    return ([heading] + details.flatMap { lines($0, $1) }).joined(separator: "\n")
  }

  /// A text in lines of 80 columns at most, behind its label.
  private func lines(_ label: String, _ text: String) -> [String] {
    let indent = label.isEmpty ? "  " : "          "
    let first = label.isEmpty ? indent : "  \(label)" + indent.dropFirst(label.count + 2)
    return StyledText(text).wrapped(width: 80 - indent.count).enumerated().map { row, line in
      (row == 0 ? first : indent) + line.text
    }
  }

  private var verdict: String {
    let law = audit.findings.count { $0.rule.source == .law }
    let policy = audit.findings.count - law
    let disclaimer = "This is engineering, not legal advice; docs/design-files.md lists the rules."
    guard !audit.findings.isEmpty else { return "✔ Nothing was found.\n\(disclaimer)" }
    return "\(law) found by law, \(policy) by policy.\n\(disclaimer)"
  }
}
