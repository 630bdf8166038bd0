import Drawing
import GeoModel

/// A ruler of milliseconds with a hand at the present moment, and the trips that it measures.
struct LatencyRuler: Sendable {
  struct Trip: Sendable {
    let label: String
    let duration: Duration
  }

  /// Shortest first.
  let trips: [Trip]
  let width: Int

  /// Rows: the hand, the numbers, and a line or two of trips.
  var height: Int { 2 + lines.count }

  func draw(at time: Duration, y: Int, into canvas: inout Canvas) {
    let margin = 2
    let longest = trips.last?.duration ?? .milliseconds(1)
    let scale = Scale(max: longest.milliseconds, width: max(8, width - 2 * margin - 8))
    func column(_ time: Duration) -> Int {
      margin + Int(scale.column(of: time.milliseconds).rounded())
    }
    canvas.horizontalRule(y: y, x: margin, width: scale.width + 1, style: .faint)
    for trip in trips {
      let isBack = trip.duration <= time
      canvas.put(
        isBack ? "✔" : "○", x: column(trip.duration), y: y,
        style: isBack ? Mark.done.style : Mark.voter.style)
    }
    canvas.put("▲", x: column(min(time, longest)), y: y, style: .strong)
    canvas.axis(scale, x: margin, y: y + 1, unit: "ms")
    for (row, line) in lines.enumerated() {
      draw(line, x: margin, y: y + 2 + row, at: time, into: &canvas)
    }
  }

  /// The trips, as many to a line as fit.
  private var lines: [[Trip]] {
    let perLine = max(1, (width - 4) / cellWidth)
    return stride(from: 0, to: trips.count, by: perLine).map {
      Array(trips[$0..<min($0 + perLine, trips.count)])
    }
  }

  private var cellWidth: Int { (trips.map { columns(of: $0.label) }.max() ?? 0) + 13 }

  private func draw(_ line: [Trip], x: Int, y: Int, at time: Duration, into canvas: inout Canvas) {
    for (index, trip) in line.enumerated() {
      let start = x + index * cellWidth
      let isBack = trip.duration <= time
      let mark = isBack ? Mark.done : Mark.voter
      canvas.put(String(mark.glyph), x: start, y: y, style: mark.style)
      canvas.put(trip.label, x: start + 2, y: y)
      if isBack {
        canvas.put(
          text(trip.duration), endX: start + cellWidth - 3, y: y, style: Style(.text, isBold: true))
      }
    }
  }
}
