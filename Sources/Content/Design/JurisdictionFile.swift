import GeoModel
import Yams

/// Reads `assets/jurisdictions.yaml`, which describes itself.
package enum JurisdictionFile {
  private enum TransferName: String, CaseIterable {
    case free
    case needsBasis = "needs-basis"
    case freeExcept = "free-except"
  }

  package static func parse(_ text: String, file: String) throws(Diagnostic) -> Laws {
    var arguments = try Arguments(
      Directive(kind: "jurisdictions", name: "", body: text, file: file, line: 0))
    guard let day = try arguments.optionalDay("day") else {
      throw arguments.missing("day", "it must be the day on which the laws were looked up")
    }
    guard let sequence = arguments.node("jurisdictions")?.sequence else {
      throw arguments.missing("jurisdictions", "it must be a list such as [{name: EEA}]")
    }
    let yaml = YAMLReader(file: file, linesAbove: 0)
    var jurisdictions: [Jurisdiction] = []
    for node in sequence {
      guard let mapping = node.mapping else {
        throw yaml.failure(node.mark, "a jurisdiction is written {name: EEA, ...}")
      }
      var fields = try Arguments(mapping, yaml)
      let jurisdiction = try jurisdiction(&fields)
      guard !jurisdictions.contains(where: { $0.name == jurisdiction.name }) else {
        throw fields.failure("name", "\(jurisdiction.name) is there already; keep one")
      }
      try fields.finish()
      jurisdictions.append(jurisdiction)
    }
    try arguments.finish()
    return Laws(day: day, jurisdictions: jurisdictions)
  }

  private static func jurisdiction(
    _ arguments: inout Arguments
  ) throws(Diagnostic) -> Jurisdiction {
    let name = try arguments.string("name")
    let restricted = try arguments.optionalStrings("restricted") ?? []
    let transfers: Jurisdiction.TransferRule =
      switch try arguments.choice("transfers", default: TransferName.free) {
      case .free: .free
      case .needsBasis: .needsBasis
      case .freeExcept: .freeExcept(restricted)
      }
    return Jurisdiction(
      name: name, transfers: transfers,
      keepsPayments: try arguments.flag("keeps-payments", default: false),
      adequacy: try adequacy(&arguments))
  }

  private static func adequacy(_ arguments: inout Arguments) throws(Diagnostic) -> Adequacy? {
    let from = try arguments.optionalDay("from")
    let until = try arguments.optionalDay("until")
    guard try arguments.value("adequacy") != nil else { return nil }
    guard let from else {
      throw arguments.missing("from", "it must be the first day of the decision")
    }
    return Adequacy(scope: try arguments.choice("adequacy"), from: from, until: until)
  }
}
