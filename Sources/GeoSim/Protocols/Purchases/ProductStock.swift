import GeoModel

/// The stock of one product, as one site knows it.
public protocol ProductStock: Sendable {
  /// How many units a site may sell, as far as it knows.
  func left(at site: ReplicaID) -> Int

  /// Sells a unit, or does not.
  ///
  /// - Parameters:
  ///   - seen: how many were left when the buyer was shown the product.
  ///   - time: the site's clock, in milliseconds.
  /// - Returns: whether a unit is sold.
  mutating func sell(seen: Int, at time: Int, by site: ReplicaID) -> Bool

  /// Takes in what another site knows.
  mutating func merge(_ other: Self)

  /// Whom a site that has nothing left can ask for units; `nil` where asking does not help.
  func giver(for site: ReplicaID) -> ReplicaID?

  /// Gives units away that another site asks for.
  mutating func give(to asking: ReplicaID, by site: ReplicaID)
}

extension ProductStock {
  public func giver(for site: ReplicaID) -> ReplicaID? { nil }
  public mutating func give(to asking: ReplicaID, by site: ReplicaID) {}
}
