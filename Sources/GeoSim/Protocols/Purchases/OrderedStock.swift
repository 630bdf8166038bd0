import GeoModel

/// Stock that one site at a time decides about. The others only learn how many are left, and since
/// none come in, the smaller number is the newer.
struct OrderedStock: ProductStock {
  private var units: Int

  init(units: Int) {
    self.units = units
  }

  func left(at site: ReplicaID) -> Int { units }

  mutating func sell(seen: Int, at time: Int, by site: ReplicaID) -> Bool {
    guard units > 0 else { return false }
    units -= 1
    return true
  }

  mutating func merge(_ other: OrderedStock) { units = min(units, other.units) }
}
