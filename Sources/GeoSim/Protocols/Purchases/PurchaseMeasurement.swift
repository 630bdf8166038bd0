import GeoModel

/// What became of a rush.
public struct PurchaseMeasurement: Equatable, Sendable {
  public internal(set) var purchases = 0
  /// Buyers who were sold a unit.
  public internal(set) var sold = 0
  /// Buyers who were told that nothing is left.
  public internal(set) var refused = 0
  /// Units sold that there never were.
  public internal(set) var oversold = 0
  /// Units that lie there still although somebody wanted one in vain: what caution costs.
  public internal(set) var missed = 0
  /// By place, in milliseconds: what buyers waited for who got a unit.
  public internal(set) var latencies: [Distribution?] = []

  /// Buyers who could reach nobody that can decide.
  public var unanswered: Int { purchases - sold - refused }
}

/// Measures a rush while it goes on.
struct PurchaseTally: Sendable {
  private let rush: PurchaseRush
  /// By product.
  private var wanted: [Int]
  private var sold: [Int]
  private var measurement = PurchaseMeasurement()
  /// By place, in milliseconds.
  private var latencies: [[Double]]

  init(_ rush: PurchaseRush, places: Int) {
    self.rush = rush
    wanted = Array(repeating: 0, count: rush.products)
    sold = wanted
    latencies = Array(repeating: [], count: places)
  }

  mutating func want(_ purchase: Purchase) {
    wanted[purchase.product] += 1
    measurement.purchases += 1
  }

  /// An answer that is lost on its way is found when the buyer looks again: a sale is a sale.
  mutating func answer(_ purchase: Purchase, isSold: Bool, at time: Instant) {
    guard isSold else {
      measurement.refused += 1
      return
    }
    measurement.sold += 1
    sold[purchase.product] += 1
    latencies[purchase.place].append((time.sinceStart - purchase.time).milliseconds)
  }

  func finished() -> PurchaseMeasurement {
    var result = measurement
    for product in sold.indices {
      result.oversold += max(0, sold[product] - rush.units)
      let inVain = wanted[product] - sold[product]
      result.missed += min(inVain, max(0, rush.units - sold[product]))
    }
    result.latencies = latencies.map { Distribution($0) }
    return result
  }
}
