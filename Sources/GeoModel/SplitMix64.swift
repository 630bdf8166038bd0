/// The one source of chance: a seed in, the same numbers out, on every machine.
///
/// The generator of Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014. Distributions are drawn here rather than by the standard library, whose
/// algorithms may change from release to release.
public struct SplitMix64: Equatable, Sendable {
  @usableFromInline var state: UInt64

  @inlinable public init(seed: UInt64) {
    state = seed
  }

  /// 64 random bits.
  @inlinable public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// An integer of a range, each equally likely up to one part in 2⁶⁴ of its size.
  public mutating func integer(in range: ClosedRange<Int>) -> Int {
    let count = UInt64(range.upperBound - range.lowerBound) + 1
    return range.lowerBound + Int(next().multipliedFullWidth(by: count).high)
  }

  /// A number from 0 up to, but not including, 1.
  @inlinable public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Whether something with the given chance, 0 to 1, happens.
  public mutating func happens(_ chance: Double) -> Bool { unit() < chance }

  /// An exponentially distributed number with the mean 1.
  ///
  /// Algorithm S of Knuth, "The art of computer programming", volume 2, section 3.4.1: exact, and
  /// without a logarithm.
  @inlinable public mutating func exponential() -> Double {
    let naturalLogOf2 = 0.693147180559945309417232121458
    let halvings = Double(next().leadingZeroBitCount)
    let rest = unit()
    if rest < naturalLogOf2 { return halvings * naturalLogOf2 + rest }
    // The least of so many numbers as terms of e^ln 2 - 1 are needed to exceed the rest.
    var least = unit()
    var term = naturalLogOf2
    var sum = term
    for count in 2...20 where sum <= rest {
      least = min(least, unit())
      term *= naturalLogOf2 / Double(count)
      sum += term
    }
    return (halvings + least) * naturalLogOf2
  }

  /// A waiting time until the next of events that come independently, `mean` apart on average.
  public mutating func exponential(mean: Duration) -> Duration {
    .milliseconds(rounding: exponential() * mean.milliseconds)
  }

  /// A duration from 0 up to a limit, each equally likely.
  public mutating func uniform(upTo limit: Duration) -> Duration {
    .milliseconds(rounding: unit() * limit.milliseconds)
  }
}
