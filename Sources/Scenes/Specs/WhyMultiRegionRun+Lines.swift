import Drawing
import GeoModel
import GeoSim

extension WhyMultiRegionRun {
  /// Two lines over a common axis: what became of the writes with one region, and with two.
  func drawLines(at time: Duration, y: Int, into canvas: inout Canvas) {
    let labels = ["one region", "two regions"]
    let axis = TimeAxis(end: duration, labels: labels, size: canvas.size)
    canvas.put(labels[0], x: axis.margin, y: y, maxWidth: axis.labelWidth)
    drawLine(of: alone, y: y, at: time, axis, into: &canvas)
    drawGap(until: duration, aloneText(at: time), y: y, at: time, axis, into: &canvas)
    canvas.put(labels[1], x: axis.margin, y: y + 1, maxWidth: axis.labelWidth)
    drawLine(of: pair, y: y + 1, at: time, axis, into: &canvas)
    if let rto {
      let end = failure + rto
      drawGap(
        until: end, end <= time ? "RTO \(text(rto))" : "", y: y + 1, at: time, axis, into: &canvas)
    }
    axis.draw(y: y + 2, at: time, into: &canvas)
  }

  private func aloneText(at time: Duration) -> String {
    let isOver = time == duration
    return isOver
      ? "no write for \(text(alone.measurement.interruption)), and no end"
      : "waits for \(home.id)"
  }

  /// A mark for every column: whether all, some or none of the writes sent then were answered.
  ///
  /// Writes of the last second are left out: their answers may come after the end of the run.
  private func drawLine(
    of run: FailoverRun, y: Int, at time: Duration, _ axis: TimeAxis, into canvas: inout Canvas
  ) {
    let last = min(time, duration - .seconds(1))
    let writes = run.timeline.writes.filter { $0.sent <= last }
    for (column, writes) in Dictionary(grouping: writes, by: { axis.column($0.sent) }) {
      let answered = writes.count(where: \.isAcknowledged)
      let isAny = answered > 0
      canvas.put(
        answered == writes.count ? "▪" : isAny ? "▫" : "·", x: axis.plotX + column, y: y,
        style: isAny ? Style(.healthy) : .faint)
    }
  }

  /// A cross at the failure, and a word in the middle of what it has cost, where there is room.
  private func drawGap(
    until end: Duration, _ word: String, y: Int, at time: Duration, _ axis: TimeAxis,
    into canvas: inout Canvas
  ) {
    guard time >= failure else { return }
    let left = axis.plotX + axis.column(failure)
    let right = axis.plotX + axis.column(min(end, time))
    canvas.put(String(Mark.lost.glyph), x: left, y: y, style: Mark.lost.style)
    let room = right - left - 1
    let padded = " \(word) "
    guard !word.isEmpty, room >= columns(of: padded) else { return }
    canvas.put(
      padded, x: left + 1 + (room - columns(of: padded)) / 2, y: y,
      style: Style(.text, isBold: true))
  }
}
