import GeoModel
import GeoSim

/// A belief that makes a design fail, as something that can be seen in the design itself.
enum ServiceMisconception: String, Sendable {
  /// A copy that is made afterwards loses nothing.
  case asynchronousLosesNothing = "asynchronous-loses-nothing"
  /// A copy from time to time loses nothing.
  case snapshotsLoseNothing = "snapshots-lose-nothing"
  /// Two regions can decide which of them is dead.
  case twoRegionsDecide = "two-regions-decide"
  /// A standby that every write waits for costs no availability.
  case onlyStandbyIsSpare = "only-standby-is-spare"
  /// An even number of voters survives more than the odd number below it.
  case evenVoters = "even-voters"
  /// Clients follow a change of name at once.
  case nameIsFollowedAtOnce = "name-is-followed-at-once"
  /// Detection is no part of the recovery time.
  case detectionIsFree = "detection-is-free"
  /// A person decides within seconds.
  case personIsFast = "person-is-fast"
  /// A primary that is replaced stops by itself.
  case oldPrimaryStops = "old-primary-stops"
  /// Every primary knows when its lease is over.
  case leaseIsEnough = "lease-is-enough"
  /// Counters that converge keep a limit.
  case convergenceKeepsLimits = "convergence-keeps-limits"
  /// The last write knows all others.
  case lastWriteKnowsAll = "last-write-knows-all"
  /// A condition holds everywhere, though it is looked at in one region.
  case conditionHoldsEverywhere = "condition-holds-everywhere"
  /// More rights than units can be given out.
  case rightsExceedStock = "rights-exceed-stock"
  /// An apology prevents overselling.
  case apologyPrevents = "apology-prevents"
}

extension ServiceMisconception {
  /// What a service believes that fails a requirement; `nil` where nothing known explains it.
  init?(
    behind measure: RecoveryMeasure, of service: Service, in measurement: ServiceMeasurement
  ) {
    let found: ServiceMisconception? =
      switch measure {
      case .lossAtMost: Self.behindLoss(service)
      case .recoveryWithin: Self.behindOutage(service, measurement)
      case .noSplitBrain: Self.behindSplitBrain(service)
      }
    guard let found else { return nil }
    self = found
  }

  private static func behindLoss(_ service: Service) -> ServiceMisconception? {
    switch service.copies {
    case .standbys(_, _, .asynchronous), .standbys(_, _, .semiSynchronous), .active:
      .asynchronousLosesNothing
    case .snapshots: .snapshotsLoseNothing
    case .standbys(_, _, .synchronous), .standbys(_, _, .anyOf), .standbys(_, _, .all), .consensus:
      nil
    }
  }

  private static func behindSplitBrain(_ service: Service) -> ServiceMisconception? {
    guard case .standbys = service.copies, !service.fencesOldPrimary else { return nil }
    return service.lease == nil ? .oldPrimaryStops : .leaseIsEnough
  }

  private static func behindOutage(
    _ service: Service, _ measurement: ServiceMeasurement
  ) -> ServiceMisconception? {
    let trouble = measurement.trouble
    let strikesPrimary =
      trouble == .pausesPrimary || trouble.lostRegions.contains(service.primary)
    if case .manual = service.promotion, !service.isGroup, strikesPrimary, measurement.rto != nil {
      return .personIsFast
    }
    if measurement.rto.map({ $0 >= Trouble.isolation }) ?? true {
      return behindEndlessOutage(service, trouble)
    }
    if case .dns = service.routing { return .nameIsFollowedAtOnce }
    return .detectionIsFree
  }

  /// What ends only when the region comes back has nobody left who may decide.
  private static func behindEndlessOutage(
    _ service: Service, _ trouble: Trouble
  ) -> ServiceMisconception? {
    switch service.copies {
    case .consensus(let voters, let witness, _):
      let count = voters.count + (witness == nil ? 0 : 1)
      return count.isMultiple(of: 2) ? .evenVoters : nil
    case .standbys(let primary, let standbys, let replication):
      let outside = service.observers.filter { ![primary, standbys[0]].contains($0) }
      let isOnlyWaitedFor = replication.isStuck(
        without: trouble.lostRegions.filter(standbys.contains).count, of: standbys)
      if isOnlyWaitedFor, !trouble.lostRegions.contains(primary) { return .onlyStandbyIsSpare }
      return outside.isEmpty ? .twoRegionsDecide : nil
    case .active, .snapshots: return nil
    }
  }

  /// What an inventory believes that sells units that are not there.
  init?(behind inventory: Inventory) {
    switch inventory.method {
    case .oversell: self = .apologyPrevents
    case .pnCounter: self = .convergenceKeepsLimits
    case .lastWriterWins: self = .lastWriteKnowsAll
    case .escrow:
      guard inventory.rights.reduce(0, +) > 1 else { return nil }
      self = .rightsExceedStock
    case .conditionalWrite, .homeRegion, .consensus: self = .conditionHoldsEverywhere
    }
  }
}

extension Service {
  var isGroup: Bool { if case .consensus = copies { true } else { false } }
}

extension FailoverScenario.Replication {
  /// Whether a primary waits without end while so many of its standbys are lost.
  fileprivate func isStuck(without lost: Int, of standbys: [RegionID]) -> Bool {
    switch self {
    case .asynchronous, .semiSynchronous: false
    case .synchronous, .all: lost > 0
    case .anyOf(let count): standbys.count - lost < count
    }
  }
}
