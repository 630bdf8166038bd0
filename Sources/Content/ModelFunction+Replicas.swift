import GeoModel

/// Replicas that were changed apart: numbers and texts that come from running them.
extension ModelFunction {
  func replicaValue(of operands: Operands) throws(ExpressionError) -> Quantity {
    switch self {
    case .valueAfter: return try operands.scripts[0].namedValue()
    case .oversold, .escrowOversold: return .count(try oversold(operands))
    case .stateBytes: return .count(try deltaBytes(operands).whole)
    case .deltaBytes: return .count(try deltaBytes(operands).delta)
    case .diverging: return .count(try triples(operands).count { !$0.converge })
    default: return .count(try triples(operands).count)
    }
  }

  private static let mostUnits = 1000
  private static let mostRegions = 20
  private static let mostItems = 1000
  private static let mostScalars = 6

  private func oversold(_ operands: Operands) throws(ExpressionError) -> Int {
    let (stock, regions) = (operands.counts[0], operands.counts[1])
    try require(stock, "units", Self.mostUnits)
    try require(regions, "regions", Self.mostRegions)
    return self == .oversold
      ? -stockLeft(afterSelling: stock, in: regions)
      : -stockLeft(byEscrowAfterSelling: stock, in: regions)
  }

  private func deltaBytes(_ operands: Operands) throws(ExpressionError) -> DeltaBytes {
    try require(operands.counts[0], "items", Self.mostItems)
    return DeltaBytes(items: operands.counts[0])
  }

  private func triples(_ operands: Operands) throws(ExpressionError) -> [TransformationPaths] {
    let text = Array(operands.texts[0].unicodeScalars)
    try require(text.count, "characters", Self.mostScalars)
    return TransformationPaths.all(on: text, inserting: [("A", "x"), ("B", "y"), ("C", "z")])
  }

  private func require(
    _ count: Int, _ noun: String, _ most: Int
  ) throws(ExpressionError) {
    guard count <= most else {
      throw ExpressionError(message: "\(count) \(noun); there must be 1 to \(most)")
    }
  }
}

/// What a PN-counter of a stock says in the end, when every region has sold for as long as its own
/// replica said that something was left, and none has heard of the others.
private func stockLeft(afterSelling stock: Int, in regions: Int) -> Int {
  var start = PNCounter()
  start.apply(.increment(by: stock), at: "supplier")
  var merged = start
  for region in 1...regions {
    var shop = start
    while shop.value > 0 { shop.apply(.decrement(), at: ReplicaID("region \(region)")) }
    merged.merge(shop)
  }
  return merged.value
}

/// The same where every region holds its share of the stock, and sells until it holds no more.
private func stockLeft(byEscrowAfterSelling stock: Int, in regions: Int) -> Int {
  let names = (1...regions).map { ReplicaID("region \($0)") }
  let start = BoundedCounter(
    stock: SortedMap(
      names.enumerated().map { index, name in
        (name, stock / regions + (index < stock % regions ? 1 : 0))
      }))
  var merged = start
  for name in names {
    var shop = start
    while (try? shop.apply(.decrement(), at: name)) != nil {}
    merged.merge(shop)
  }
  return merged.value
}
