/// Whose data-protection law holds somewhere, and what that law says about other places.
///
/// Teaching material, not legal advice: two laws are modelled, that of the EEA and that of India,
/// and of each only what decides where data may be.
public struct Jurisdiction: Equatable, Sendable {
  /// As topologies write it: `EEA`, `US`, `United Kingdom`.
  public var name: String
  public var transfers: TransferRule
  /// Whether data of payments made there may be stored nowhere else
  /// (Reserve Bank of India, Storage of Payment System Data, 6 April 2018).
  public var keepsPayments: Bool
  /// What the European Commission has decided about the place; `nil` where it has not.
  public var adequacy: Adequacy?

  public init(
    name: String, transfers: TransferRule = .free, keepsPayments: Bool = false,
    adequacy: Adequacy? = nil
  ) {
    self.name = name
    self.transfers = transfers
    self.keepsPayments = keepsPayments
    self.adequacy = adequacy
  }

  /// When personal data of people under this law may leave.
  public enum TransferRule: Equatable, Sendable {
    /// Always, or this tool does not know.
    case free
    /// With a basis (GDPR, chapter V).
    case needsBasis
    /// To every place but these (India, Digital Personal Data Protection Act 2023, section 16).
    case freeExcept([String])
  }
}

/// A decision of the European Commission that a place protects personal data well enough
/// (GDPR, article 45).
public struct Adequacy: Equatable, Sendable {
  /// Which recipients it covers.
  public enum Scope: String, CaseIterable, Sendable {
    case everyone
    /// Those that certified themselves under the EU-US Data Privacy Framework.
    case certified
    /// Commercial organisations under the Canadian act PIPEDA.
    case commercial
  }

  public var scope: Scope
  public var from: CalendarDay
  /// The last day; `nil` where none is set.
  public var until: CalendarDay?

  public init(scope: Scope, from: CalendarDay, until: CalendarDay? = nil) {
    self.scope = scope
    self.from = from
    self.until = until
  }

  public func isInForce(on day: CalendarDay) -> Bool {
    from <= day && until.map { day <= $0 } != false
  }
}

/// The laws of the world, as far as they are known, on the day on which they were looked up.
public struct Laws: Equatable, Sendable {
  public var day: CalendarDay
  /// Each name once.
  public var jurisdictions: [Jurisdiction]

  public init(day: CalendarDay, jurisdictions: [Jurisdiction]) {
    self.day = day
    self.jurisdictions = jurisdictions
  }

  /// What is known of a jurisdiction; one that nothing is known of has no rules and no adequacy.
  public func jurisdiction(named name: String) -> Jurisdiction {
    jurisdictions.first { $0.name == name } ?? Jurisdiction(name: name)
  }
}
