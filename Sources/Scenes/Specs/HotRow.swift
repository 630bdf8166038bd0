import Content
import Drawing
import GeoModel

/// Writes that arrive together: to different rows they overlap, to one row they queue.
///
/// Arguments: `topology`, `leader`, `voters`, `writes` (how many), `rows` (same, different).
struct HotRow: DiagramScene {
  private enum Rows: String, CaseIterable { case same, different }

  private let rows: Rows
  private let commit: Duration
  private let writes: Int

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    let group = try arguments.group(in: topology)
    writes = try arguments.integer("writes", in: 1...8, default: 4)
    rows = try arguments.choice("rows", default: .same)
    guard let commit = group.commit(in: topology)?.latency, commit > .zero else {
      throw arguments.failure("voters", "these voters commit in no time; a row needs a round trip")
    }
    self.commit = commit
    try arguments.finish()
  }

  var question: String { "How many writes does one row take in a second?" }

  var diagram: TimeBars {
    let bars = (0..<writes).map { index in
      let wait = start(of: index)
      return TimeBars.Bar(
        label: "write \(index + 1)", mark: Mark(glyph: "→", style: Style(.message)),
        segments: [
          TimeBars.Segment(start: .zero, end: wait, pattern: .hatched, style: .faint),
          TimeBars.Segment(start: wait, end: wait + commit, pattern: .solid, style: Style(.voter)),
        ], note: wait > .zero ? "waited \(text(wait))" : "")
    }
    return TimeBars(rows: bars.map(TimeBars.Row.bar), threshold: nil, end: commit * writes)
  }

  /// When a write gets its row.
  private func start(of index: Int) -> Duration {
    switch rows {
    case .same: commit * index
    case .different: .zero
    }
  }

  var events: [SceneEvent] {
    let end = start(of: writes - 1) + commit
    return [SceneEvent(time: .zero, sentence: opening)] + handovers
      + [SceneEvent(time: end, sentence: closing)]
  }

  private var opening: String {
    switch (rows, writes) {
    case (_, 1): "One write wants one row and locks it."
    case (.same, _): "\(writes) writes want one row; the first one locks it."
    case (.different, _): "\(writes) writes to \(writes) rows start together."
    }
  }

  private var handovers: [SceneEvent] {
    guard rows == .same else { return [] }
    return (1..<writes).map { done in
      SceneEvent(
        time: commit * done,
        sentence: "Write \(done) commits and hands the row to write \(done + 1).")
    }
  }

  private var closing: String {
    let limit = Quantity.rate(perSecond: contendedWritesPerSecond(commit: commit)).text
    return switch (rows, writes) {
    case (_, 1): "It commits after \(text(commit)): this row takes \(limit)."
    case (.same, _):
      "The last one waited \(text(start(of: writes - 1))): this row takes \(limit)."
    case (.different, _):
      "All \(writes) commit after \(text(commit)): latency is not throughput."
    }
  }
}
