/// What a design can break. The raw value is its name in reports, which never changes.
public enum ResidencyRule: String, CaseIterable, Sendable {
  // The law of the EEA.
  case transferWithoutBasis = "transfer-without-basis"
  case adequacyNotInForce = "adequacy-not-in-force"
  case adequacyOutOfScope = "adequacy-out-of-scope"
  case consentAsBasis = "consent-as-basis"
  case derogationAsRoutine = "derogation-as-routine"
  case calledAnonymous = "called-anonymous"
  case groupTooSmall = "group-too-small"
  case processorWithoutContract = "processor-without-contract"
  // The law of India.
  case restrictedCountry = "restricted-country"
  case paymentDataAbroad = "payment-data-abroad"
  // The policy `strict-eu`.
  case outsideEEA = "outside-eea"
  case regionNameTakenForEU = "region-name-taken-for-eu"
  case keyedOnRequest = "keyed-on-request"
  case personalDataInLogs = "personal-data-in-logs"

  /// Who made it.
  public enum Source: String, Sendable { case law, policy }

  public var source: Source {
    switch self {
    case .transferWithoutBasis, .adequacyNotInForce, .adequacyOutOfScope, .consentAsBasis,
      .derogationAsRoutine, .calledAnonymous, .groupTooSmall, .processorWithoutContract,
      .restrictedCountry, .paymentDataAbroad:
      .law
    case .outsideEEA, .regionNameTakenForEU, .keyedOnRequest, .personalDataInLogs: .policy
    }
  }

  public enum Severity: String, Sendable {
    case breach
    /// It depends on facts that a design does not tell, such as who could put names back.
    case risk
  }

  public var severity: Severity {
    switch self {
    case .groupTooSmall, .personalDataInLogs: .risk
    case .transferWithoutBasis, .adequacyNotInForce, .adequacyOutOfScope, .consentAsBasis,
      .derogationAsRoutine, .calledAnonymous, .processorWithoutContract, .restrictedCountry,
      .paymentDataAbroad, .outsideEEA, .regionNameTakenForEU, .keyedOnRequest:
      .breach
    }
  }
}

/// One rule that a design breaks, for whose data, and on which way they came there.
public struct ResidencyFinding: Equatable, Sendable {
  public var rule: ResidencyRule
  public var population: String
  /// What is there that must not be, in the order of the entities.
  public var fields: [FieldName]
  /// The shortest way of one of them.
  public var path: DataPath

  public init(rule: ResidencyRule, population: String, fields: [FieldName], path: DataPath) {
    self.rule = rule
    self.population = population
    self.fields = fields
    self.path = path
  }
}
