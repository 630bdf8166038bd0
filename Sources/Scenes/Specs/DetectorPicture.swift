import Drawing
import GeoModel

/// A detector's run over an axis of seconds: the server, its probes, the misses, and below them how
/// long the failure went unseen and how long it could have.
struct DetectorPicture {
  let run: DetectorRun
  /// What is said about false alarms.
  let alarms: String

  var idealHeight: Int { DetectorLayout.idealHeight(for: run) }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let layout = DetectorLayout(run: run, size: canvas.size)
    for part in layout.parts {
      let y = layout.row(of: part)
      if let label = part.label { canvas.put(label, x: layout.margin, y: y) }
      draw(part, at: time, layout, y: y, into: &canvas)
    }
  }

  private func draw(
    _ part: DetectorPart, at time: Duration, _ layout: DetectorLayout, y: Int,
    into canvas: inout Canvas
  ) {
    switch part {
    case .server: drawServer(at: time, layout, y: y, into: &canvas)
    case .probes: drawProbes(at: time, layout, y: y, into: &canvas)
    case .misses: drawMisses(at: time, layout, y: y, into: &canvas)
    case .unseen: drawUnseen(at: time, layout, y: y, into: &canvas)
    case .possible: drawPossible(layout, y: y, into: &canvas)
    case .playhead:
      canvas.horizontalRule(y: y, x: layout.x, width: layout.scale.width + 1, style: .faint)
      canvas.put("▲", x: layout.column(time), y: y, style: .strong)
    case .axis: canvas.axis(layout.scale, x: layout.x, y: y, unit: "s")
    case .alarms: canvas.put(alarms, x: layout.x, y: y, style: .faint)
    }
  }

  /// A line while it is up, and a cross where it dies.
  private func drawServer(
    at time: Duration, _ layout: DetectorLayout, y: Int, into canvas: inout Canvas
  ) {
    canvas.put("●", x: layout.x - 2, y: y, style: Mark.leader.style)
    let last = layout.column(min(time, run.failure ?? run.alarm))
    canvas.fill(layout.span(from: .zero, to: last, y: y), with: "━", style: Style(.leader))
    guard let failure = run.failure, failure <= time else { return }
    canvas.put(String(Mark.lost.glyph), x: last, y: y, style: Mark.lost.style)
    canvas.put("LOST", x: last + 2, y: y, style: Style(.lost))
  }

  /// An answer where the probe was sent, or the wait for it and a cross at its end.
  private func drawProbes(
    at time: Duration, _ layout: DetectorLayout, y: Int, into canvas: inout Canvas
  ) {
    for probe in run.probes where probe.sent <= time {
      let judged = run.judgement(of: probe)
      let head = layout.column(min(time, judged))
      if !probe.isAnswered {
        canvas.fill(
          layout.span(from: probe.sent, to: head, y: y), with: "┄", style: Style(.message))
        canvas.put("○", x: layout.column(probe.sent), y: y, style: Style(.message))
      }
      guard judged <= time else { continue }
      let mark = probe.isAnswered ? Mark.done : .lost
      canvas.put(String(mark.glyph), x: head, y: y, style: mark.style)
    }
  }

  /// How many misses there are in a row, below the last of them.
  private func drawMisses(
    at time: Duration, _ layout: DetectorLayout, y: Int, into canvas: inout Canvas
  ) {
    for probe in run.probes where !probe.isAnswered && run.judgement(of: probe) <= time {
      let isLast = probe.misses == run.detector.misses
      let x = layout.column(run.judgement(of: probe))
      canvas.put("\(probe.misses)", x: x, y: y, style: Style(.lost))
      guard isLast else { continue }
      let isFalse = run.failure == nil
      canvas.put(
        isFalse ? "FALSE ALARM" : "declared dead", x: x + 2, y: y, style: isFalse ? .strong : .text)
    }
  }

  /// A bracket from the failure to its detection.
  private func drawUnseen(
    at time: Duration, _ layout: DetectorLayout, y: Int, into canvas: inout Canvas
  ) {
    guard let failure = run.failure, failure < time else { return }
    let last = layout.column(min(time, run.alarm))
    canvas.fill(layout.span(from: failure, to: last, y: y), with: "─")
    canvas.put("├", x: layout.column(failure), y: y)
    guard run.alarm <= time else { return }
    canvas.put("┤", x: last, y: y)
    canvas.put(text(run.alarm - failure), x: last + 2, y: y, style: .strong)
  }

  /// The band of moments at which such a failure can be seen.
  private func drawPossible(_ layout: DetectorLayout, y: Int, into canvas: inout Canvas) {
    guard let possible = run.possibleAlarms else { return }
    let last = layout.column(possible.upperBound)
    canvas.fill(
      layout.span(from: possible.lowerBound, to: last, y: y), with: "░", style: Style(.voter))
    canvas.put(run.detector.bounds, x: last + 2, y: y, style: .faint)
  }
}

extension HeartbeatDetector {
  /// `70 to 100 s`, with both units where they differ.
  var bounds: String {
    let (first, second) = (text(earliest).split(separator: " "), text(latest).split(separator: " "))
    let start = first.last == second.last ? String(first[0]) : text(earliest)
    return "\(start) to \(text(latest))"
  }
}
