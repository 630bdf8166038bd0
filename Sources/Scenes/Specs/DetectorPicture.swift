import Drawing
import GeoModel

/// A detector's run over an axis of seconds: the server, its probes, the misses, and below them how
/// long the failure went unseen and how long it could have.
struct DetectorPicture {
  let run: DetectorRun
  /// What is said about false alarms.
  let alarms: String

  static let idealHeight = 11

  func draw(at time: Duration, into canvas: inout Canvas) {
    let rows = Rows(height: canvas.size.height)
    let axis = Axis(end: end, size: canvas.size)
    drawServer(at: time, axis, y: rows.server, into: &canvas)
    drawProbes(at: time, axis, rows, into: &canvas)
    drawDetection(at: time, axis, y: rows.detected, into: &canvas)
    drawPossible(axis, y: rows.possible, into: &canvas)
    canvas.horizontalRule(y: rows.rule, x: axis.x, width: axis.scale.width + 1, style: .faint)
    canvas.put("▲", x: axis.column(time), y: rows.rule, style: .strong)
    canvas.axis(axis.scale, x: axis.x, y: rows.rule + 1, unit: "s")
    label("false alarms", axis, y: rows.alarms, into: &canvas)
    canvas.put(alarms, x: axis.x, y: rows.alarms, style: .faint)
  }

  private var end: Duration { max(run.possibleAlarms?.upperBound ?? .zero, run.alarm) }

  private func label(_ text: String, _ axis: Axis, y: Int, into canvas: inout Canvas) {
    canvas.put(text, x: axis.margin, y: y)
  }

  /// A line while it is up, a cross where it dies, dots afterwards.
  private func drawServer(at time: Duration, _ axis: Axis, y: Int, into canvas: inout Canvas) {
    label("server", axis, y: y, into: &canvas)
    canvas.put("●", x: axis.x - 2, y: y, style: Mark.leader.style)
    let last = axis.column(min(time, run.failure ?? end, end))
    canvas.fill(
      Rect(x: axis.x, y: y, width: last - axis.x + 1, height: 1), with: "━",
      style: Style(.leader))
    guard let failure = run.failure, failure <= time else { return }
    canvas.put(String(Mark.lost.glyph), x: last, y: y, style: Mark.lost.style)
    canvas.put("LOST", x: last + 2, y: y, style: Style(.lost))
  }

  private func drawProbes(
    at time: Duration, _ axis: Axis, _ rows: Rows, into canvas: inout Canvas
  ) {
    label("probes", axis, y: rows.probes, into: &canvas)
    label("misses", axis, y: rows.misses, into: &canvas)
    for probe in run.probes where probe.sent <= time {
      draw(probe, at: time, axis, rows, into: &canvas)
    }
  }

  private func draw(
    _ probe: DetectorRun.Probe, at time: Duration, _ axis: Axis, _ rows: Rows,
    into canvas: inout Canvas
  ) {
    let start = axis.column(probe.sent)
    guard !probe.isAnswered else {
      canvas.put(
        String(Mark.done.glyph), x: start, y: rows.probes, style: Mark.done.style)
      return
    }
    let judged = run.judgement(of: probe)
    let head = axis.column(min(time, judged))
    canvas.fill(
      Rect(x: start, y: rows.probes, width: head - start + 1, height: 1), with: "┄",
      style: Style(.message))
    canvas.put("○", x: start, y: rows.probes, style: Style(.message))
    guard judged <= time else { return }
    canvas.put(String(Mark.lost.glyph), x: head, y: rows.probes, style: Mark.lost.style)
    let isLast = probe.misses == run.detector.misses
    canvas.put(
      "\(probe.misses)", x: head, y: rows.misses, style: isLast ? .strong : Style(.lost))
    if isLast { canvas.put(verdict, x: head + 2, y: rows.misses, style: .strong) }
  }

  private var verdict: String { run.failure == nil ? "FALSE ALARM" : "declared dead" }

  /// A bracket from the failure to its detection.
  private func drawDetection(
    at time: Duration, _ axis: Axis, y: Int, into canvas: inout Canvas
  ) {
    guard let failure = run.failure, let detectionTime = run.detectionTime else { return }
    label("unseen", axis, y: y, into: &canvas)
    guard failure < time else { return }
    let start = axis.column(failure)
    let last = axis.column(min(time, run.alarm))
    canvas.horizontalRule(y: y, x: start, width: last - start + 1, style: .text)
    canvas.put("├", x: start, y: y)
    guard run.alarm <= time else { return }
    canvas.put("┤", x: last, y: y)
    canvas.put(text(detectionTime), x: last + 2, y: y, style: .strong)
  }

  /// The band of moments at which such a failure can be seen.
  private func drawPossible(_ axis: Axis, y: Int, into canvas: inout Canvas) {
    guard let possible = run.possibleAlarms else { return }
    label("possible", axis, y: y, into: &canvas)
    let start = axis.column(possible.lowerBound)
    let last = axis.column(possible.upperBound)
    canvas.fill(
      Rect(x: start, y: y, width: last - start + 1, height: 1), with: "░", style: Style(.voter))
    let detector = run.detector
    canvas.put(
      "\(text(detector.earliest)) to \(text(detector.latest))", x: last + 2, y: y, style: .faint)
  }
}

/// In which row each part stands; space between them goes first where there is little.
private struct Rows {
  let server: Int
  let probes: Int
  let misses: Int
  let detected: Int
  let possible: Int
  let rule: Int
  let alarms: Int

  init(height: Int) {
    let gap = height >= DetectorPicture.idealHeight ? 1 : 0
    server = 0
    probes = server + 1 + gap
    misses = probes + 1
    detected = misses + 1 + gap
    possible = detected + 1
    rule = possible + 1
    alarms = rule + 2 + gap
  }
}

/// Where the moments of the run lie.
private struct Axis {
  let margin: Int
  let x: Int
  let scale: Scale

  /// Behind the last moment there is room for what is said about it.
  private static let room = 16

  init(end: Duration, size: Size) {
    margin = size.width < 50 ? 0 : 2
    x = margin + 15
    scale = Scale(max: end / .seconds(1), width: max(8, size.width - x - Self.room))
  }

  func column(_ time: Duration) -> Int {
    x + Int(scale.column(of: time / .seconds(1)).rounded())
  }
}
