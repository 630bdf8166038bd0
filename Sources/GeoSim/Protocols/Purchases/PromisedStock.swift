import GeoModel

/// Stock that is sold without a look at it.
struct PromisedStock: ProductStock {
  func left(at site: ReplicaID) -> Int { .max }
  mutating func sell(seen: Int, at time: Int, by site: ReplicaID) -> Bool { true }
  mutating func merge(_ other: PromisedStock) {}
}
