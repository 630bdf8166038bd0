import GeoModel

extension FailoverScenario {
  /// Who probes.
  var watchers: [RegionID] { observers.isEmpty ? [coordinator] : observers }

  /// Where it is decided: with the first observer, or else with the first standby.
  public var coordinator: RegionID { observers.first ?? standbys.first ?? primary }

  /// How many observers must suspect the primary; no more than there are.
  var agreeing: Int { min(max(1, detector.agree), watchers.count) }

  /// How often something that may have been lost is said again, and a lease renewed.
  private var tick: Delay {
    Delay(min(.seconds(1), lease.map { $0 / 3 } ?? .seconds(1)))
  }

  /// The lease, stretched by how far clocks may run apart.
  var fenceWait: Duration? {
    lease.map { $0 + $0 * driftPartsPerMillion / 1_000_000 }
  }

  func databaseRules(_ databases: [NodeID]) -> Failover.Database.Rules {
    Failover.Database.Rules(
      waiting: waiting(databases), patience: semiSynchronousTimeout.map(Delay.init),
      flush: Delay(flush), shipping: shipPerSecond.map(Self.interval),
      replay: Self.interval(applyPerSecond), roleChange: Delay(roleChange),
      warmUp: Delay(warmUp), lease: lease.map(Delay.init), isFencing: fencesOldPrimary,
      tick: tick)
  }

  private static func interval(_ perSecond: Double) -> Delay {
    Delay(.milliseconds(rounding: 1000 / perSecond))
  }

  private func waiting(_ databases: [NodeID]) -> Failover.Database.Waiting {
    switch replication {
    case .asynchronous: .any(0)
    case .synchronous(let region):
      standbys.firstIndex(of: region).map { .named(databases[$0 + 1]) } ?? .any(0)
    case .anyOf(let count): .any(min(count, standbys.count))
    case .all: .any(standbys.count)
    case .semiSynchronous: .any(min(1, standbys.count))
    }
  }

  private var semiSynchronousTimeout: Duration? {
    if case .semiSynchronous(let timeout) = replication { timeout } else { nil }
  }

  func coordinatorRules(_ databases: [NodeID]) -> Failover.Coordinator.Rules {
    Failover.Coordinator.Rules(
      agree: agreeing, operatorDelay: operatorDelay.map(Delay.init),
      leaseWait: fenceWait.map(Delay.init), isFencing: fencesOldPrimary,
      patience: Delay(detector.timeout), needed: answersNeeded, named: named(databases),
      isRuleAFence: isRuleAFence, tick: tick)
  }

  private var operatorDelay: Duration? {
    if case .manual(let after) = promotion { after } else { nil }
  }

  private func named(_ databases: [NodeID]) -> NodeID? {
    if case .named(let node) = waiting(databases) { node } else { nil }
  }

  /// How many standbys must answer so that one of them has every acknowledged write.
  private var answersNeeded: Int {
    switch replication {
    case .asynchronous, .semiSynchronous, .all, .synchronous: 1
    case .anyOf(let count): standbys.count - min(count, standbys.count) + 1
    }
  }

  /// Whether so many answers also stop a primary that waits for standbys.
  var isRuleAFence: Bool {
    switch replication {
    case .asynchronous, .semiSynchronous: false
    case .synchronous, .all: true
    case .anyOf(let count): count > 0
    }
  }
}
