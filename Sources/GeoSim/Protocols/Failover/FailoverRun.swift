import GeoModel

/// A scenario played and recorded, for pictures that can be stepped backwards.
public struct FailoverRun: Sendable {
  public let scenario: FailoverScenario
  public let trace: Trace<Failover.Participant>
  public let timeline: FailoverTimeline
  public let measurement: FailoverMeasurement

  public init(_ scenario: FailoverScenario) {
    self.scenario = scenario
    trace = Simulation<Failover.Participant>(nodes: [], network: Network(delays: [])).trace()
    timeline = FailoverTimeline()
    measurement = FailoverMeasurement()
  }
}
