import GeoModel

/// What `replication` can be in a scenario.
private enum ReplicationName: String, CaseIterable {
  case asynchronous, synchronous, any, all
  case semiSynchronous = "semi-synchronous"
}

private enum PromotionName: String, CaseIterable { case automatic, manual }

private enum RoutingName: String, CaseIterable { case proxy, anycast, dns }

extension Arguments {
  /// A failover scenario, every argument of it: those of `docs/failover-scenarios.md` but the
  /// topology.
  package mutating func failoverScenario(
    in topology: Topology
  ) throws(Diagnostic) -> FailoverScenario {
    var scenario = FailoverScenario(
      topology: topology, primary: try region("primary", of: topology),
      standbys: try regions("standbys", of: topology),
      observers: try optionalRegions("observers", of: topology) ?? [],
      clients: try regions("clients", of: topology))
    try requireOnePerRegion(scenario)
    scenario.replication = try replication(among: scenario.standbys)
    try readRates(into: &scenario)
    scenario.detector = try detector(observers: scenario.observers.count)
    scenario.promotion = try promotion()
    try readFencing(into: &scenario)
    scenario.routing = try routing()
    scenario.incident = try incident(in: topology)
    scenario.jitter = try decimal("jitter", in: 0...2, default: scenario.jitter)
    scenario.seed = UInt64(try integer("seed", in: 0...1_000_000_000, default: 1))
    scenario.duration = try span("duration", default: scenario.duration)
    try requireEnd(scenario)
    return scenario
  }

  private func requireOnePerRegion(_ scenario: FailoverScenario) throws(Diagnostic) {
    guard !scenario.standbys.isEmpty else {
      throw failure("standbys", "standbys is empty; name at least one region")
    }
    guard !scenario.clients.isEmpty else {
      throw failure("clients", "clients is empty; name at least one region")
    }
    var taken = [scenario.primary]
    for region in scenario.standbys {
      guard !taken.contains(region) else {
        throw failure(
          "standbys", "\(region) has a database already; name regions other than its own")
      }
      taken.append(region)
    }
  }

  private func requireEnd(_ scenario: FailoverScenario) throws(Diagnostic) {
    let longest = Duration.seconds(7 * 86_400)
    guard scenario.duration <= longest else {
      throw failure("duration", "duration is more than a week; it must be at most 7 d")
    }
    let writes = scenario.writesPerSecond * (scenario.duration / .seconds(1))
    guard writes <= 1e7 else {
      throw failure(
        "writes",
        "\(Int(writes)) writes would be made in all; it must be at most 10000000: "
          + "lower writes or duration")
    }
  }

  private func require(
    _ number: Int, _ key: String, atMost most: Int, _ reason: String
  ) throws(Diagnostic) {
    guard number <= most else {
      throw failure(key, "\(key) is \(number); it must be at most \(most), \(reason)")
    }
  }

  // MARK: - Replication and rates

  private mutating func replication(
    among standbys: [RegionID]
  ) throws(Diagnostic) -> FailoverScenario.Replication {
    let name = try choice("replication", default: ReplicationName.asynchronous)
    let named = RegionID(try value("sync-standby") ?? standbys[0].name)
    let needed = try integer("needed", in: 1...99, default: 1)
    try require(needed, "needed", atMost: standbys.count, "the number of standbys")
    let timeout = try span("fall-back", default: .seconds(10))
    guard standbys.contains(named) else {
      let remedy = suggestion(for: named.name, in: standbys.map(\.name))
      throw failure("sync-standby", "\(named) is no standby; \(remedy)")
    }
    return switch name {
    case .asynchronous: .asynchronous
    case .synchronous: .synchronous(named)
    case .any: .anyOf(needed)
    case .all: .all
    case .semiSynchronous: .semiSynchronous(timeout: timeout)
    }
  }

  private mutating func readRates(into scenario: inout FailoverScenario) throws(Diagnostic) {
    scenario.writesPerSecond = try rate("writes", default: scenario.writesPerSecond)
    scenario.hasRegularWrites = try flag("regular", default: false)
    if try value("ship") != nil { scenario.shipPerSecond = try rate("ship", default: 1) }
    scenario.applyPerSecond = try rate("apply", default: scenario.applyPerSecond)
    scenario.flush = try duration("flush", default: scenario.flush)
    scenario.patience = try span("patience", default: scenario.patience)
  }

  private mutating func rate(_ key: String, default: Double) throws(Diagnostic) -> Double {
    try decimal(key, in: 0.001...1_000_000, default: `default`)
  }

  /// A time above zero.
  private mutating func span(_ key: String, default: Duration) throws(Diagnostic) -> Duration {
    let span = try duration(key, default: `default`)
    guard span > .zero else { throw failure(key, "\(key) is 0; it must be above 0") }
    return span
  }

  // MARK: - Detection and decision

  private mutating func detector(
    observers: Int
  ) throws(Diagnostic) -> FailoverScenario.Detector {
    let usual = FailoverScenario.Detector()
    let interval = try span("interval", default: usual.interval)
    let timeout = try span("timeout", default: min(usual.timeout, interval))
    guard timeout <= interval else {
      throw failure("timeout", "timeout is longer than the interval; it must be at most as long")
    }
    let agree = try integer("agree", in: 1...99, default: 1)
    try require(agree, "agree", atMost: max(1, observers), "the number of observers")
    return FailoverScenario.Detector(
      interval: interval, misses: try integer("misses", in: 1...100, default: usual.misses),
      timeout: timeout, agree: agree, probeLoss: try share("probe-loss", default: Share(0)).value)
  }

  private mutating func promotion() throws(Diagnostic) -> FailoverScenario.Promotion {
    let name = try choice("promotion", default: PromotionName.automatic)
    let delay = try duration("operator", default: .seconds(900))
    return switch name {
    case .automatic: .automatic
    case .manual: .manual(after: delay)
    }
  }

  private mutating func readFencing(into scenario: inout FailoverScenario) throws(Diagnostic) {
    if let text = try value("lease"), text != "none" {
      scenario.lease = try span("lease", default: .zero)
    }
    scenario.driftPartsPerMillion = try integer("drift", in: 0...100_000, default: 0)
    scenario.fencesOldPrimary = try flag("fencing", default: true)
    scenario.roleChange = try duration("role-change", default: .zero)
    scenario.warmUp = try duration("warm-up", default: .zero)
  }

  private mutating func routing() throws(Diagnostic) -> FailoverScenario.Routing {
    let name = try choice("routing", default: RoutingName.proxy)
    let ttl = try span("ttl", default: .seconds(60))
    let part = try share("stubborn", default: Share(0)).value
    let stubbornTTL = try span("stubborn-ttl", default: .seconds(3600))
    return switch name {
    case .proxy: .proxy
    case .anycast: .anycast
    case .dns: .dns(ttl: ttl, stubbornPart: part, stubbornTTL: stubbornTTL)
    }
  }
}
