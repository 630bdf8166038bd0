import GeoModel

/// What became of a service in trouble, measured on its trials.
public struct ServiceMeasurement: Equatable, Sendable {
  public var trouble: Trouble
  /// Of every trial and every place that was not cut off: the longest that somebody there waited
  /// until a write went through. With nothing wrong that is what a write takes.
  public internal(set) var waits: [Duration] = []
  /// How many of them wait still at the end.
  public internal(set) var unserved = 0
  /// Writes that were acknowledged and are not in what survives, in the worst trial.
  public internal(set) var lostWrites = 0
  /// From the oldest of them to the failure, in the worst trial.
  public internal(set) var rpo = Duration.zero
  /// Writes accepted by an old primary after a new one had accepted some, in the worst trial.
  public internal(set) var splitBrainWrites = 0
  /// How many writes a second were made in the trials, by all places together.
  public internal(set) var writesPerSecond = 0.0
  /// The seed of the worst trial: the one with the longest wait, or else with the most lost.
  public internal(set) var worstSeed: UInt64 = 0

  init(_ trouble: Trouble) {
    self.trouble = trouble
  }

  /// How long the service was away: `nil` where it never came back.
  public var rto: Duration? { unserved > 0 ? nil : waits.max() ?? .zero }

  /// In seconds, of those who were served again.
  public var recovery: Distribution? { Distribution(waits.map { $0 / .seconds(1) }) }
}

/// One trial.
struct ServiceTrial: Equatable, Sendable {
  /// By place; `nil` where somebody waits still.
  var waits: [Duration?] = []
  var lostWrites = 0
  var rpo = Duration.zero
  var splitBrainWrites = 0
}

extension ServiceMeasurement {
  mutating func add(_ trial: ServiceTrial, seed: UInt64) {
    let before = badness
    waits += trial.waits.compactMap { $0 }
    unserved += trial.waits.count { $0 == nil }
    lostWrites = max(lostWrites, trial.lostWrites)
    rpo = max(rpo, trial.rpo)
    splitBrainWrites = max(splitBrainWrites, trial.splitBrainWrites)
    if worstSeed == 0 || badness > before { worstSeed = seed }
  }

  /// Grows when something gets worse.
  private var badness: (Int, Int, Int, Duration) {
    (splitBrainWrites, lostWrites, unserved, waits.max() ?? .zero)
  }
}
