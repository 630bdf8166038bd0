import Drawing
import GeoModel

/// Labels on the left, and time in seconds to the right of them.
struct TimeAxis: Sendable {
  let margin: Int
  let labelWidth: Int
  let plotX: Int
  /// The columns of the plot, less one: the last moment lies in the last column.
  let width: Int
  private let scale: Scale

  init(end: Duration, labels: [String], size: Size) {
    margin = size.width < 50 ? 0 : 2
    labelWidth = min(labels.map { columns(of: $0) }.max() ?? 0, size.width / 3)
    plotX = margin + labelWidth + 3
    width = max(8, size.width - plotX - 5)
    scale = Scale(max: end / .seconds(1), width: width)
  }

  /// The column of a moment, from the left end of the plot.
  func column(_ time: Duration) -> Int { Int(scale.column(of: time / .seconds(1)).rounded()) }

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
    canvas.horizontalRule(y: y, x: plotX, width: width + 1, style: .faint)
    canvas.put("▲", x: plotX + column(time), y: y, style: .strong)
    canvas.axis(scale, x: plotX, y: y + 1, unit: "s")
  }
}
