import GeoModel

/// Users and regions: what the design patterns make of the delays between them.
extension ModelFunction {
  func patternValue(of operands: Operands, in topology: Topology) -> Quantity {
    switch self {
    case .visible:
      let way = topology.way(from: operands.regions[0], to: operands.regions[1])
      return .duration(way + operands.times[0])
    case .missed:
      let expectation = expectation(of: operands, in: topology)
      return .share(expectation.brokenReadYourWrites(at: 0, home: 1))
    default: return .duration(wait(of: operands, in: topology))
    }
  }

  private func wait(of operands: Operands, in topology: Topology) -> Duration {
    let expectation = expectation(of: operands, in: topology)
    switch self {
    case .userWrite: return expectation.write(from: 0, home: 1)
    case .sale:
      guard let sale = expectation.sale(from: 0) else {
        preconditionFailure("in the tiered pattern a group sells")
      }
      return sale
    default: return expectation.read(from: 0)
    }
  }

  /// Of a workload with one user: the first region is where he is, the second where he lives; he
  /// does nothing but change his profile, so many times a minute.
  private func expectation(
    of operands: Operands, in topology: Topology
  ) -> PatternExpectation {
    var workload = Workload(
      topology: topology, regions: operands.voters,
      clients: operands.regions.map { Workload.Clients(region: $0, users: 1) })
    workload.requestsPerSecond = Double(operands.counts.first ?? 0) / 60
    workload.readShare = 0
    workload.mix = Workload.Mix(counter: 0, set: 0, stock: 0)
    workload.lag = operands.times.first ?? .zero
    return PatternExpectation(workload, (operands.patterns.first ?? .tiered).deployment)
  }
}
