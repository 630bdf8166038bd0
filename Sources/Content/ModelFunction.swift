import GeoModel

/// What a number in prose may be; the raw value is how it is written.
///
/// Words in capitals stand for what the author puts there; ``PatternReader`` reads them.
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
  case majority = "majority of VOTERS"
  case faultTolerance = "fault-tolerance of VOTERS"
  case local = "local"
  case access = "access"
  case downtime = "downtime at SHARE"
  case incidents = "incidents of TIME at SHARE"
  case rto = "rto for COUNT incidents at SHARE"
  case left = "left after COUNT of TIME at SHARE"
  case series = "series SHARES"
  case parallel = "parallel SHARES"
  case available = "available COUNT of COUNT at SHARE"
  case pair = "pair at SHARE sharing SHARE"
  case pairDowntime = "pair-downtime at SHARE sharing SHARE"
  case failoverPair = "failover-pair fails COUNT covers SHARE rto TIME repair TIME"
  case detection = "detection every TIME misses COUNT timeout TIME"
  case earliestDetection = "earliest-detection every TIME misses COUNT timeout TIME"
  case latestDetection = "latest-detection every TIME misses COUNT timeout TIME"
  case falseFailover = "false-failover every TIME misses COUNT loss SHARE"
  case agreement = "agreement COUNT of COUNT loss SHARE"
  case backupLoss = "backup-loss every TIME taking TIME"
  case meanBackupLoss = "mean-backup-loss every TIME taking TIME"
  case drain = "drain after TIME writing COUNT applying COUNT"
  case cost = "cost of STRATEGY"
  case recovery = "recovery by STRATEGY"
  case valueAfter = "value of TYPE after HISTORY"
  case oversold = "oversold COUNT in COUNT regions"
  case escrowOversold = "escrow-oversold COUNT in COUNT regions"
  case stateBytes = "state-bytes of COUNT items"
  case deltaBytes = "delta-bytes of COUNT items"
  case diverging = "diverging of TEXT"
  case triples = "triples of TEXT"
  case lawOf = "law-of REGION"
  case leftBy = "left-by TRANSFORM"
  case goneFrom = "gone-from ENGINE"
  case goneByAge = "gone-by-age ENGINE keeping TIME"
  case safeAbsence = "safe-absence grace TIME repair TIME"
  case comeback = "comeback grace TIME repair TIME away TIME"
  case lastCopy = "last-copy of DESIGN"
  case lastCopyWithKeys = "last-copy-with-keys of DESIGN"
  case placed = "placed GOAL at REGION of REGIONS"
  case copied = "copied GOAL at REGION of REGIONS"
  case placedWrite = "placed-write GOAL from REGION at REGION of REGIONS"
  case votersLeft = "voters-left GOAL at REGION losing REGION of REGIONS"
  case writeAfter = "write-after GOAL from REGION at REGION losing REGION of REGIONS"
  case globalLead = "global-lead offset TIME"
  case globalWrite = "global-write from REGION offset TIME of REGIONS"
  case followerStaleness = "follower-staleness"
  case freshest = "freshest REGION to REGION"
  case survivors = "survivors of COUNT each every TIME apart TIME lag TIME"
  case tableCost = "table-cost in COUNT regions writes SHARE storage SHARE transfer SHARE"
  case strongTable = "strong-table of REGIONS"
  case tableJurisdictions = "jurisdictions of REGIONS"
  case userWrite = "user-write PATTERN from REGION home REGION of REGIONS"
  case userRead = "user-read from REGION of REGIONS"
  case sale = "sale from REGION of REGIONS"
  case visible = "visible REGION to REGION lag TIME"
  case missed =
    "missed PATTERN from REGION home REGION lag TIME at COUNT a minute of REGIONS"

  /// The first word, by which an author calls it.
  var name: String { String(rawValue.prefix { $0 != " " }) }
}

/// What stands in the places of a function's pattern, each kind in the order of the pattern.
struct Operands: Equatable, Sendable {
  var regions: [RegionID] = []
  /// The list of regions.
  var voters: [RegionID] = []
  var counts: [Int] = []
  var times: [Duration] = []
  var shares: [Double] = []
  var strategies: [RecoveryStrategy] = []
  var patterns: [DesignPattern] = []
  var texts: [String] = []
  var scripts: [CRDTScript] = []
  var engines: [Store.Engine] = []
  var designs: [Design] = []
  var transforms: [Flow.Transform] = []
  var goals: [SurvivalGoal] = []
}

extension ModelFunction {
  /// The value in a topology that has all the regions.
  ///
  /// - Throws: when the model has no answer for these operands.
  func value(of operands: Operands, in topology: Topology) throws(ExpressionError) -> Quantity {
    switch self {
    case .commit, .waitsFor, .write:
      try value(of: group(operands), operands, in: topology)
    case .light: .duration(Fibre.floor(kilometres: Double(operands.counts[0])))
    case .majority: .count(Quorum(voters: operands.counts[0]).majority)
    case .faultTolerance: .count(Quorum(voters: operands.counts[0]).faultTolerance)
    case .local: .duration(topology.local)
    case .access: .duration(topology.access)
    case .roundTrip, .oneWay, .floor, .distance, .stretch, .cold, .warm, .hotRow:
      try value(from: operands.regions[0], to: operands.regions[1], in: topology)
    case .downtime, .incidents, .rto, .left: budgetValue(of: operands)
    case .series, .parallel, .available, .pair, .pairDowntime: try availability(of: operands)
    case .detection, .earliestDetection, .latestDetection, .falseFailover, .agreement:
      try detectionValue(of: operands)
    case .failoverPair, .backupLoss, .meanBackupLoss, .drain, .cost, .recovery:
      try recoveryValue(of: operands)
    case .valueAfter, .oversold, .escrowOversold, .stateBytes, .deltaBytes, .diverging, .triples:
      try replicaValue(of: operands)
    case .lawOf: .contents(topology.region(operands.regions[0])?.jurisdiction ?? "")
    case .leftBy, .goneFrom, .goneByAge, .safeAbsence, .comeback, .lastCopy, .lastCopyWithKeys:
      try erasureValue(of: operands)
    case .placed, .copied, .placedWrite, .votersLeft, .writeAfter, .globalLead, .globalWrite,
      .followerStaleness, .freshest:
      try placementValue(of: operands, in: topology)
    case .survivors, .tableCost, .strongTable, .tableJurisdictions:
      try globalTableValue(of: operands, in: topology)
    case .userWrite, .userRead, .sale, .visible, .missed: patternValue(of: operands, in: topology)
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
