import GeoModel

/// One service put through one trouble, several times, each time with other chances.
///
/// The unit in which a design is checked: a caller goes from one to the next, and may show how far it
/// is, or stop. The same service, trouble and seed give the same measurement.
public struct ServiceRun: Sendable {
  public let service: Service
  public let trouble: Trouble
  public var most = Most()
  let topology: Topology
  let places: [RegionID]

  /// - Parameters:
  ///   - load: has the groups of users that the service serves.
  ///   - topology: has every region of the service and of its users.
  public init(
    _ service: Service, in trouble: Trouble, load: ServiceLoad, topology: Topology
  ) {
    self.service = service
    self.trouble = trouble
    self.topology = topology
    places = load.places(of: service)
  }

  /// How much is played; without limits as much as tells something new.
  public struct Most: Equatable, Sendable {
    /// More trials see more of what chance does.
    public var trials = Int.max
    /// By each place in a trial: more writes see times more exactly.
    public var writes = Int.max

    public init(trials: Int = .max, writes: Int = .max) {
      self.trials = trials
      self.writes = writes
    }
  }

  public func measure(seed: UInt64) -> ServiceMeasurement {
    var measurement = ServiceMeasurement(trouble)
    measurement.writesPerSecond = writesPerSecond
    guard !places.isEmpty else { return measurement }
    var seeds = SplitMix64(seed: seed)
    for _ in 0..<min(most.trials, trialCount) {
      // As large as a scenario can say, so that the worst trial can be shown.
      let seed = seeds.next() % 1_000_000_000
      measurement.add(trial(seed: seed), seed: seed)
    }
    return measurement
  }

  func trial(seed: UInt64) -> ServiceTrial {
    switch service.copies {
    case .standbys(let primary, let standbys, let replication):
      failover(from: primary, to: standbys, replication, for: places)
        .failingAtWorst(seed: seed).trial(seed: seed)
    case .consensus(let voters, let witness, let leader):
      consensus(voters: voters, witness: witness, leader: leader, seed: seed).trial()
    case .active(let regions): activeTrial(regions, seed: seed)
    case .snapshots(let primary, _, let schedule, let restore):
      snapshotTrial(of: primary, schedule, restore: restore, seed: seed)
    }
  }
}

// MARK: - What can be shown of it

extension ServiceRun {
  /// A trial as a scenario of a failover, to be looked at; `nil` where it is none.
  public func scenario(seed: UInt64) -> FailoverScenario? {
    let service: (FailoverService, seed: UInt64)?
    switch self.service.copies {
    case .standbys(let primary, let standbys, let replication):
      service = (failover(from: primary, to: standbys, replication, for: places), seed)
    case .active(let regions): service = takeover(among: regions, seed: seed)
    case .consensus, .snapshots: service = nil
    }
    return service.map { service, seed in
      var scenario = service.failingAtWorst(seed: seed).scenario
      scenario.seed = seed
      return scenario
    }
  }
}

// MARK: - How much is played

extension ServiceRun {
  /// What depends on chance is played more often: when exactly the primary fails.
  private var trialCount: Int {
    switch trouble {
    case .none: 1
    case .loses(let region): region == service.primary || !service.hasOneWriter ? 11 : 3
    case .pausesPrimary: 7
    case .losesBoth, .isolates, .skewsClock: 3
    }
  }

  /// When it goes wrong: everything has settled by then.
  static let settling = Duration.seconds(10)

  /// How long is played.
  var duration: Duration {
    let before = Self.settling + service.detector.interval
    return switch trouble {
    case .none: .seconds(60)
    case .isolates: before + Trouble.isolation + service.patience
    case .pausesPrimary: before + Trouble.pause + service.patience
    case .loses, .losesBoth: before + service.patience
    case .skewsClock: before + .seconds(60)
    }
  }

  /// Often enough to see when the service is back, and few enough where clients try for long.
  var writesPerSecondAndPlace: Double {
    let usual: Double =
      switch trouble {
      case .none, .loses, .pausesPrimary: 2000
      case .losesBoth, .isolates, .skewsClock: 600
      }
    return min(20, min(usual, Double(most.writes)) / (duration / .seconds(1)))
  }

  var writesPerSecond: Double { writesPerSecondAndPlace * Double(places.count) }

  /// Until then a write may still be under way at the end.
  static let grace = Delay(.seconds(10))
}
