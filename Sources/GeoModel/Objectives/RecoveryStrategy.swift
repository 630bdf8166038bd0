/// How much of a second site is there before it is needed, least first.
///
/// The names are those of Eliot, "Disaster recovery (DR) architecture on AWS, part I", AWS
/// Architecture Blog, 2021, with the hot standby between the last two.
public enum RecoveryStrategy: String, CaseIterable, Sendable {
  /// Only copies of the data.
  case backupRestore = "backup-restore"
  /// The data are replicated; servers exist as a plan.
  case pilotLight = "pilot-light"
  /// The data are replicated; a small service runs.
  case warmStandby = "warm-standby"
  /// The data are replicated; a service of full size runs and waits.
  case hotStandby = "hot-standby"
  /// Every site serves, and is large enough to carry what a lost one served.
  case activeActive = "active-active"

  /// How long recovery takes once a region is lost, detection included.
  ///
  /// The orders of magnitude are those of the source above. How much is lost is another matter:
  /// it depends on how the data travel, not on how many servers wait.
  public var recoveryTime: ClosedRange<Duration> {
    switch self {
    case .backupRestore: .seconds(3600) ... .seconds(86_400)
    case .pilotLight: .seconds(600) ... .seconds(3600)
    case .warmStandby: .seconds(60) ... .seconds(600)
    case .hotStandby: .seconds(30) ... .seconds(180)
    case .activeActive: .zero ... .seconds(60)
    }
  }

  /// Whether the data are copied as they are written, so that the loss is the lag of replication
  /// and not the age of a backup.
  public var replicatesData: Bool { self != .backupRestore }

  /// What the strategy costs beyond a single site, as a share of that site's cost.
  ///
  /// - Parameter sites: how many serve in active-active, at least 2; the others have two.
  public func extraCost(
    assuming assumptions: SiteCostAssumptions = .typical, sites: Int = 2
  ) -> Double {
    precondition(sites > 1, "one site has nowhere to recover to")
    let data = assumptions.data
    let compute = 1 - data
    switch self {
    case .backupRestore: return data * assumptions.backup
    case .pilotLight: return data
    case .warmStandby: return data + compute * assumptions.warm
    case .hotStandby: return 1
    case .activeActive:
      // Every site has all data, and its share of the load of a site that is lost.
      let count = Double(sites)
      return count * data + compute * count / (count - 1) - 1
    }
  }

  /// From the lean assumptions to the ample ones.
  public var costBand: ClosedRange<Double> {
    extraCost(assuming: .lean)...extraCost(assuming: .ample)
  }
}

/// What the cost of a second site is made of: shares, and no prices.
///
/// They are round figures assumed for teaching, not measurements. What follows from all of them
/// is the order of the strategies, and that full size is what costs.
public struct SiteCostAssumptions: Equatable, Sendable {
  /// Which share of a site's cost is its data, running: storage and database.
  public var data: Double
  /// How large the servers of a warm standby are, as a share of full size.
  public var warm: Double
  /// What a copy in cheap storage costs, as a share of the same data running.
  public var backup: Double

  public init(data: Double, warm: Double, backup: Double) {
    self.data = data
    self.warm = warm
    self.backup = backup
  }

  public static let lean = SiteCostAssumptions(data: 0.2, warm: 0.1, backup: 0.05)
  public static let typical = SiteCostAssumptions(data: 0.4, warm: 0.25, backup: 0.1)
  public static let ample = SiteCostAssumptions(data: 0.6, warm: 0.5, backup: 0.2)
}
