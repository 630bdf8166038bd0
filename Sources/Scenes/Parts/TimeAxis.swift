import Drawing
import GeoModel

/// Labels on the left, and time to the right of them.
struct TimeAxis: Sendable {
  enum Unit: String {
    case seconds = "s"
    case hours = "h"
    case days = "d"

    fileprivate var length: Duration {
      switch self {
      case .seconds: .seconds(1)
      case .hours: .hours(1)
      case .days: .days(1)
      }
    }
  }

  let margin: Int
  let labelWidth: Int
  let plotX: Int
  /// The columns of the plot, less one: the last moment lies in the last column.
  let width: Int
  private let scale: Scale
  private let unit: Unit

  /// - Parameter room: columns behind the last moment, for what is said about it.
  init(
    end: Duration, labels: [String], size: Size, unit: Unit = .seconds, room: Int = 5
  ) {
    self.unit = unit
    margin = size.width < 50 ? 0 : 2
    labelWidth = min(labels.map { columns(of: $0) }.max() ?? 0, size.width / 3)
    plotX = margin + labelWidth + 3
    width = max(8, size.width - plotX - room)
    scale = Scale(max: end / unit.length, width: width)
  }

  /// The column of a moment, from the left end of the plot.
  func column(_ time: Duration) -> Int { Int(scale.column(of: time / unit.length).rounded()) }

  /// Fills the columns from one moment to another.
  func fill(
    from start: Duration, to end: Duration, y: Int, _ character: Character, _ style: Style,
    _ canvas: inout Canvas
  ) {
    let left = column(start)
    canvas.fill(
      Rect(x: plotX + left, y: y, width: max(0, column(end) - left + 1), height: 1),
      with: character, style: style)
  }

  /// The line of time with a hand at the present moment, and its numbers below.
  func draw(y: Int, at time: Duration, into canvas: inout Canvas) {
    drawHand(y: y, at: time, into: &canvas)
    drawNumbers(y: y + 1, into: &canvas)
  }

  func drawHand(y: Int, at time: Duration, into canvas: inout Canvas) {
    canvas.horizontalRule(y: y, x: plotX, width: width + 1, style: .faint)
    canvas.put("▲", x: plotX + column(time), y: y, style: .strong)
  }

  func drawNumbers(y: Int, into canvas: inout Canvas) {
    canvas.axis(scale, x: plotX, y: y, unit: unit.rawValue)
  }

  /// The lane of a server: a line while it is up, and a cross where it dies.
  func drawServer(
    _ label: String, y: Int, failure: Duration?, at time: Duration, into canvas: inout Canvas
  ) {
    canvas.put(label, x: margin, y: y, maxWidth: labelWidth)
    canvas.put("●", x: plotX - 2, y: y, style: Mark.leader.style)
    fill(from: .zero, to: min(time, failure ?? time), y: y, "━", Style(.leader), &canvas)
    guard let failure, failure <= time else { return }
    let x = plotX + column(failure)
    canvas.put(String(Mark.lost.glyph), x: x, y: y, style: Mark.lost.style)
    canvas.put("LOST", x: x + 2, y: y, style: Style(.lost))
  }
}
