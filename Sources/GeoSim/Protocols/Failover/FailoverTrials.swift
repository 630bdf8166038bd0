import GeoModel

/// A scenario played many times, each time with other chances, and nothing kept but the results.
public struct FailoverTrials: Sendable {
  /// One for every trial.
  public let measurements: [FailoverMeasurement]

  /// - Parameters:
  ///   - trials: at least 1.
  ///   - seed: of the seeds of the trials; the scenario's own is not used.
  public init(_ scenario: FailoverScenario, trials: Int, seed: UInt64) {
    precondition(trials > 0, "nothing can be said about no trials")
    let stage = FailoverStage(scenario)
    var seeds = SplitMix64(seed: seed)
    measurements = (0..<trials).map { _ in FailoverMeasurement(stage, seed: seeds.next()) }
  }

  /// How something that every trial has is distributed; `nil` where no trial has it.
  public func distribution(_ value: (FailoverMeasurement) -> Double?) -> Distribution? {
    Distribution(measurements.compactMap(value))
  }

  /// In seconds.
  public func distribution(seconds value: (FailoverMeasurement) -> Duration?) -> Distribution? {
    distribution { value($0).map { $0 / .seconds(1) } }
  }
}
