import GeoModel

/// Units of which each belongs to one site, which alone may sell it or give it away.
struct EscrowStock: ProductStock {
  private var counter: BoundedCounter
  private let holders: [ReplicaID]

  /// - Parameter rights: how many units each site may sell.
  init(rights: [(holder: ReplicaID, units: Int)]) {
    holders = rights.map(\.holder)
    counter = BoundedCounter()
    for (holder, units) in rights where units > 0 {
      // Bringing in never fails: only giving and using up can.
      try? counter.apply(.increment(by: units), at: holder)
    }
  }

  func left(at site: ReplicaID) -> Int { counter.available(at: site) }

  mutating func sell(seen: Int, at time: Int, by site: ReplicaID) -> Bool {
    do {
      try counter.apply(.decrement(), at: site)
      return true
    } catch {
      return false
    }
  }

  mutating func merge(_ other: EscrowStock) { counter.merge(other.counter) }

  func giver(for site: ReplicaID) -> ReplicaID? {
    let richest = holders.filter { $0 != site }.max { left(at: $0) < left(at: $1) }
    return richest.flatMap { left(at: $0) > 0 ? $0 : nil }
  }

  /// Half of what it holds, and the last unit.
  mutating func give(to asking: ReplicaID, by site: ReplicaID) {
    let units = (left(at: site) + 1) / 2
    guard units > 0, asking != site else { return }
    // It holds them, so this cannot fail.
    try? counter.apply(.transfer(units, to: asking), at: site)
  }
}
