import Content
import GeoModel
import GeoSim

extension Arguments {
  /// The scenario that the arguments of `failover-timeline` and its relatives describe.
  mutating func failoverScenario(_ scene: SceneArguments) throws(Diagnostic) -> FailoverScenario {
    let topology = try topology(from: scene.atlas, default: scene.topology)
    let primary = try region("primary", of: topology)
    let standbys = try regions("standbys", of: topology)
    var scenario = FailoverScenario(
      topology: topology, primary: primary, standbys: standbys,
      observers: try regionsOrNone("observers", of: topology),
      clients: try regions("clients", of: topology))
    scenario.replication = try replication(standbys)
    scenario.writesPerSecond = try decimal("writes", in: 0.1...10_000, default: 20)
    scenario.applyPerSecond = try decimal("apply", in: 0.1...100_000, default: 1000)
    scenario.detector = try detector()
    scenario.promotion = try promotion()
    // A primary that nobody fences asks nobody for a lease either.
    let lease = try duration("lease", default: .seconds(6))
    scenario.fencesOldPrimary = try choice("fencing", default: YesNo.yes) == .yes
    scenario.lease = scenario.fencesOldPrimary ? lease : nil
    scenario.roleChange = try duration("role-change", default: .seconds(3))
    scenario.warmUp = try duration("warm-up", default: .zero)
    scenario.routing = try routing()
    scenario.incident = try faults(in: topology)
    scenario.hasRegularWrites = try choice("arrivals", default: Arrivals.random) == .regular
    scenario.seed = UInt64(try integer("seed", in: 0...1_000_000, default: 1))
    scenario.duration = try duration("lasts", default: .seconds(80))
    return scenario
  }

  private enum ReplicationName: String, CaseIterable {
    case asynchronous, synchronous, all
    case semiSynchronous = "semi-synchronous"
    case any = "any 1"
  }

  private mutating func replication(_ standbys: [RegionID]) throws(Diagnostic)
    -> FailoverScenario.Replication
  {
    switch try choice("replication", default: ReplicationName.asynchronous) {
    case .asynchronous: .asynchronous
    case .synchronous: .synchronous(standbys[0])
    case .all: .all
    case .any: .anyOf(1)
    case .semiSynchronous: .semiSynchronous(timeout: .seconds(10))
    }
  }

  private mutating func detector() throws(Diagnostic) -> FailoverScenario.Detector {
    FailoverScenario.Detector(
      interval: try duration("interval", default: .seconds(10)),
      misses: try integer("misses", in: 1...10, default: 3),
      timeout: try duration("timeout", default: .seconds(4)),
      agree: try integer("agree", in: 1...9, default: 1))
  }

  private enum Arrivals: String, CaseIterable { case random, regular }

  private enum YesNo: String, CaseIterable { case yes, no }

  private enum PromotionName: String, CaseIterable { case automatic, manual }

  private mutating func promotion() throws(Diagnostic) -> FailoverScenario.Promotion {
    let decision = try duration("decision", default: .seconds(20))
    return switch try choice("promotion", default: PromotionName.automatic) {
    case .automatic: .automatic
    case .manual: .manual(after: decision)
    }
  }

  private enum RoutingName: String, CaseIterable { case dns, anycast, proxy }

  private mutating func routing() throws(Diagnostic) -> FailoverScenario.Routing {
    let ttl = try duration("ttl", default: .seconds(20))
    return switch try choice("routing", default: RoutingName.dns) {
    case .dns: .dns(ttl: ttl)
    case .anycast: .anycast
    case .proxy: .proxy
    }
  }
}
