import GeoModel

/// A workload served by one deployment, to its end.
public struct PatternRun: Sendable {
  public let measurement: PatternMeasurement
  let stage: PatternStage
  let ledger: PatternLedger
  /// In the end, by region.
  let servers: [Pattern.Server]

  public init(_ workload: Workload, _ deployment: Deployment) {
    let stage = PatternStage(workload, deployment)
    var run = stage.simulation().start()
    var crossings = 0
    while let event = run.next() {
      if case .deliver(let envelope) = event, envelope.message.hasLoad,
        stage.region(of: envelope.sender) != stage.region(of: envelope.receiver)
      {
        crossings += 1
      }
    }
    self.stage = stage
    servers = run.world.nodes.compactMap(\.server)
    ledger = PatternLedger(
      stage, servers: servers, replies: run.world.nodes.compactMap(\.client).flatMap(\.replies))
    measurement = PatternMeasurement(ledger, crossings: crossings)
  }
}
