/// Numbers drawn by chance, summed up.
public struct Distribution: Equatable, Sendable {
  public let count: Int
  public let mean: Double
  /// The true mean is within so much of `mean` in 95 of 100 cases.
  public let margin: Double
  public let p50: Double
  public let p90: Double
  public let p99: Double
  public let maximum: Double

  /// - Returns: `nil` for no numbers.
  public init?(_ numbers: [Double]) {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    count = sorted.count
    let mean = sorted.reduce(0, +) / Double(sorted.count)
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    margin =
      sorted.count == 1
      ? .infinity
      : 1.959964 * (squares / Double(sorted.count - 1) / Double(sorted.count)).squareRoot()
    p50 = Self.quantile(0.5, of: sorted)
    p90 = Self.quantile(0.9, of: sorted)
    p99 = Self.quantile(0.99, of: sorted)
    maximum = sorted[sorted.count - 1]
  }

  /// The smallest number that is not exceeded by the given part of all.
  private static func quantile(_ part: Double, of sorted: [Double]) -> Double {
    let rank = (part * Double(sorted.count)).rounded(.up)
    return sorted[min(sorted.count - 1, max(0, Int(rank) - 1))]
  }
}
