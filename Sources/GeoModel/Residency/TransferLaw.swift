extension Design {
  /// The grounds that are claimed for a store in a region: its own, or else the region's.
  public func ground(for store: Store, in region: RegionID) -> TransferBasis.Ground {
    let own = bases.first { $0.subject == .store(store.name) }
    let regional = bases.first { $0.subject == .region(region) }
    return (own ?? regional)?.ground ?? .none
  }

  /// What is wrong with the grounds on which personal data from the EEA are elsewhere (GDPR,
  /// chapter V); `nil` where they hold.
  func defect(of ground: TransferBasis.Ground, in jurisdiction: Jurisdiction) -> ResidencyRule? {
    let decision = jurisdiction.adequacy
    let isInForce = decision?.isInForce(on: day) == true
    switch ground {
    case .none:
      return isInForce && decision?.scope == .everyone ? nil : .transferWithoutBasis
    case .adequacy:
      guard isInForce else { return .adequacyNotInForce }
      // Only the recipient can say whether it certified itself; claiming `dpf` says that it did.
      return decision?.scope == .certified ? .adequacyOutOfScope : nil
    case .dataPrivacyFramework:
      guard decision?.scope == .certified else { return .adequacyOutOfScope }
      return isInForce ? nil : .adequacyNotInForce
    case .contractualClauses: return nil
    case .consent: return .consentAsBasis
    case .derogation: return .derogationAsRoutine
    // Whether they are anonymous is for the data to say, not for the place.
    case .anonymous: return nil
    }
  }
}

extension Store {
  /// Whether another company runs it.
  public var isProcessor: Bool { engine == .processor || contract != nil }

  /// How long payments may be processed outside India before they must be deleted there
  /// (Reserve Bank of India, frequently asked questions on the direction of 2018).
  static let longestProcessingAbroad = Duration.seconds(86_400)

  /// Whether it only processes what it has, and forgets it at once.
  var forgetsWithinADay: Bool { ttl.map { $0 <= Self.longestProcessingAbroad } == true }
}

extension RegionID {
  /// Whether the name sounds as if the region were in the EU.
  var soundsEuropean: Bool { name.hasPrefix("eu-") || name.contains("europe") }
}
