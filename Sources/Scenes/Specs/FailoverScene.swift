import Content
import Drawing
import GeoModel
import GeoSim

/// A primary dies, stands still or is cut off: who notices, who takes over, and what it costs.
///
/// Arguments: those of `docs/failover-scenarios.md`.
struct FailoverScene: DiagramScene, BreakableScene {
  /// What the picture is about.
  enum Subject: Sendable {
    /// The recovery time in its parts, and what is lost.
    case recovery
    /// Who writes in which epoch.
    case epochs
  }

  private let run: FailoverRun
  private let subject: Subject
  let events: [SceneEvent]

  init(_ scene: SceneArguments, _ subject: Subject) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    let scenario = try arguments.failoverScenario(in: topology)
    try arguments.finish()
    run = FailoverRun(scenario)
    self.subject = subject
    events = FailoverNarration(run: run).events
  }

  var question: String {
    switch subject {
    case .recovery: "What is lost, and for how long are we down?"
    case .epochs: "Can two primaries write at once?"
    }
  }

  var diagram: FailoverChart {
    switch subject {
    case .recovery: FailoverChart(run: run, summary: .recovery(run))
    case .epochs: FailoverChart(run: run, summary: .epochs(run))
    }
  }

  var duration: Duration { run.scenario.duration }
  var playingTime: Duration { .seconds(16) }
  var breakable: [RegionID] { run.scenario.breakable }
}

extension FailoverScenario {
  /// The regions that somebody can break: those with a database.
  var breakable: [RegionID] { [primary] + standbys }
}
