import GeoModel

/// What `replication` of a service can be.
private enum ReplicationName: String, CaseIterable {
  case asynchronous
  case semiSynchronous = "semi-synchronous"
  case synchronous, any, all, consensus, active, snapshots
}

private enum RoutingName: String, CaseIterable { case proxy, anycast, dns }

private enum PromotionName: String, CaseIterable { case automatic, manual }

extension DesignReader {
  /// `orders-eu: {keeps: orders, serves: eu, replication: consensus, voters: [...]}`.
  /// A service, and the store that it is where it holds data about persons.
  func service(
    _ name: String, _ arguments: inout Arguments
  ) throws(Diagnostic) -> (service: Service, store: Store?) {
    guard !stores.names.contains(name) else {
      throw arguments.failure(
        "keeps", "\(name) is a store already; give the service another name")
    }
    var service = Service(
      name: name, keeps: try arguments.choice("keeps"), serves: try served(&arguments),
      copies: try copies(&arguments))
    service.detector = try detector(&arguments)
    service.observers = try arguments.optionalRegions("observers", of: topology) ?? []
    try require(service.observers, "observers", 0...5, &arguments)
    service.promotion = try promotion(&arguments)
    if let text = try arguments.value("lease"), text != "none" {
      service.lease = try span("lease", .seconds(1) ... .seconds(600), &arguments)
    }
    service.fencesOldPrimary = try arguments.flag("fencing", default: true)
    service.roleChange = try span(
      "role-change", .zero ... .seconds(3600), default: .zero, &arguments)
    service.routing = try routing(&arguments)
    return (service, try store(of: service, &arguments))
  }

  /// A witness and observers hold nothing, so they are no part of it.
  private func store(
    of service: Service, _ arguments: inout Arguments
  ) throws(Diagnostic) -> Store? {
    let fields = try fieldNames("holds", &arguments)
    let key = try keyName("key", &arguments)
    guard let fields else { return nil }
    var store = Store(
      name: service.name, engine: .postgres,
      placement: Placement(regions: service.dataRegions, populations: service.serves))
    store.holds = fields
    store.key = key
    return store
  }

  private func served(_ arguments: inout Arguments) throws(Diagnostic) -> [String] {
    guard let names = try populationNames("serves", &arguments), !names.isEmpty else {
      throw arguments.missing("serves", "it must be populations of accounts")
    }
    return names
  }

  // MARK: - Copies

  private func copies(_ arguments: inout Arguments) throws(Diagnostic) -> Service.Copies {
    let name: ReplicationName = try arguments.choice("replication")
    switch name {
    case .consensus: return try consensus(&arguments)
    case .active: return .active(try places("regions", 2...5, &arguments))
    case .snapshots: return try snapshots(&arguments)
    case .asynchronous, .semiSynchronous, .synchronous, .any, .all:
      let primary = try arguments.region("primary", of: topology)
      let standbys = try places("standbys", 1...5, &arguments)
      guard !standbys.contains(primary) else {
        throw arguments.failure(
          "standbys", "\(primary) is the primary; name regions other than its own")
      }
      return .standbys(of: primary, standbys, try replication(name, standbys, &arguments))
    }
  }

  private func consensus(_ arguments: inout Arguments) throws(Diagnostic) -> Service.Copies {
    let voters = try arguments.regions("voters", of: topology)
    try require(voters, "voters", 1...7, &arguments)
    var witness: RegionID?
    if try arguments.value("witness") != nil {
      witness = try arguments.region("witness", of: topology)
    }
    let leader = try arguments.region("leader", of: topology, default: voters[0])
    guard voters.contains(leader) else {
      throw arguments.failure("leader", "\(leader) has no vote; it must be one of the voters")
    }
    return .consensus(voters: voters, witness: witness, leader: leader)
  }

  private func snapshots(_ arguments: inout Arguments) throws(Diagnostic) -> Service.Copies {
    let primary = try arguments.region("primary", of: topology)
    let other = try arguments.region("into", of: topology)
    guard other != primary else {
      throw arguments.failure("into", "\(other) is the primary; name another region")
    }
    let schedule = BackupSchedule(
      interval: try span("every", .seconds(10) ... .seconds(604_800), &arguments),
      duration: try span("taking", .zero ... .seconds(86_400), default: .zero, &arguments))
    let restore = try span("restore", .zero ... .seconds(604_800), &arguments)
    return .snapshots(of: primary, into: other, schedule, restore: restore)
  }

