/// Exponential and logarithm from the four basic operations alone.
///
/// IEEE 754 fixes the last bit of those, but not of `exp` and `log`, which differ between C
/// libraries. A run that must be the same on every machine draws its distributions from these.
public enum Arithmetic {
  /// ln 2.
  private static let naturalLogOf2 = 0.693147180559945309417232121458

  /// e to the power of `x`, with a relative error below 1e-14 for |x| < 700.
  public static func exp(_ x: Double) -> Double {
    let halvings = (x / naturalLogOf2).rounded()
    let rest = x - halvings * naturalLogOf2
    var term = 1.0
    var sum = 1.0
    for n in 1...18 {
      term *= rest / Double(n)
      sum += term
    }
    return Double(sign: .plus, exponent: Int(halvings), significand: sum)
  }

  /// The natural logarithm of a positive number, with an absolute error below 1e-14 near 1.
  public static func log(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite, "only positive numbers have a logarithm")
    // x = significand · 2^exponent with a significand near 1, where the series converges fast.
    let isAboveRoot2 = x.significand > 1.4142135623730951
    let significand = isAboveRoot2 ? x.significand / 2 : x.significand
    let exponent = Double(x.exponent) + (isAboveRoot2 ? 1 : 0)
    let ratio = (significand - 1) / (significand + 1)
    var power = ratio
    var sum = 0.0
    for n in stride(from: 1.0, through: 27, by: 2) {
      sum += power / n
      power *= ratio * ratio
    }
    return 2 * sum + exponent * naturalLogOf2
  }

  /// The value below which a standard normal variable stays with probability `p`, 0 < p < 1.
  ///
  /// The rational approximation of Acklam (2003), with a relative error below 1.2e-9.
  public static func normalQuantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "a probability of a quantile lies between 0 and 1")
    if p > 0.5 { return -normalQuantile(1 - p) }
    if p < 0.02425 {
      let q = (-2 * log(p)).squareRoot()
      return polynomial(tailNumerator, at: q) / (polynomial(tailDenominator, at: q) * q + 1)
    }
    let q = p - 0.5
    let r = q * q
    return polynomial(centreNumerator, at: r) * q / (polynomial(centreDenominator, at: r) * r + 1)
  }

  private static func polynomial(_ coefficients: [Double], at x: Double) -> Double {
    coefficients.reduce(0) { $0 * x + $1 }
  }

  private static let centreNumerator = [
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
    -3.066479806614716e+01, 2.506628277459239e+00,
  ]
  private static let centreDenominator = [
    -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
    -1.328068155288572e+01,
  ]
  private static let tailNumerator = [
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00,
    4.374664141464968e+00, 2.938163982698783e+00,
  ]
  private static let tailDenominator = [
    7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00,
  ]
}
