import GeoModel

/// Numbers of multi-region databases.
extension ModelFunction {
  func placementValue(
    of operands: Operands, in topology: Topology
  ) throws(ExpressionError) -> Quantity {
    var timestamps = ClosedTimestamps()
    if let offset = operands.times.first { timestamps.maxOffset = offset }
    switch self {
    case .globalLead: return .duration(timestamps.lead)
    case .followerStaleness: return .duration(timestamps.exactStaleness)
    case .freshest:
      let way = topology.oneWay(from: operands.regions[0], to: operands.regions[1])
      return .duration(timestamps.freshest(delay: way))
    case .globalWrite:
      var table = try place(.global, .zone, operands, in: topology)
      table.timestamps = timestamps
      return try write(to: table, operands, in: topology)
    default: return try regionalValue(of: operands, in: topology)
    }
  }

  /// The home is the first region of these patterns, but after the client where there is one.
  private func regionalValue(
    of operands: Operands, in topology: Topology
  ) throws(ExpressionError) -> Quantity {
    let home =
      self == .placedWrite || self == .writeAfter ? operands.regions[1] : operands.regions[0]
    let table = try place(.regionalByTable(in: home), operands.goals[0], operands, in: topology)
    let placement = table.placement
    switch self {
    case .placed: return .regions(placement.voters.map(\.region))
    case .copied: return .regions(placement.nonVoters.map(\.region))
    case .votersLeft: return .count(placement.votersLeft(losing: lost(operands)).count)
    case .writeAfter: return try write(to: table, operands, losing: lost(operands), in: topology)
    default: return try write(to: table, operands, in: topology)
    }
  }

  /// The last single region.
  private func lost(_ operands: Operands) -> [FailureDomain] {
    [.region(operands.regions[operands.regions.count - 1])]
  }

  private func place(
    _ locality: TableLocality, _ goal: SurvivalGoal, _ operands: Operands, in topology: Topology
  ) throws(ExpressionError) -> PlacedTable {
    do throws(MultiRegionError) {
      return try MultiRegionDatabase(regions: operands.voters, surviving: goal)
        .place(locality, in: topology)
    } catch {
      throw ExpressionError(message: error.description)
    }
  }

  private func write(
    to table: PlacedTable, _ operands: Operands, losing lost: [FailureDomain] = [],
    in topology: Topology
  ) throws(ExpressionError) -> Quantity {
    let write = table.write(from: operands.regions[0], in: topology, losing: lost)
    guard let write else {
      throw ExpressionError(
        message: "without \(lost.map(\.name).joined()) no quorum is left, so nobody writes")
    }
    return .duration(write)
  }
}
