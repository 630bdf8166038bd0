import Content
import Drawing
import GeoModel

/// What scenes are staged with: the topologies of the course and the map of the world.
package struct SceneCatalog: Sendable {
  package let atlas: Atlas
  let map: WorldMap

  /// - Parameter map: the land on which maps are drawn.
  package init(atlas: Atlas, map: WorldMap) {
    self.atlas = atlas
    self.map = map
  }

  /// The kinds of scene by the names that lessons use.
  package static var names: [String] { specs.map(\.name) }

  private static let specs:
    [(name: String, stage: @Sendable (SceneArguments) throws(Diagnostic) -> any Scene)] = [
      ("why-multi-region", { arguments throws(Diagnostic) in try WhyMultiRegion(arguments) }),
      ("latency-map", { arguments throws(Diagnostic) in try LatencyMap(arguments) }),
      ("light-floor", { arguments throws(Diagnostic) in try LightFloor(arguments) }),
      ("commit-latency", { arguments throws(Diagnostic) in try CommitLatency(arguments) }),
      ("quorum-write", { arguments throws(Diagnostic) in try QuorumWriteScene(arguments) }),
      ("connection", { arguments throws(Diagnostic) in try ConnectionScene(arguments) }),
      (
        "failover-timeline",
        { arguments throws(Diagnostic) in try FailoverScene(arguments, .recovery) }
      ),
      ("split-brain", { arguments throws(Diagnostic) in try FailoverScene(arguments, .epochs) }),
      ("replication-lag", { arguments throws(Diagnostic) in try ReplicationLag(arguments) }),
      ("hot-row", { arguments throws(Diagnostic) in try HotRow(arguments) }),
      ("detector", { arguments throws(Diagnostic) in try DetectorScene(arguments) }),
      ("objectives", { arguments throws(Diagnostic) in try ObjectivesScene(arguments) }),
      ("strategies", { arguments throws(Diagnostic) in try StrategiesScene(arguments) }),
      (
        "lww-write-conflict",
        { arguments throws(Diagnostic) in try WriteConflict.stage(arguments) }
      ),
      ("siblings", { arguments throws(Diagnostic) in try SiblingsScene.stage(arguments) }),
      ("transform", { arguments throws(Diagnostic) in try TransformScene.stage(arguments) }),
      ("counter-merge", { arguments throws(Diagnostic) in try CounterMerge.stage(arguments) }),
      ("register-merge", { arguments throws(Diagnostic) in try RegisterMerge.stage(arguments) }),
      ("text-merge", { arguments throws(Diagnostic) in try TextMerges.stage(arguments) }),
      ("escrow", { arguments throws(Diagnostic) in try EscrowScene.stage(arguments) }),
      ("law-panel", { arguments throws(Diagnostic) in try LawKind.stage(arguments) }),
      ("delta-sync", { arguments throws(Diagnostic) in try DeltaSyncScene(arguments) }),
      ("set-merge", { arguments throws(Diagnostic) in try SetMerge.stage(arguments) }),
      ("erasure-timeline", { arguments throws(Diagnostic) in try ErasureTimeline(arguments) }),
      ("key-shredding", { arguments throws(Diagnostic) in try KeyShredding(arguments) }),
      ("survival-goal", { arguments throws(Diagnostic) in try SurvivalScene(arguments) }),
      ("table-locality", { arguments throws(Diagnostic) in try TableLocalityScene(arguments) }),
      ("follower-read", { arguments throws(Diagnostic) in try FollowerReadScene(arguments) }),
      ("global-table", { arguments throws(Diagnostic) in try GlobalTableScene(arguments) }),
      ("table-cost", { arguments throws(Diagnostic) in try TableCostScene(arguments) }),
      ("backups", { arguments throws(Diagnostic) in try BackupsScene(arguments) }),
      ("residency-map", { arguments throws(Diagnostic) in try ResidencyMap(arguments) }),
      ("audit", { arguments throws(Diagnostic) in try AuditScene(arguments) }),
      ("purchases", { arguments throws(Diagnostic) in try PurchasesScene(arguments) }),
      ("pattern-compare", { arguments throws(Diagnostic) in try PatternCompare(arguments) }),
      ("geo-routing", { arguments throws(Diagnostic) in try GeoRouting(arguments) }),
    ]

  /// Draws the world without anything on it.
  package func drawWorld(into canvas: inout Canvas) {
    map.draw(into: &canvas, arcs: [], markers: [])
  }

  /// Reads a directive and runs what it describes.
  ///
  /// - Parameter topology: the one that the lesson uses where the directive names none.
  package func stage(_ directive: Directive, topology: String) throws(Diagnostic) -> any Scene {
    guard let spec = Self.specs.first(where: { $0.name == directive.name }) else {
      throw Diagnostic(
        file: directive.file, line: directive.line, column: 1,
        message: "no scene is called '\(directive.name)'; "
          + suggestion(for: directive.name, in: Self.names))
    }
    return try spec.stage(SceneArguments(directive: directive, topology: topology, catalog: self))
  }
}

/// What every kind of scene is made from.
struct SceneArguments: Sendable {
  let directive: Directive
  /// The name of the lesson's topology.
  let topology: String
  let catalog: SceneCatalog

  var atlas: Atlas { catalog.atlas }
}
