import Content
import Drawing
import GeoModel

/// Writes that arrive together: to different rows they overlap, to one row they queue.
///
/// Arguments: `topology`, `leader`, `voters`, `writes` (how many), `rows` (same, different).
struct HotRow: Scene {
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

  func idealHeight(width: Int) -> Int { bars.idealHeight }

  func draw(at time: Duration, into canvas: inout Canvas) {
    bars.draw(at: time, into: &canvas)
  }

  private var bars: TimeBars {
    let rows = (0..<writes).map { index in
      let wait = start(of: index)
      return TimeBars.Row.bar(
        label: "write \(index + 1)", mark: Mark(glyph: "→", style: Style(.message)),
        segments: [
          TimeBars.Segment(start: .zero, end: wait, pattern: .hatched, style: .faint),
          TimeBars.Segment(start: wait, end: wait + commit, pattern: .solid, style: Style(.voter)),
        ], note: wait > .zero ? "waited \(text(wait))" : "")
    }
    return TimeBars(rows: rows, threshold: nil, end: commit * writes)
  }

  /// When a write gets its row.
  private func start(of index: Int) -> Duration {
    switch rows {
    case .same: commit * index
    case .different: .zero
    }
  }

  var events: [SceneEvent] {
    switch rows {
    case .different:
      [
        SceneEvent(
          time: .zero, sentence: "\(writes) writes to \(writes) rows start together."),
        SceneEvent(
          time: commit,
          sentence: "All \(writes) commit after \(text(commit)): latency is not throughput."),
      ]
    case .same:
      [SceneEvent(time: .zero, sentence: "\(writes) writes want one row; the first one locks it.")]
        + (1...writes).map { done in
          SceneEvent(time: commit * done, sentence: queueSentence(done: done))
        }
    }
  }

  private func queueSentence(done: Int) -> String {
    let limit = Quantity.rate(perSecond: contendedWritesPerSecond(commit: commit)).text
    return done < writes
      ? "Write \(done) commits and hands the row to write \(done + 1)."
      : "The last one waited \(text(commit * (writes - 1))): this row takes \(limit)."
  }
}
