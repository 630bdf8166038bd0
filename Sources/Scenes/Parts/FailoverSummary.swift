import Drawing
import GeoModel
import GeoSim

/// What a failover cost, measured on its run and written below its lanes.
enum FailoverSummary: Sendable {
  /// The recovery time in its parts, and what was lost.
  case recovery(FailoverRun)
  /// Whether two primaries wrote.
  case epochs(FailoverRun)

  var height: Int {
    switch self {
    case .recovery: 4
    case .epochs: 2
    }
  }

  func draw(y: Int, at time: Duration, _ axis: TimeAxis, into canvas: inout Canvas) {
    switch self {
    case .recovery(let run):
      drawRecovery(run, y: y, at: time, axis, into: &canvas)
      drawLoss(run, y: y + 3, at: time, axis, into: &canvas)
    case .epochs(let run): drawEpochs(run, y: y, at: time, axis, into: &canvas)
    }
  }

  /// The same without brackets, in two rows.
  func drawInWords(y: Int, at time: Duration, _ axis: TimeAxis, into canvas: inout Canvas) {
    switch self {
    case .recovery(let run):
      drawParts(run, y: y, at: time, axis, into: &canvas)
      drawLoss(run, y: y + 1, at: time, axis, into: &canvas)
    case .epochs(let run): drawEpochs(run, y: y, at: time, axis, into: &canvas)
    }
  }

  // MARK: - Recovery

  private func drawRecovery(
    _ run: FailoverRun, y: Int, at time: Duration, _ axis: TimeAxis, into canvas: inout Canvas
  ) {
    drawParts(run, y: y + 2, at: time, axis, into: &canvas)
    guard let failure = run.timeline.recovery?.failure, let rto = run.measurement.rto else {
      return
    }
    bracket(
      from: failure, to: failure + rto.total, text(rto.total), y: y, at: time, axis, .strong,
      into: &canvas)
    var start = failure
    for (part, length) in rto.parts {
      bracket(
        from: start, to: start + length, part, y: y + 1, at: time, axis, .text, into: &canvas)
      start += length
    }
  }

  /// The recovery time as the sum of the parts that are over.
  private func drawParts(
    _ run: FailoverRun, y: Int, at time: Duration, _ axis: TimeAxis, into canvas: inout Canvas
  ) {
    guard let failure = run.timeline.recovery?.failure, let rto = run.measurement.rto else {
      if time >= run.scenario.duration {
        canvas.put("nobody took over", x: axis.margin, y: y, style: Style(.text, isBold: true))
      }
      return
    }
    guard failure <= time else { return }
    canvas.put("RTO", x: axis.margin, y: y, style: Style(.text, isBold: true))
    var end = failure
    var told: [String] = []
    for (part, length) in rto.parts {
      end += length
      if end <= time { told.append("\(part) \(seconds(length))") }
    }
    let isOver = failure + rto.total <= time
    let total = StyledText(isOver ? "\(text(rto.total)) = " : "", style: .strong)
    let sum = StyledText(told.joined(separator: " + "), style: .text)
    canvas.put(total + sum, x: axis.margin + 5, y: y)
  }

  /// The number alone: the total beside it has the unit.
  private func seconds(_ duration: Duration) -> String {
    let text = text(duration)
    return text.hasSuffix(" s") ? String(text.dropLast(2)) : text
  }

  /// `├── label ──┤`, as much of it as has happened; a label that does not fit is left out.
  private func bracket(
    from start: Duration, to end: Duration, _ label: String, y: Int, at time: Duration,
    _ axis: TimeAxis, _ style: Style, into canvas: inout Canvas
  ) {
    guard start <= time else { return }
    let left = axis.plotX + axis.column(start)
    let right = axis.plotX + axis.column(min(end, time))
    canvas.horizontalRule(y: y, x: left, width: right - left, style: .faint)
    canvas.put("├", x: left, y: y, style: .faint)
    guard end <= time else { return }
    canvas.put("┤", x: right, y: y, style: .faint)
    let width = columns(of: label)
    let room = right - left - 1 - width
    guard room >= 4 else { return }
    canvas.put(" \(label) ", x: left + room / 2, y: y, style: style)
  }

  private func drawLoss(
    _ run: FailoverRun, y: Int, at time: Duration, _ axis: TimeAxis, into canvas: inout Canvas
  ) {
    guard let recovery = run.timeline.recovery, recovery.promoted <= time else { return }
    canvas.put("RPO", x: axis.margin, y: y, style: Style(.text, isBold: true))
    let measured = run.measurement
    let line =
      measured.lostWrites == 0
      ? StyledText("0: no acknowledged write is lost", style: Style(.healthy, isBold: true))
      : StyledText("\(text(measured.rpo)): ", style: .text)
        + StyledText(
          "\(measured.lostWrites) acknowledged \(measured.lostWrites == 1 ? "write" : "writes") LOST",
          style: Mark.lost.style)
    canvas.put(line, x: axis.margin + 5, y: y)
  }

  // MARK: - Epochs

  private func drawEpochs(
    _ run: FailoverRun, y: Int, at time: Duration, _ axis: TimeAxis, into canvas: inout Canvas
  ) {
    let accepted = run.timeline.writes.filter { $0.accepted.map { $0 <= time } ?? false }
    let stray = accepted.count(where: \.isSplitBrain)
    let epochs = accepted.compactMap(\.epoch).max() ?? 0
    let rejected = run.timeline.events.count { event in
      if case .rejected = event.kind { event.time <= time } else { false }
    }
    canvas.put(
      "\(accepted.count) writes accepted in \(epochs) \(epochs == 1 ? "epoch" : "epochs")",
      x: axis.margin, y: y)
    let verdict =
      stray > 0
      ? StyledText(
        "✘ SPLIT BRAIN: \(stray) accepted by the old primary after the new one",
        style: Mark.lost.style)
      : StyledText("✔ one primary at a time", style: Mark.done.style)
        + StyledText(
          rejected > 0
            ? "; storage refused \(rejected) old \(rejected == 1 ? "write" : "writes")" : "",
          style: .text)
    canvas.put(verdict, x: axis.margin, y: y + 1)
  }
}

extension RecoveryTime {
  /// The parts by name, in their order; what takes no time that anybody sees is left out.
  fileprivate var parts: [(name: String, length: Duration)] {
    [
      ("detect", detect), ("fence", decideAndFence), ("promote", promote), ("warm", warm),
      ("route", route),
    ].filter { $0.1 >= .milliseconds(10) }
  }
}
