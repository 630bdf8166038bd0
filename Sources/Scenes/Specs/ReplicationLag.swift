import Content
import Drawing
import GeoModel
import GeoSim

/// How far the standbys are behind while writes stream in: the age of what a read there would see.
///
/// Arguments: those of `docs/failover-scenarios.md`.
struct ReplicationLag: DiagramScene, BreakableScene {
  private let run: FailoverRun

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    let scenario = try arguments.failoverScenario(in: topology)
    try arguments.finish()
    run = FailoverRun(scenario)
  }

  var question: String { "How old is what a read at a standby sees?" }

  var diagram: LagPlot { LagPlot(run: run) }

  var duration: Duration { run.scenario.duration }
  var playingTime: Duration { .seconds(12) }
  var breakable: [RegionID] { run.scenario.breakable }

  var events: [SceneEvent] {
    let scenario = run.scenario
    let opening = SceneEvent(
      time: .zero,
      sentence: "\(Int(scenario.writesPerSecond)) writes a second arrive; "
        + "a standby replays up to \(Int(scenario.applyPerSecond)).")
    let faults = FailoverNarration(run: run).events.dropFirst()
    let peaks = scenario.standbys.compactMap(peak)
    return ([opening] + faults + peaks).inOrderOfTime
  }

  /// Where a standby is farthest behind.
  private func peak(of standby: RegionID) -> SceneEvent? {
    let lags = run.timeline.lags.filter { $0.region == standby }
    guard let worst = lags.max(by: { $0.staleness < $1.staleness }), worst.staleness > .zero else {
      return nil
    }
    return SceneEvent(
      time: worst.time,
      sentence: "\(standby) is \(text(worst.staleness)) behind, the most of this run: "
        + "\(worst.missing + worst.backlog) writes.")
  }
}

/// The staleness of every standby over time.
struct LagPlot: Diagram {
  let run: FailoverRun

  private var standbys: [RegionID] { run.scenario.standbys }

  var idealHeight: Int { 8 + 2 + 1 + standbys.count }

  private var top: Duration {
    max(.milliseconds(100), run.timeline.lags.map(\.staleness).max() ?? .zero)
  }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let axis = TimeAxis(
      end: run.scenario.duration, labels: standbys.map(\.name) + [text(top)], size: canvas.size)
    let height = max(2, canvas.size.height - 3 - standbys.count)
    canvas.put(text(top), endX: axis.plotX - 2, y: 0, style: .faint)
    canvas.put("0", endX: axis.plotX - 2, y: height - 1, style: .faint)
    canvas.verticalRule(x: axis.plotX - 1, y: 0, height: height, style: .faint)
    var grid = BrailleGrid(size: Size(width: axis.width + 1, height: height), marks: canvas.marks)
    for (index, standby) in standbys.enumerated() {
      plot(standby, index: index, until: time, axis, into: &grid)
    }
    grid.draw(into: &canvas, x: axis.plotX, y: 0)
    axis.draw(y: height, at: time, into: &canvas)
    for (index, standby) in standbys.enumerated() {
      drawStanding(of: standby, index: index, y: height + 3 + index, at: time, axis, into: &canvas)
    }
  }

  private static let styles = [Style(.voter), Style(.nonVoter), Style(.message)]

  private func plot(
    _ standby: RegionID, index: Int, until time: Duration, _ axis: TimeAxis,
    into grid: inout BrailleGrid
  ) {
    let dots = grid.dots
    let points = run.timeline.lags.filter { $0.region == standby && $0.time <= time }.map { lag in
      let x = (lag.time / run.scenario.duration) * Double(dots.width - 1)
      let y = (1 - lag.staleness / top) * Double(dots.height - 1)
      return GridPoint(x: Int(x.rounded()), y: Int(y.rounded()))
    }
    grid.polyline(points, style: Self.styles[index % Self.styles.count])
  }

  /// What the plot shows at the present moment, in numbers.
  private func drawStanding(
    of standby: RegionID, index: Int, y: Int, at time: Duration, _ axis: TimeAxis,
    into canvas: inout Canvas
  ) {
    guard let lag = run.timeline.lags.last(where: { $0.region == standby && $0.time <= time })
    else { return }
    canvas.put(
      standby.name, x: axis.margin, y: y, style: Self.styles[index % Self.styles.count],
      maxWidth: axis.labelWidth)
    canvas.put(
      "\(text(lag.staleness)) behind · \(lag.missing) not received · \(lag.backlog) not replayed",
      x: axis.plotX, y: y)
  }
}
