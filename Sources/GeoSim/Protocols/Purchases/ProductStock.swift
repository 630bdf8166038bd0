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

/// The number that is left as one value, of which the last write wins.
struct WrittenStock: ProductStock {
  private var register = LWWRegister<Int>()
  /// Whether a site writes only where the number is still the one that the buyer saw. It compares
  /// with its own copy: nobody else is asked.
  private let isConditional: Bool

  init(units: Int, isConditional: Bool) {
    self.isConditional = isConditional
    register.apply(.set(units, time: .min), at: "stock")
  }

  func left(at site: ReplicaID) -> Int { register.value ?? 0 }

  mutating func sell(seen: Int, at time: Int, by site: ReplicaID) -> Bool {
    // Where the condition fails the site looks again, so that in the end its own number counts.
    let base = isConditional ? left(at: site) : seen
    guard base > 0 else { return false }
    register.apply(.set(base - 1, time: nextTime(after: time, by: site)), at: site)
    return true
  }

  /// A site orders its own writes, even those of one millisecond.
  private func nextTime(after time: Int, by site: ReplicaID) -> Int {
    guard let last = register.write, last.replica == site else { return time }
    return max(time, last.time + 1)
  }

  mutating func merge(_ other: WrittenStock) { register.merge(other.register) }
}

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

/// Stock that is sold without a look at it.
struct PromisedStock: ProductStock {
  func left(at site: ReplicaID) -> Int { .max }
  mutating func sell(seen: Int, at time: Int, by site: ReplicaID) -> Bool { true }
  mutating func merge(_ other: PromisedStock) {}
}
