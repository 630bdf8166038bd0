/// A round trip between two regions as its source gives it.
public struct RoundTrip: Equatable, Sendable {
  public var from: RegionID
  public var to: RegionID
  /// As measured from `from`.
  public var there: Duration
  /// As measured from `to`, where the source has both.
  public var back: Duration?

  public init(from: RegionID, to: RegionID, there: Duration, back: Duration? = nil) {
    self.from = from
    self.to = to
    self.there = there
    self.back = back
  }
}

/// The one-way delay of every directed link: row i, column j holds the delay from region i to j.
///
/// A table of round trips knows only the sum of two ways. Half of the round trip measured from i
/// is taken as the way from i to j, half of the one measured from j as the way back; a round
/// trip is then the same from either end: the mean of the two measurements.
public struct LatencyMatrix: Equatable, Sendable {
  private let count: Int
  private var delays: [Duration]
  private var estimated: [Bool]

  /// All delays zero and all estimated.
  init(count: Int) {
    self.count = count
    delays = Array(repeating: .zero, count: count * count)
    estimated = Array(repeating: true, count: count * count)
  }

  /// The delay from row `i` to column `j`.
  public func oneWay(_ i: Int, _ j: Int) -> Duration { delays[i * count + j] }

  /// From row `i` to column `j` and back.
  public func roundTrip(_ i: Int, _ j: Int) -> Duration { oneWay(i, j) + oneWay(j, i) }

  /// Whether nobody has measured the pair.
  public func isEstimate(_ i: Int, _ j: Int) -> Bool { estimated[i * count + j] }

  /// Sets both ways between two regions.
  mutating func set(_ i: Int, _ j: Int, there: Duration, back: Duration, isEstimate: Bool) {
    delays[i * count + j] = there / 2
    delays[j * count + i] = back / 2
    estimated[i * count + j] = isEstimate
    estimated[j * count + i] = isEstimate
  }
}
