import GeoModel

/// Numbers and verdicts about DynamoDB global tables.
extension ModelFunction {
  private static let mostIncrements = 1000

  func globalTableValue(
    of operands: Operands, in topology: Topology
  ) throws(ExpressionError) -> Quantity {
    switch self {
    case .tableCost: .ratio(try tableCost(operands).multiple)
    case .tableJurisdictions:
      .contents(topology.jurisdictions(of: operands.voters).joined(separator: ", "))
    case .strongTable: .contents(strongTable(operands.voters))
    default: .count(try survivors(operands).survivors)
    }
  }

  private func tableCost(_ operands: Operands) throws(ExpressionError) -> GlobalTableCost {
    let (writes, storage) = (operands.shares[0], operands.shares[1])
    guard writes + storage <= 1 else {
      throw ExpressionError(
        message: "writes and storage are \(Share(writes + storage).text) of a bill; "
          + "they must be 100 % at most")
    }
    return GlobalTableCost(
      regions: operands.counts[0], writes: writes, storage: storage,
      transfer: operands.shares[2])
  }

  private func survivors(_ operands: Operands) throws(ExpressionError) -> LastWriterCounter {
    guard operands.counts[0] <= Self.mostIncrements else {
      throw ExpressionError(
        message: "\(operands.counts[0]) increments; there must be 1 to \(Self.mostIncrements)")
    }
    return LastWriterCounter(
      increments: operands.counts[0], interval: operands.times[0], offset: operands.times[1],
      lag: operands.times[2])
  }

  /// `allowed`, or why AWS does not make a table with strong consistency there.
  private func strongTable(_ regions: [RegionID]) -> String {
    do {
      _ = try GlobalTable(mode: .strong, replicas: regions)
      return "allowed"
    } catch {
      return error.description
    }
  }
}
