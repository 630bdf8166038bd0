/// Many buyers, few units, and a network that falls apart: the sale that an inventory is tried on.
///
/// It is played one to one, purchase by purchase, since what matters is how many buyers there are
/// for a unit, and how many decide before they can have heard of each other.
public struct PurchaseRush: Equatable, Sendable {
  public var purchases = 10_000
  /// The purchases come independently of each other, evenly over so long.
  public var duration = Duration.seconds(100)
  /// The *k*-th product is wanted 1/*k* times as often as the first (Zipf's law).
  public var products = 100
  /// How many units there are of each product.
  public var units = 40
  /// When the groups of users cannot reach each other; `nil` for never.
  public var cut: Range<Duration>?
  /// By how much the clocks of the second group of users' side are ahead.
  public var skew = Duration.zero
  /// From the look at the stock to the end of the checkout.
  public var checkout = Duration.milliseconds(50)

  public init(cut: Range<Duration>? = .seconds(5)..<(.seconds(85)), skew: Duration = .zero) {
    self.cut = cut
    self.skew = skew
  }

  /// The same rush with fewer products, and so over sooner: as many buyers a second, and for each
  /// unit.
  public func shortened(to purchases: Int) -> PurchaseRush {
    var rush = self
    rush.purchases = purchases
    rush.products = max(1, products * purchases / self.purchases)
    rush.duration = duration * purchases / self.purchases
    rush.cut = cut.map {
      $0.lowerBound * purchases / self.purchases..<$0.upperBound * purchases / self.purchases
    }
    return rush
  }
}

extension ServiceLoad {
  /// On which side of the cut a region is: that of the group of users nearest to it.
  public func side(of region: RegionID, in topology: Topology) -> Int {
    let ways = groups.map { group in
      group.places.map { topology.clientWay($0, region) }.min() ?? .zero
    }
    return ways.indices.reduce(0) { ways[$1] < ways[$0] ? $1 : $0 }
  }
}
