import Content
import Drawing
import GeoModel

/// Lanes of copies over an axis of days, the deadline as a line through all of them.
struct ErasureChart {
  let report: ErasureReport
  let lanes: [ErasureLane]
  let horizon: Duration

  private static let noteWidth = 18

  /// The deadline's name, the lanes, the axis in two rows, a gap and the conclusion.
  var idealHeight: Int { 1 + lanes.count + 2 + 2 }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let room = canvas.size.height - 4
    let shown = lanes.count <= room ? lanes : longest(max(1, room - 1))
    let left = lanes.filter { !shown.contains($0) }
    let axis = TimeAxis(
      end: horizon, labels: shown.map(\.label), size: canvas.size, unit: .days,
      room: Self.noteWidth + 2)
    drawDeadline(rows: shown.count + (left.isEmpty ? 0 : 1), axis, into: &canvas)
    for (row, lane) in shown.enumerated() {
      draw(lane, y: 1 + row, at: time, axis, into: &canvas)
    }
    var y = 1 + shown.count
    if !left.isEmpty {
      draw(left, y: y, at: time, axis, into: &canvas)
      y += 1
    }
    axis.draw(y: y, at: time, into: &canvas)
    y += canvas.size.height > y + 3 ? 3 : 2
    drawConclusion(y: y, at: time, axis, into: &canvas)
  }

  /// As many lanes as have room, those that end last, in their order.
  private func longest(_ count: Int) -> [ErasureLane] {
    let kept = lanes.enumerated().sorted { one, other in
      let ends = [one, other].map { $0.element.end ?? .days(1_000_000) }
      return (ends[0], one.offset) > (ends[1], other.offset)
    }.prefix(count).map(\.offset)
    return lanes.indices.filter(kept.contains).map { lanes[$0] }
  }

  private func drawDeadline(rows: Int, _ axis: TimeAxis, into canvas: inout Canvas) {
    let x = axis.plotX + axis.column(ErasureReport.month)
    let names = ["the request", "one month"]
    if names.joined(separator: " ").count + 1 < x - axis.plotX {
      canvas.put(names[0], x: axis.plotX, y: 0, style: .faint)
    }
    canvas.put(names[1], endX: x - 1, y: 0, style: .faint)
    for y in 0...rows { canvas.put("┊", x: x, y: y, style: .faint) }
  }

  private func draw(
    _ lane: ErasureLane, y: Int, at time: Duration, _ axis: TimeAxis, into canvas: inout Canvas
  ) {
    let isLast = lane.end == report.end
    canvas.put(
      lane.label, x: axis.margin, y: y, style: Style(.text, isBold: isLast),
      maxWidth: axis.labelWidth)
    for copy in lane.copies where copy.birth <= time {
      drawBar(of: copy, y: y, at: time, axis, into: &canvas)
    }
    guard let copy = lane.copies.last(where: { $0.birth <= time }) else { return }
    let note = note(on: copy, at: time, isLast: isLast)
    canvas.put(
      note.truncated(width: Self.noteWidth), x: axis.plotX + axis.width + 2, y: y)
  }

  /// A line as long as the copy can be read; beyond the deadline in the style of what is lost.
  private func drawBar(
    of copy: StoredCopy, y: Int, at time: Duration, _ axis: TimeAxis, into canvas: inout Canvas
  ) {
    let isBeyondUse = report.isBeyondUse(copy)
    let line: Character = isBeyondUse ? "╌" : "━"
    let isBack = copy.layer.isBack
    let end = min(copy.death?.time ?? horizon, time, horizon)
    axis.fill(
      from: copy.birth, to: end, y: y, line, isBack ? Style(.lost) : Style(.voter), &canvas)
    if end > ErasureReport.month, !isBeyondUse {
      axis.fill(from: ErasureReport.month, to: end, y: y, line, Style(.lost), &canvas)
    }
    if isBack {
      canvas.put(
        String(Mark.lost.glyph), x: axis.plotX + axis.column(copy.birth), y: y,
        style: Mark.lost.style)
    }
    let x = axis.plotX + axis.column(end)
    if let death = copy.death?.time, death <= min(time, horizon) {
      canvas.put(String(Mark.done.glyph), x: x, y: y, style: Mark.done.style)
    } else if end == horizon {
      canvas.put("▶", x: x, y: y, style: isBeyondUse ? Style(.voter) : Style(.lost))
    }
  }

  /// What has become of a copy, or what is known of it yet.
  private func note(on copy: StoredCopy, at time: Duration, isLast: Bool) -> StyledText {
    guard let death = copy.death else {
      return time >= horizon || copy.layer.isBack
        ? StyledText("✘ \(copy.layer.isBack ? "BACK" : "NEVER GONE")", style: Mark.lost.style)
        : StyledText("readable", style: .faint)
    }
    let isLate = death.time > ErasureReport.month && !report.isBeyondUse(copy)
    if isLate, time >= min(death.time, horizon) {
      return StyledText("✘ LATE, \(text(death.time))", style: Mark.lost.style)
    }
    guard death.time <= time || death.time > horizon && time >= horizon else {
      return StyledText(report.isBeyondUse(copy) ? "beyond use" : "readable", style: .faint)
    }
    let when = death.time == .zero ? "at once" : text(death.time)
    return StyledText("\(death.cause.word)".padded(to: 10) + when, style: isLast ? .strong : .text)
  }

  /// Lanes for which there is no room, told in one row.
  private func draw(
    _ left: [ErasureLane], y: Int, at time: Duration, _ axis: TimeAxis, into canvas: inout Canvas
  ) {
    let isEndless = left.contains { $0.end == nil }
    let end = isEndless ? horizon : left.compactMap(\.end).max() ?? .zero
    canvas.put("\(left.count) more", x: axis.margin, y: y, style: .faint)
    axis.fill(from: .zero, to: min(end, time), y: y, "·", .faint, &canvas)
    guard end <= time else { return }
    let note =
      isEndless
      ? StyledText("✘ NEVER GONE", style: Mark.lost.style)
      : StyledText("gone by \(text(end))", style: .faint)
    canvas.put(note, x: axis.plotX + axis.width + 2, y: y)
  }

  private func drawConclusion(
    y: Int, at time: Duration, _ axis: TimeAxis, into canvas: inout Canvas
  ) {
    let count = report.readable(at: time).count
    let isOver = time >= min(report.end ?? horizon, horizon)
    let names = lanes.filter { $0.end == report.end }.map(\.label).joined(separator: ", ")
    let line =
      !isOver
      ? StyledText("\(count) \(count == 1 ? "copy" : "copies") can be read")
      : report.end.map {
        StyledText("the last copy is gone after \(text($0))", style: .text)
          + StyledText(": \(names)")
      } ?? StyledText("✘ NEVER over: \(names)", style: Mark.lost.style)
    canvas.put(
      line.truncated(width: canvas.size.width - 2 * axis.margin), x: axis.margin, y: y)
  }
}
