/// What a service is put through.
public enum Trouble: Hashable, Sendable {
  /// Nothing goes wrong: what latencies are measured in.
  case none
  /// The region is gone and does not come back.
  case loses(RegionID)
  /// Both are gone at the same moment.
  case losesBoth(RegionID, RegionID)
  /// The region and its users can reach each other and nobody else, for ten minutes.
  case isolates(RegionID)
  /// The process of the primary stands still for a minute.
  case pausesPrimary
  /// The clock of the primary is ahead by two seconds.
  case skewsClock
}

extension Trouble {
  /// How long a region is cut off.
  public static let isolation = Duration.seconds(600)
  /// How long the primary stands still.
  public static let pause = Duration.seconds(60)
  /// By how much the clock is ahead.
  public static let skew = Duration.seconds(2)
  /// The part of all messages that is lost on the day of which false failovers are counted.
  public static let dailyLoss = 0.05

  /// Regions that nobody outside of them can reach.
  public var lostRegions: [RegionID] {
    switch self {
    case .loses(let region), .isolates(let region): [region]
    case .losesBoth(let one, let other): [one, other]
    case .none, .pausesPrimary, .skewsClock: []
    }
  }

  /// Whether what is lost is lost for good.
  public var isFinal: Bool {
    switch self {
    case .loses, .losesBoth: true
    case .none, .isolates, .pausesPrimary, .skewsClock: false
    }
  }

  /// Users who can reach nobody outside of their region.
  public func cutsOff(_ place: RegionID) -> Bool { self == .isolates(place) }

  /// Everything that one service can be put through.
  public static func all(for service: Service) -> [Trouble] {
    let regions = service.regions
    let pairs = regions.indices.flatMap { one in
      regions[(one + 1)...].map { Trouble.losesBoth(regions[one], $0) }
    }
    return [.none] + regions.map { .loses($0) } + pairs + regions.map { .isolates($0) }
      + [.pausesPrimary, .skewsClock]
  }

  /// What goes wrong with the regions of a service, and when.
  public func incident(for service: Service, at time: Duration) -> [RegionFault] {
    let primary = service.primary
    return switch self {
    case .none: []
    case .loses(let region): [RegionFault(.crash(region), at: time)]
    case .losesBoth(let one, let other):
      [RegionFault(.crash(one), at: time), RegionFault(.crash(other), at: time)]
    case .isolates(let region):
      [
        RegionFault(.isolate(region), at: time),
        RegionFault(.rejoin(region), at: time + Self.isolation),
      ]
    case .pausesPrimary:
      [
        RegionFault(.pause(primary), at: time),
        RegionFault(.resume(primary), at: time + Self.pause),
      ]
    case .skewsClock: [RegionFault(.skewClock(primary, by: Self.skew), at: .zero)]
    }
  }
}
