import Content
import Drawing
import GeoModel
import GeoSim

/// A primary dies or is cut off: who notices, who decides, who takes over, and what it costs.
///
/// Arguments: those of ``Arguments/failoverScenario(_:)``.
struct FailoverTimelineScene: DiagramScene {
  private let run: FailoverRun
  let events: [SceneEvent]

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let scenario = try arguments.failoverScenario(scene)
    try arguments.finish()
    run = FailoverRun(scenario)
    events = FailoverNarration(run: run).events
  }

  var question: String { "What is lost, and for how long are we down?" }

  var diagram: FailoverChart { FailoverChart(run: run, summary: .recovery(run)) }

  var duration: Duration { run.scenario.duration }
  var playingTime: Duration { .seconds(16) }
  var breakable: [RegionID] { run.scenario.breakable }
}

/// Two sides of a cut: does the old primary go on writing?
///
/// Arguments: those of ``Arguments/failoverScenario(_:)``.
struct SplitBrainScene: DiagramScene {
  private let run: FailoverRun
  let events: [SceneEvent]

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let scenario = try arguments.failoverScenario(scene)
    try arguments.finish()
    run = FailoverRun(scenario)
    events = FailoverNarration(run: run).events
  }

  var question: String { "Can two primaries write at once?" }

  var diagram: FailoverChart { FailoverChart(run: run, summary: .epochs(run)) }

  var duration: Duration { run.scenario.duration }
  var playingTime: Duration { .seconds(16) }
  var breakable: [RegionID] { run.scenario.breakable }
}

extension FailoverScenario {
  /// The regions that somebody can break: those with a database.
  var breakable: [RegionID] { [primary] + standbys }
}
