import GeoModel

extension ResidencyRule {
  /// What is wrong, in at most 22 columns, for pictures and lists.
  package var title: String {
    switch self {
    case .transferWithoutBasis: "no transfer basis"
    case .adequacyNotInForce: "no decision in force"
    case .adequacyOutOfScope: "decision covers others"
    case .consentAsBasis: "consent is no basis"
    case .derogationAsRoutine: "exception as a rule"
    case .calledAnonymous: "not anonymous"
    case .groupTooSmall: "groups too small"
    case .processorWithoutContract: "no processor contract"
    case .restrictedCountry: "restricted country"
    case .paymentDataAbroad: "payments left India"
    case .outsideEEA: "outside the EEA"
    case .regionNameTakenForEU: "named eu, not in it"
    case .keyedOnRequest: "follows the request"
    case .personalDataInLogs: "persons in logs"
    }
  }

  /// Where the rule is written.
  package var reference: String {
    switch self {
    case .transferWithoutBasis: "GDPR, articles 44 to 46"
    case .adequacyNotInForce, .adequacyOutOfScope: "GDPR, article 45"
    case .consentAsBasis: "GDPR, article 49(1)(a); EDPB Guidelines 2/2018"
    case .derogationAsRoutine: "GDPR, article 49; EDPB Guidelines 2/2018"
    case .calledAnonymous: "GDPR, article 4(5) and recital 26"
    case .groupTooSmall: "GDPR, recital 26"
    case .processorWithoutContract: "GDPR, article 28(3)"
    case .restrictedCountry: "DPDP Act 2023 (India), section 16"
    case .paymentDataAbroad: "RBI, Storage of Payment System Data, 2018"
    case .outsideEEA, .regionNameTakenForEU, .keyedOnRequest, .personalDataInLogs:
      "policy strict-eu"
    }
  }
}

extension DataPath {
  /// `posts (eu-central-1) → cache → timelines (us-east-1)`
  package var text: String {
    hops.reduce("") { text, hop in "\(text)\(hop.arrival.text)\(hop.store) (\(hop.region))" }
  }
}

extension DataPath.Hop.Arrival {
  fileprivate var text: String {
    switch self {
    case .written: ""
    case .replicated: " → replica → "
    case .flow(let flow): " → \(flow.words) → "
    }
  }
}

extension Flow {
  /// The kind, and what is done on the way: `export, aggregate 50`.
  package var words: String {
    transform == .none ? kind.rawValue : "\(kind.rawValue), \(transform.text)"
  }
}

extension Flow.Transform {
  /// As a design file writes it.
  package var text: String {
    switch self {
    case .none: "none"
    case .pseudonymise: "pseudonymise"
    case .aggregate(let size): "aggregate \(size)"
    case .encrypt(let key): "encrypt \(key)"
    }
  }
}

extension Jurisdiction {
  /// As a sentence names it: `the EEA`, `India`.
  package var phrase: String {
    ["EEA", "US", "United Kingdom"].contains(name) ? "the \(name)" : name
  }
}