  private func replication(
    _ name: ReplicationName, _ standbys: [RegionID], _ arguments: inout Arguments
  ) throws(Diagnostic) -> FailoverScenario.Replication {
    switch name {
    case .semiSynchronous:
      return .semiSynchronous(
        timeout: try span(
          "fall-back", .milliseconds(10) ... .seconds(600), default: .seconds(10), &arguments))
    case .synchronous:
      let named = try arguments.region("sync-standby", of: topology, default: standbys[0])
      guard standbys.contains(named) else {
        throw arguments.failure("sync-standby", "\(named) is no standby; it must be one of them")
      }
      return .synchronous(named)
    case .any:
      return .anyOf(try arguments.integer("needed", in: 1...standbys.count, default: 1))
    case .all: return .all
    case .asynchronous, .consensus, .active, .snapshots: return .asynchronous
    }
  }

  /// Regions of which each stands there once.
  private func places(
    _ key: String, _ count: ClosedRange<Int>, _ arguments: inout Arguments
  ) throws(Diagnostic) -> [RegionID] {
    let regions = try arguments.regions(key, of: topology)
    try require(regions, key, count, &arguments)
    for (index, region) in regions.enumerated() where regions[..<index].contains(region) {
      throw arguments.failure(key, "\(region) stands there twice; name it once")
    }
    return regions
  }

  private func require(
    _ regions: [RegionID], _ key: String, _ count: ClosedRange<Int>, _ arguments: inout Arguments
  ) throws(Diagnostic) {
    guard !count.contains(regions.count) else { return }
    throw arguments.failure(
      key,
      "\(key) has \(regions.count) regions; it must be \(count.lowerBound) to "
        + "\(count.upperBound)")
  }

  // MARK: - Failover

  private func detector(
    _ arguments: inout Arguments
  ) throws(Diagnostic) -> FailoverScenario.Detector {
    let interval = try span(
      "interval", .milliseconds(100) ... .seconds(600), default: .seconds(1), &arguments)
    let timeout = try span(
      "timeout", .milliseconds(1) ... .seconds(600), default: min(.milliseconds(500), interval),
      &arguments)
    guard timeout <= interval else {
      throw arguments.failure(
        "timeout", "timeout is longer than the interval; it must be at most as long")
    }
    return FailoverScenario.Detector(
      interval: interval, misses: try arguments.integer("misses", in: 1...20, default: 3),
      timeout: timeout)
  }

  private func promotion(
    _ arguments: inout Arguments
  ) throws(Diagnostic) -> FailoverScenario.Promotion {
    let name = try arguments.choice("promotion", default: PromotionName.automatic)
    let after = try span(
      "operator", .zero ... .seconds(14_400), default: .seconds(900), &arguments)
    return switch name {
    case .automatic: .automatic
    case .manual: .manual(after: after)
    }
  }

  private func routing(
    _ arguments: inout Arguments
  ) throws(Diagnostic) -> FailoverScenario.Routing {
    let name = try arguments.choice("routing", default: RoutingName.proxy)
    let ttl = try span("ttl", .seconds(1) ... .seconds(3600), default: .seconds(60), &arguments)
    return switch name {
    case .proxy: .proxy
    case .anycast: .anycast
    case .dns: .dns(ttl: ttl)
    }
  }

  /// A time within bounds: what is longer would be simulated for too long.
  func span(
    _ key: String, _ range: ClosedRange<Duration>, default: Duration? = nil,
    _ arguments: inout Arguments
  ) throws(Diagnostic) -> Duration {
    let span = try arguments.duration(key, default: `default`)
    guard range.contains(span) else {
      throw arguments.failure(
        key,
        "\(key) is \(Quantity.duration(span).text); it must be "
          + "\(Quantity.duration(range.lowerBound).text) to "
          + "\(Quantity.duration(range.upperBound).text)")
    }
    return span
  }
}
