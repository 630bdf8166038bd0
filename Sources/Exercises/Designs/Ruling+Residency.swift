import Content
import GeoModel

/// What both designs are asked about where data are.
extension Ruling {
  /// Whether every population under a law has its home there.
  ///
  /// - Parameters:
  ///   - law: the name of a jurisdiction.
  ///   - people: what its people are called: `European`.
  static func home(under law: String, of people: String, in design: Design) -> Ruling {
    let place = design.laws.jurisdiction(named: law).phrase
    let populations = design.populations.filter { $0.jurisdiction == law }
    guard !populations.isEmpty else {
      return .fail(
        "No population of accounts lives under the law of \(place).",
        help: "there are \(people) accounts: give them 'jurisdiction: \(law)' and a home")
    }
    let stray = populations.flatMap(\.home).first { design.jurisdiction(of: $0).name != law }
    guard let stray else { return .pass("Every home of \(people) accounts is in \(place).") }
    let there = design.jurisdiction(of: stray).phrase
    let isMisread = law == "EEA" && stray.name.hasPrefix("eu-")
    return .fail(
      isMisread
        ? "\(stray) is in \(there), not in the EEA, whatever its name."
        : "\(people) accounts have their home in \(stray), under the law of \(there).",
      help: "choose regions by their jurisdiction, such as "
        + (law == "EEA" ? "eu-central-1 and eu-west-1" : "ap-south-1 and ap-south-2"),
      misconception: isMisread ? ResidencyRule.regionNameTakenForEU.rawValue : nil)
  }

  /// Whether the account decides where its rows lie.
  static func routing(in design: Design) -> Ruling {
    guard design.routing != .account else {
      return .pass("Rows lie at the home of their account, wherever their holder travels.")
    }
    return .fail(
      "With \(design.routing.rawValue) a row lies where its holder happens to be.",
      help: "a European in Tokyo keeps a European account: route by the account",
      misconception: ResidencyRule.keyedOnRequest.rawValue)
  }

  /// The first finding, told with its way; one point for a single one.
  static func audit(
    _ findings: [ResidencyFinding], of design: Design, in submission: DesignSubmission,
    passed: String
  ) -> Ruling {
    guard let first = findings.first else { return .pass(passed, measured: "0 findings") }
    let others = findings.count == 1 ? "" : " There are \(findings.count - 1) more."
    return .fail(
      first.sentence(in: design) + others, help: first.remedy(in: design),
      misconception: first.rule.rawValue,
      measured: findings.count == 1 ? "1 finding" : "\(findings.count) findings",
      limit: "none",
      replay: submission.scene(
        "residency-map",
        arguments: [
          "policy: \(first.rule.source == .law ? "none" : "strict-eu")",
          "population: \(first.population)",
        ]), reached: findings.count == 1 ? 1 : 0)
  }
}

extension Design {
  /// The same design under another policy.
  func under(_ policy: ResidencyPolicy) -> Design {
    var design = self
    design.policy = policy
    return design
  }
}

extension Directive {
  /// What becomes of a person's copies and everybody else's when such a key is destroyed.
  static func shredding(_ key: EncryptionKey?) -> Directive {
    Directive(
      kind: "scene", name: "key-shredding",
      body: "scope: \(key?.scope.rawValue ?? "subject")\n"
        + "key-backup: \(key?.backup == nil ? "none" : "forgotten")",
      file: "design", line: 0)
  }
}
