import GeoModel

/// What the law of a jurisdiction says about copies elsewhere, as short as it can be said rightly.
///
/// It is a teacher's summary: the bases of the GDPR, and exceptions, are left out.
enum WhyMultiRegionLaw {
  /// Regulation (EU) 2016/679: personal data may leave the EEA with a basis under chapter V.
  case gdpr
  /// Reserve Bank of India, Storage of Payment System Data, 6 April 2018: only in India.
  case indianPayments

  enum Verdict { case stays, needsBasis, forbidden }

  /// - Returns: `nil` where this scene knows no rule.
  init?(jurisdiction: String) {
    switch jurisdiction {
    case "EEA": self = .gdpr
    case "India": self = .indianPayments
    default: return nil
    }
  }

  func verdict(onCopyIn region: Region) -> Verdict {
    if Self(jurisdiction: region.jurisdiction) == self { return .stays }
    return switch self {
    case .gdpr: .needsBasis
    case .indianPayments: .forbidden
    }
  }

  /// What is stored.
  var row: String {
    switch self {
    case .gdpr: "A row of an EU user"
    case .indianPayments: "A payment made in India"
    }
  }

  /// The jurisdiction, as a sentence names it.
  var place: String {
    switch self {
    case .gdpr: "the EEA"
    case .indianPayments: "India"
    }
  }

  /// What is said of a copy in a table, the longest first.
  func words(for verdict: Verdict) -> [String] {
    switch verdict {
    case .stays: ["stays in \(place)"]
    case .needsBasis:
      [
        "leaves \(place): needs a basis under GDPR chapter V",
        "leaves \(place): GDPR chapter V",
      ]
    case .forbidden:
      ["leaves \(place): FORBIDDEN, it must stay", "leaves \(place): FORBIDDEN"]
    }
  }

  /// What is said of a copy in a sentence that begins with it.
  func sentence(for verdict: Verdict) -> String {
    switch verdict {
    case .stays: "stays in \(place)"
    case .needsBasis: "leaves \(place): it needs a basis under GDPR chapter V"
    case .forbidden: "is FORBIDDEN: payment data may be stored only in \(place)"
    }
  }
}

extension WhyMultiRegionLaw.Verdict {
  var mark: Mark {
    switch self {
    case .stays: .done
    case .needsBasis: .conditional
    case .forbidden: .lost
    }
  }
}
