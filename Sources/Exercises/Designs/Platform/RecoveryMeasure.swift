import Content
import GeoModel
import GeoSim

/// What is measured on a service in trouble, and what it may be at most.
enum RecoveryMeasure: Equatable, Sendable {
  /// What may be lost of what users were told is safe, in time.
  case lossAtMost(Duration)
  /// How long users may wait at worst until they can write again.
  case recoveryWithin(Duration)
  /// Nothing may be written by a primary that has been replaced.
  case noSplitBrain
}

extension RecoveryMeasure {
  /// Whether a trouble counts. Two regions at once are shown and not demanded: no design with three
  /// votes survives them.
  func counts(_ trouble: Trouble) -> Bool {
    switch (self, trouble) {
    case (.noSplitBrain, _): true
    case (_, .losesBoth), (_, .none): false
    case (_, .loses), (_, .isolates), (_, .pausesPrimary), (_, .skewsClock): true
    }
  }

  func isMet(by measurement: ServiceMeasurement) -> Bool {
    switch self {
    case .lossAtMost(.zero): measurement.lostWrites == 0
    case .lossAtMost(let limit): measurement.rpo <= limit
    case .recoveryWithin(let limit): measurement.rto.map { $0 <= limit } ?? false
    case .noSplitBrain: measurement.splitBrainWrites == 0
    }
  }

  /// Whether one measurement is worse than another.
  func isWorse(_ one: ServiceMeasurement, than other: ServiceMeasurement) -> Bool {
    switch self {
    case .lossAtMost: (one.rpo, one.lostWrites) > (other.rpo, other.lostWrites)
    case .recoveryWithin:
      (one.unserved > 0 ? 1 : 0, one.rto ?? .zero) > (
        other.unserved > 0 ? 1 : 0, other.rto ?? .zero
      )
    case .noSplitBrain: one.splitBrainWrites > other.splitBrainWrites
    }
  }
}

// MARK: - In words

extension RecoveryMeasure {
  /// `at most 30 s`.
  var limit: String {
    switch self {
    case .lossAtMost(.zero): "nothing lost"
    case .lossAtMost(let limit), .recoveryWithin(let limit):
      "at most \(Quantity.duration(limit).text)"
    case .noSplitBrain: "none"
    }
  }

  /// `41.2 s`.
  func measured(_ measurement: ServiceMeasurement) -> String {
    switch self {
    case .lossAtMost:
      measurement.lostWrites > 0
        ? "\(Quantity.duration(measurement.rpo).text) lost" : "nothing lost"
    case .recoveryWithin: measurement.rto.map { Quantity.duration($0).text } ?? "never again"
    case .noSplitBrain:
      measurement.splitBrainWrites > 0 ? "\(measurement.splitBrainWrites) writes" : "none"
    }
  }

  /// What is left to the limit; `nil` where nothing is left or no time is measured.
  func margin(_ measurement: ServiceMeasurement) -> Duration? {
    let margin: Duration? =
      switch self {
      case .lossAtMost(let limit): limit - measurement.rpo
      case .recoveryWithin(let limit): measurement.rto.map { limit - $0 }
      case .noSplitBrain: nil
      }
    return margin.flatMap { $0 > .zero ? $0 : nil }
  }

  /// What has become of a service, as a sentence.
  func sentence(_ service: Service, _ measurement: ServiceMeasurement) -> String {
    let what = measurement.trouble.name
    switch self {
    case .lossAtMost:
      let count = measurement.lostWrites
      guard count > 0 else { return "\(service.name) loses nothing by \(what)." }
      return "\(service.name) loses \(count) acknowledged \(count == 1 ? "write" : "writes"), "
        + "\(Quantity.duration(measurement.rpo).text) of them, by \(what)."
    case .recoveryWithin:
      guard let rto = measurement.rto else {
        return "\(service.name) takes no more writes after \(what)."
      }
      let median = measurement.recovery.map {
        ", \(Quantity.duration(.seconds($0.p50)).text) in the median"
      }
      return "\(service.name) is back \(Quantity.duration(rto).text) after \(what) at worst"
        + "\(median ?? "")."
    case .noSplitBrain:
      let count = measurement.splitBrainWrites
      return count == 0
        ? "No replaced primary writes anything."
        : "A replaced primary of \(service.name) makes \(count) \(count == 1 ? "write" : "writes") "
          + "after \(what)."
    }
  }
}

extension Trouble {
  /// `the loss of eu-west-1`.
  var name: String {
    switch self {
    case .none: "a quiet hour"
    case .loses(let region): "the loss of \(region)"
    case .losesBoth(let one, let other): "the loss of \(one) and \(other)"
    case .isolates(let region): "a cut of \(Self.text(Self.isolation)) around \(region)"
    case .pausesPrimary: "a pause of the primary of \(Self.text(Self.pause))"
    case .skewsClock: "a clock that is \(Self.text(Self.skew)) ahead"
    }
  }

  private static func text(_ duration: Duration) -> String { Quantity.duration(duration).text }
}
