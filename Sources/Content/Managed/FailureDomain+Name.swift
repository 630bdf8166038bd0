import GeoModel

extension FailureDomain {
  /// `us-east`, and `us-east/a` for the first of its zones.
  package var name: String {
    switch self {
    case .region(let region): region.name
    case .zone(let region, let zone): "\(region)/\(zoneName(zone))"
    }
  }
}

/// The letter of a zone, counted from 0: `a`.
package func zoneName(_ zone: Int) -> String {
  String(UnicodeScalar(UInt8(ascii: "a") + UInt8(zone)))
}
