import GeoModel

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
