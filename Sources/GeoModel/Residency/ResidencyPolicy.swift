/// What a company demands of itself beside the law.
public enum ResidencyPolicy: String, CaseIterable, Sendable {
  case none
  /// Personal data of EEA accounts stay in the EEA, whatever the law would allow, and logs hold
  /// none that names a person.
  case strictEU = "strict-eu"
}
