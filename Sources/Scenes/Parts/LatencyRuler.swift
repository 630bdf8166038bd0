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

  /// Draws the ruler in row `y` and its numbers in the row below.
  func drawRuler(at time: Duration, y: Int, into canvas: inout Canvas) {
    let margin = 2
    let longest = trips.last?.duration ?? .milliseconds(1)
    let scale = Scale(max: longest.milliseconds, width: max(8, canvas.size.width - 2 * margin - 4))
    func column(_ time: Duration) -> Int {
      margin + Int(scale.column(of: time.milliseconds).rounded())
    }
    canvas.horizontalRule(y: y, x: margin, width: scale.width + 1, style: .faint)
    for trip in trips {
      let mark = mark(of: trip, at: time)
      canvas.put(String(mark.glyph), x: column(trip.duration), y: y, style: mark.style)
    }
    canvas.put("▲", x: column(min(time, longest)), y: y, style: .strong)
    canvas.axis(scale, x: margin, y: y + 1, unit: "ms")
  }

  /// Draws the trips, `perLine` of them in each row; a trip that is back shows its time.
  func drawList(at time: Duration, x: Int, y: Int, perLine: Int, into canvas: inout Canvas) {
    for (index, trip) in trips.enumerated() {
      let left = x + index % perLine * cellWidth
      let row = y + index / perLine
      let mark = mark(of: trip, at: time)
      canvas.put(String(mark.glyph), x: left, y: row, style: mark.style)
      canvas.put(trip.label, x: left + 2, y: row)
      if trip.duration <= time {
        canvas.put(
          text(trip.duration), endX: left + cellWidth - 3, y: row,
          style: Style(.text, isBold: true))
      }
    }
  }

  /// The columns of one trip in the list.
  var cellWidth: Int { (trips.map { columns(of: $0.label) }.max() ?? 0) + 13 }

  private func mark(of trip: Trip, at time: Duration) -> Mark {
    trip.duration <= time ? .done : .voter
  }
}
