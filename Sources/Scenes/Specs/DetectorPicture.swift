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
      if let label = part.label {
        canvas.put(label, x: layout.axis.margin, y: y, maxWidth: layout.axis.labelWidth)
      }
      draw(part, at: time, layout.axis, y: y, into: &canvas)
    }
  }

  private func draw(
    _ part: DetectorPart, at time: Duration, _ axis: TimeAxis, y: Int,
    into canvas: inout Canvas
  ) {
    switch part {
    case .server:
      axis.drawServer("server", y: y, failure: run.failure, at: time, into: &canvas)
    case .probes: drawProbes(at: time, axis, y: y, into: &canvas)
    case .misses: drawMisses(at: time, axis, y: y, into: &canvas)
    case .unseen: drawUnseen(at: time, axis, y: y, into: &canvas)
    case .possible: drawPossible(axis, y: y, into: &canvas)
    case .playhead: axis.drawHand(y: y, at: time, into: &canvas)
    case .axis: axis.drawNumbers(y: y, into: &canvas)
    case .alarms: canvas.put(alarms, x: axis.plotX, y: y, style: .faint)
    }
  }

  /// An answer where the probe was sent, or the wait for it and a cross at its end.
  private func drawProbes(
    at time: Duration, _ axis: TimeAxis, y: Int, into canvas: inout Canvas
  ) {
    for probe in run.probes where probe.sent <= time {
      let judged = run.judgement(of: probe)
      if !probe.isAnswered {
        let style = Style(.message)
        axis.fill(from: probe.sent, to: min(time, judged), y: y, "┄", style, &canvas)
        canvas.put("○", x: axis.plotX + axis.column(probe.sent), y: y, style: style)
      }
      guard judged <= time else { continue }
      let mark = probe.isAnswered ? Mark.done : .lost
      canvas.put(
        String(mark.glyph), x: axis.plotX + axis.column(judged), y: y, style: mark.style)
    }
  }

  /// How many misses there are in a row, below the last of them.
  private func drawMisses(
    at time: Duration, _ axis: TimeAxis, y: Int, into canvas: inout Canvas
  ) {
    for probe in run.probes where !probe.isAnswered && run.judgement(of: probe) <= time {
      let isLast = probe.misses == run.detector.misses
      let x = axis.plotX + axis.column(run.judgement(of: probe))
      canvas.put("\(probe.misses)", x: x, y: y, style: Style(.lost))
      guard isLast else { continue }
      let isFalse = run.failure == nil
      canvas.put(
        isFalse ? "FALSE ALARM" : "declared dead", x: x + 2, y: y, style: isFalse ? .strong : .text)
    }
  }

  /// A bracket from the failure to its detection.
  private func drawUnseen(
    at time: Duration, _ axis: TimeAxis, y: Int, into canvas: inout Canvas
  ) {
    guard let failure = run.failure, failure < time else { return }
    axis.fill(from: failure, to: min(time, run.alarm), y: y, "─", .text, &canvas)
    canvas.put("├", x: axis.plotX + axis.column(failure), y: y)
    guard run.alarm <= time else { return }
    let last = axis.plotX + axis.column(run.alarm)
    canvas.put("┤", x: last, y: y)
    canvas.put(text(run.alarm - failure), x: last + 2, y: y, style: .strong)
  }

  /// The band of moments at which such a failure can be seen.
  private func drawPossible(_ axis: TimeAxis, y: Int, into canvas: inout Canvas) {
    guard let possible = run.possibleAlarms else { return }
    let (first, last) = (possible.lowerBound, possible.upperBound)
    axis.fill(from: first, to: last, y: y, "░", Style(.voter), &canvas)
    canvas.put(
      run.detector.bounds, x: axis.plotX + axis.column(last) + 2, y: y, style: .faint)
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
