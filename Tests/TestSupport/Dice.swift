import GeoModel

/// Chance that is the same everywhere for the same seed.
package struct Dice: RandomNumberGenerator {
  private var source: SplitMix64

  package init(seed: UInt64) {
    source = SplitMix64(seed: seed)
  }

  package mutating func next() -> UInt64 { source.next() }
}
