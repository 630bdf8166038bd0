import GeoModel

/// A workload served by one deployment, to its end.
public struct PatternRun: Sendable {
  public let measurement: PatternMeasurement
  /// Whether all regions that are left hold the same in the end.
  public let isConverged: Bool

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
    let ledger = PatternLedger(
      stage, servers: run.world.nodes.compactMap(\.server),
      replies: run.world.nodes.compactMap(\.client).flatMap(\.replies))
    isConverged = ledger.survivors.allSatisfy { $0.data == ledger.survivors[0].data }
    measurement = PatternMeasurement(ledger, crossings: crossings)
  }
}
