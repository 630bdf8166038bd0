import GeoModel

/// A counter that every site changes after a look at its own copy.
struct CountedStock: ProductStock {
  private var counter: PNCounter

  init(units: Int) {
    var increments = GCounter()
    increments.increment(by: units, at: "stock")
    counter = PNCounter(increments: increments, decrements: GCounter())
  }

  func left(at site: ReplicaID) -> Int { counter.value }

  mutating func sell(seen: Int, at time: Int, by site: ReplicaID) -> Bool {
    guard counter.value > 0 else { return false }
    counter.apply(.decrement(), at: site)
    return true
  }

  mutating func merge(_ other: CountedStock) { counter.merge(other.counter) }
}
