import GeoModel

/// What a number in prose may be; the raw value is how it is written.
///
/// REGION, REGIONS, NUMBER and KILOMETRES stand for what the author puts there.
package enum ModelFunction: String, CaseIterable, Sendable {
  case commit = "commit REGION of REGIONS"
  case waitsFor = "waits-for REGION of REGIONS"
  case write = "write from REGION led by REGION of REGIONS"
  case roundTrip = "round-trip REGION to REGION"
  case oneWay = "one-way REGION to REGION"
  case floor = "floor REGION to REGION"
  case distance = "distance REGION to REGION"
  case stretch = "stretch REGION to REGION"
  case cold = "cold REGION to REGION"
  case warm = "warm REGION to REGION"
  case hotRow = "hot-row REGION to REGION"
  case light = "light over KILOMETRES"
  case majority = "majority of NUMBER"
  case faultTolerance = "fault-tolerance of NUMBER"
  case local = "local"
  case access = "access"

  /// The first word, by which an author calls it.
  var name: String { String(rawValue.prefix { $0 != " " }) }
}

/// What stands in the places of a function's pattern.
struct Operands: Equatable, Sendable {
  /// The single regions, in the order of the pattern.
  var regions: [RegionID] = []
  /// The list of regions.
  var voters: [RegionID] = []
  var number = 0
}

extension ModelFunction {
  /// The value in a topology that has all the regions.
  ///
  /// - Throws: when the model has no answer for these operands.
  func value(of operands: Operands, in topology: Topology) throws(ExpressionError) -> Quantity {
    switch self {
    case .commit, .waitsFor, .write:
      try value(of: group(operands), operands, in: topology)
    case .light: .duration(Fibre.floor(kilometres: Double(operands.number)))
    case .majority: .count(Quorum(voters: operands.number).majority)
    case .faultTolerance: .count(Quorum(voters: operands.number).faultTolerance)
    case .local: .duration(topology.local)
    case .access: .duration(topology.access)
    case .roundTrip, .oneWay, .floor, .distance, .stretch, .cold, .warm, .hotRow:
      try value(from: operands.regions[0], to: operands.regions[1], in: topology)
    }
  }

  /// The leader is the last single region of every pattern that has voters.
  private func group(_ operands: Operands) throws(ExpressionError) -> ReplicaGroup {
    do throws(GroupError) {
      return try ReplicaGroup(
        leader: operands.regions[operands.regions.count - 1], voters: operands.voters)
    } catch {
      throw ExpressionError(message: error.description)
    }
  }

  private func value(
    of group: ReplicaGroup, _ operands: Operands, in topology: Topology
  ) throws(ExpressionError) -> Quantity {
    guard let commit = group.commit(in: topology),
      let write = group.write(from: operands.regions[0], in: topology)
    else { throw ExpressionError(message: "these voters cannot commit") }
    return switch self {
    case .waitsFor: .regions(commit.waitsFor)
    case .write: .duration(write)
    default: .duration(commit.latency)
    }
  }

  private func value(
    from a: RegionID, to b: RegionID, in topology: Topology
  ) throws(ExpressionError) -> Quantity {
    let roundTrip = topology.roundTrip(a, b)
    switch self {
    case .oneWay: return .duration(topology.oneWay(from: a, to: b))
    case .floor: return .duration(topology.floor(a, b))
    case .distance: return .distance(kilometres: topology.distanceKilometres(a, b))
    case .cold: return .duration(Connection.tls13.cost(over: roundTrip))
    case .warm: return .duration(Connection.warm.cost(over: roundTrip))
    case .hotRow: return .rate(perSecond: contendedWritesPerSecond(commit: roundTrip))
    case .stretch:
      guard let stretch = topology.stretch(a, b) else {
        throw ExpressionError(message: "\(a) and \(b) are in one place; stretch needs a distance")
      }
      return .ratio(stretch)
    default: return .duration(roundTrip)
    }
  }
}
