import GeoModel

/// A scenario played once, with everything that happened in it.
public struct FailoverRun: Sendable {
  public let scenario: FailoverScenario
  public let timeline: FailoverTimeline
  public let measurement: FailoverMeasurement

  public init(_ scenario: FailoverScenario) {
    let stage = FailoverStage(scenario)
    var run = stage.simulation(seed: scenario.seed).start()
    var tally = FailoverTally(stage)
    var recorder = FailoverRecorder(stage, nodes: run.world.nodes)
    while let event = run.next() {
      tally.record(event, in: run.world)
      recorder.record(event, in: run.world)
    }
    self.scenario = scenario
    measurement = tally.finished(in: run.world)
    timeline = recorder.timeline(
      undelivered: run.undelivered, log: tally.survivingLog(in: run.world),
      recovery: tally.marks.recoveryMarks)
  }

  /// The run with every world in it, played again: ask for it only where worlds are shown.
  public func trace(limit: Int = 10_000) -> Trace<Failover.Participant> {
    FailoverStage(scenario).simulation(seed: scenario.seed).trace(limit: limit)
  }
}

extension FailoverMeasurement {
  /// Plays a scenario once and keeps nothing but the result: that of ``FailoverRun``, sooner.
  public init(of scenario: FailoverScenario) {
    self.init(FailoverStage(scenario), seed: scenario.seed)
  }

  /// Plays a scenario with the chances of a seed, and keeps nothing but the result.
  init(_ stage: FailoverStage, seed: UInt64) {
    var run = stage.simulation(seed: seed).start()
    var tally = FailoverTally(stage)
    while let event = run.next() { tally.record(event, in: run.world) }
    self = tally.finished(in: run.world)
  }
}
