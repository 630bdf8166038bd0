/// On what grounds personal data may be where they are (GDPR, chapter V).
public struct TransferBasis: Equatable, Sendable {
  public enum Ground: String, CaseIterable, Sendable {
    case none
    /// A decision of the Commission about the country (article 45).
    case adequacy
    /// The one about the US, which covers only certified recipients.
    case dataPrivacyFramework = "dpf"
    /// Standard contractual clauses, with an assessment of the transfer (article 46).
    case contractualClauses = "scc"
    /// Explicit consent (article 49(1)(a)).
    case consent
    /// Another derogation for specific situations (article 49).
    case derogation
    /// None is needed, for the data are said to be about nobody (recital 26).
    case anonymous
  }

  /// What the grounds are given for.
  public enum Subject: Equatable, Sendable {
    case region(RegionID)
    case store(String)
  }

  public var subject: Subject
  public var ground: Ground

  public init(_ ground: Ground, for subject: Subject) {
    self.ground = ground
    self.subject = subject
  }
}
