import GeoModel

/// How the time that a message takes varies around its median.
///
/// The factor is looked up in a table of quantiles that is computed once, from basic operations
/// alone: a draw costs one multiplication and is the same on every machine.
public struct Jitter: Sendable {
  /// Factors in parts of 2²⁰, by quantile; empty where nothing varies.
  @usableFromInline let factors: [Int64]

  private init(factors: [Int64]) {
    self.factors = factors
  }

  /// Every message takes its median.
  public static let none = Jitter(factors: [])

  /// The delay is lognormal: its logarithm has the standard deviation `sigma`.
  ///
  /// Tails beyond the 4096th part of all draws are cut off.
  public static func lognormal(sigma: Double) -> Jitter {
    let count = 4096
    return Jitter(
      factors: (0..<count).map { index in
        let quantile = Arithmetic.normalQuantile((Double(index) + 0.5) / Double(count))
        return Int64((Arithmetic.exp(sigma * quantile) * 0x1p20).rounded())
      })
  }

  /// A delay around a median.
  @inlinable func draw(around median: Int64, with dice: inout SplitMix64) -> Int64 {
    guard !factors.isEmpty else { return median }
    // The top 12 bits choose one of 4096 factors.
    let factor = factors[Int(dice.next() >> 52)]
    let (high, low) = median.multipliedFullWidth(by: factor)
    return high << 44 | Int64(low >> 20)
  }
}
