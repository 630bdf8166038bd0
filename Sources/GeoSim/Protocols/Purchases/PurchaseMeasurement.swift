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

/// A rush that was played: who wanted something, and who was told what.
public struct PurchaseRecord: Equatable, Sendable {
  /// What a buyer is told.
  public struct Answer: Equatable, Sendable {
    public let purchase: Purchase
    public let isSold: Bool
    /// Since the beginning of the rush.
    public let time: Duration
  }

  public let rush: PurchaseRush
  /// In the order of time.
  public let purchases: [Purchase]
  /// In the order of time. An answer that is lost on its way is there, for it is found when the
  /// buyer looks again: a sale is a sale.
  public internal(set) var answers: [Answer] = []
  private let places: Int

  init(_ rush: PurchaseRush, purchases: [Purchase], places: Int) {
    self.rush = rush
    self.purchases = purchases
    self.places = places
  }

  public var measurement: PurchaseMeasurement {
    let sales = answers.filter(\.isSold)
    var result = PurchaseMeasurement()
    result.purchases = purchases.count
    result.sold = sales.count
    result.refused = answers.count - sales.count
    let wanted = counts(of: purchases)
    for (product, sold) in counts(of: sales.map(\.purchase)).enumerated() {
      result.oversold += max(0, sold - rush.units)
      result.missed += min(wanted[product] - sold, max(0, rush.units - sold))
    }
    result.latencies = latencies(of: sales)
    return result
  }

  /// When a unit was sold for the first time that there never was; `nil` where none was.
  public var firstOversale: Duration? {
    var sold = Array(repeating: 0, count: rush.products)
    return answers.first { answer in
      guard answer.isSold else { return false }
      sold[answer.purchase.product] += 1
      return sold[answer.purchase.product] > rush.units
    }?.time
  }

  /// By product.
  private func counts(of purchases: [Purchase]) -> [Int] {
    purchases.reduce(into: Array(repeating: 0, count: rush.products)) { $0[$1.product] += 1 }
  }

  private func latencies(of sales: [Answer]) -> [Distribution?] {
    var latencies: [[Double]] = Array(repeating: [], count: places)
    for sale in sales {
      latencies[sale.purchase.place].append((sale.time - sale.purchase.time).milliseconds)
    }
    return latencies.map { Distribution($0) }
  }
}
