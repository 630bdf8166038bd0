import GeoModel
import GeoSim

/// Something that must hold of a design, whatever its words: an assertion on what was measured.
package struct ServiceRequirement: Equatable, Sendable {
  /// What is measured.
  package enum Measure: Equatable, Sendable {
    /// What may be lost of what users were told is safe, in time.
    case lossAtMost(Duration)
    /// How long users may wait at worst until they can write again.
    case recoveryWithin(Duration)
    /// Nothing may be written by a primary that has been replaced.
    case noSplitBrain
  }

  package let measure: Measure
  package let points: Int

  /// What the task demands of a kind of data.
  package static func all(for kind: Service.Kind) -> [ServiceRequirement] {
    let (loss, recovery): (Duration, Duration) =
      switch kind {
      // "Minutes" are less than an hour, and "hours" are less than a day.
      case .catalogue: (.seconds(3600), .seconds(86_400))
      case .orders: (.zero, .seconds(60))
      case .stock: (.zero, .seconds(30))
      }
    return [
      ServiceRequirement(measure: .lossAtMost(loss), points: 4),
      ServiceRequirement(measure: .recoveryWithin(recovery), points: 4),
      ServiceRequirement(measure: .noSplitBrain, points: 2),
    ]
  }

  /// Points for each rush in which nothing may be oversold.
  static let rushPoints = 4
  /// Points for data that nobody keeps.
  static let presencePoints = 2
}

extension ServiceRequirement.Measure {
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
