import Content
import GeoModel

extension Exercise {
  /// The same question with other round trips, so that a number learnt by heart is of no use.
  ///
  /// The numbers are whole milliseconds between the floor of light in fibre and three times as
  /// much, drawn until the key and every listed mistake differ. The same seed gives the same
  /// variant. A question that no round trip decides is returned as it is, as is one for which
  /// no such numbers were found.
  package func variant(seed: UInt64) -> Exercise {
    guard case .estimate(let estimate) = question.problem, estimate.dimension == .duration,
      !question.regions.isEmpty
    else { return self }
    var dice = SplitMix64(seed: seed)
    for _ in 0..<Self.mostTries {
      let topology = regeneratedTopology(name: "variant \(seed)", &dice)
      guard estimate.tellsRulesApart(in: topology) else { continue }
      var variant = self
      variant.regenerated = topology
      variant.question.topology = topology
      return variant
    }
    return self
  }

  private static let mostTries = 200
  private static let accessMilliseconds = 3...12

  /// The topology with new round trips between the question's regions, and a new access.
  private func regeneratedTopology(name: String, _ dice: inout SplitMix64) -> Topology {
    let old = question.topology
    var trips: [RoundTrip] = []
    for (i, from) in old.regions.map(\.id).enumerated() {
      for to in old.regions.map(\.id).dropFirst(i + 1) {
        if question.regions.contains(from), question.regions.contains(to) {
          trips.append(Self.trip(from, to, floor: old.floor(from, to), &dice))
        } else if !old.isEstimate(from, to) {
          trips.append(
            RoundTrip(
              from: from, to: to, there: old.oneWay(from: from, to: to) * 2,
              back: old.oneWay(from: to, to: from) * 2))
        }
      }
    }
    return Topology(
      name: "\(old.name), \(name)", source: "drawn by chance", local: old.local,
      access: .milliseconds(dice.integer(in: Self.accessMilliseconds)), regions: old.regions,
      roundTrips: trips)
  }

  private static func trip(
    _ from: RegionID, _ to: RegionID, floor: Duration, _ dice: inout SplitMix64
  ) -> RoundTrip {
    let least = Int(floor.milliseconds.rounded(.up))
    let milliseconds = dice.integer(in: max(least, 1)...max(3 * least, 1))
    return RoundTrip(from: from, to: to, there: .milliseconds(milliseconds))
  }
}
