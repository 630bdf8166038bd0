import Drawing
import GeoModel

/// A space-time diagram: one lane per place, time to the right, messages as slanted lines.
///
/// The picture of Lamport, "Time, Clocks, and the Ordering of Events", CACM 1978, lying on its
/// side.
struct SpaceTime: Diagram {
  struct Lane: Sendable {
    var label: String
    var mark: Mark
  }

  struct Message: Sendable {
    var from: Int
    var to: Int
    var sent: Duration
    var arrival: Duration
    var style: Style
  }

  /// A moment on a lane.
  struct Moment: Sendable {
    var lane: Int
    var time: Duration
    var mark: Mark
    var label: String
  }

  var lanes: [Lane]
  var messages: [Message]
  var moments: [Moment]
  /// Lanes that stop, and when.
  var stops: [(lane: Int, time: Duration)]
  /// The right end of the axis.
  var end: Duration

  /// Four rows between lanes, and the axis.
  var idealHeight: Int { 5 * (lanes.count - 1) + 5 }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let layout = SpaceTimeLayout(diagram: self, size: canvas.size, marks: canvas.marks)
    var grid = BrailleGrid(size: layout.plot, marks: canvas.marks)
    for lane in lanes.indices { drawLane(lane, until: time, layout, into: &grid) }
    for message in messages where message.sent <= time {
      drawMessage(message, at: time, layout, into: &grid)
    }
    grid.draw(into: &canvas, x: layout.plotX, y: 0)
    drawLabels(layout, into: &canvas)
    drawMoments(at: time, layout, into: &canvas)
    canvas.axis(layout.scale, x: layout.plotX, y: layout.axisY, unit: "ms")
    drawPlayhead(at: time, layout, into: &canvas)
  }

  private func drawLane(
    _ lane: Int, until time: Duration, _ layout: SpaceTimeLayout, into grid: inout BrailleGrid
  ) {
    let stop = stops.first { $0.lane == lane }?.time ?? end
    let last = layout.dotX(min(time, stop))
    let y = layout.dotY(lane)
    grid.line(from: GridPoint(x: 0, y: y), to: GridPoint(x: last, y: y), style: Style(.link))
    for x in stride(from: last, to: layout.dotX(stop), by: layout.dots.width * 2) {
      grid.set(x: x, y: y, style: .faint)
    }
  }

  private func drawMessage(
    _ message: Message, at time: Duration, _ layout: SpaceTimeLayout, into grid: inout BrailleGrid
  ) {
    let isThere = message.arrival <= time
    let travelled = isThere ? 1 : (time - message.sent) / (message.arrival - message.sent)
    let start = (x: Double(layout.dotX(message.sent)), y: Double(layout.dotY(message.from)))
    let end = (x: Double(layout.dotX(message.arrival)), y: Double(layout.dotY(message.to)))
    let head = GridPoint(
      x: Int((start.x + (end.x - start.x) * travelled).rounded()),
      y: Int((start.y + (end.y - start.y) * travelled).rounded()))
    grid.line(from: GridPoint(x: Int(start.x), y: Int(start.y)), to: head, style: message.style)
  }

  private func drawLabels(_ layout: SpaceTimeLayout, into canvas: inout Canvas) {
    for (index, lane) in lanes.enumerated() {
      let y = layout.row(index)
      let label = StyledText(lane.label).truncated(width: layout.labelWidth)
      canvas.put(label, x: layout.margin, y: y)
      canvas.put(String(lane.mark.glyph), x: layout.plotX - 2, y: y, style: lane.mark.style)
    }
  }

  private func drawMoments(
    at time: Duration, _ layout: SpaceTimeLayout, into canvas: inout Canvas
  ) {
    let past = moments.filter { $0.time <= time }
    for moment in past {
      canvas.put(
        String(moment.mark.glyph), x: layout.plotX + layout.column(moment.time),
        y: layout.row(moment.lane), style: moment.mark.style)
    }
    // Words last: no mark may cut one. Of words that would overlap the later ones are shown.
    var taken: [Int: Int] = [:]
    for moment in past.reversed() where !moment.label.isEmpty {
      let x = layout.plotX + layout.column(moment.time)
      let width = columns(of: moment.label)
      let labelX = min(x + 2, canvas.size.width - width - 2)
      guard labelX + width < taken[moment.lane, default: .max] else { continue }
      taken[moment.lane] = labelX
      canvas.put(moment.label, x: labelX, y: layout.labelRow(moment.lane), style: .strong)
    }
  }

  private func drawPlayhead(
    at time: Duration, _ layout: SpaceTimeLayout, into canvas: inout Canvas
  ) {
    let y = layout.axisY - 1
    canvas.horizontalRule(y: y, x: layout.plotX, width: layout.plot.width, style: .faint)
    canvas.put("▲", x: layout.plotX + layout.column(time), y: y, style: .strong)
  }
}

/// Where the parts of a space-time diagram go on a canvas of a given size.
private struct SpaceTimeLayout {
  let margin: Int
  let labelWidth: Int
  let plotX: Int
  let plot: Size
  let axisY: Int
  let scale: Scale
  let dots: Size
  private let firstRow = 1
  private let rowStep: Int

  init(diagram: SpaceTime, size: Size, marks: Marks) {
    margin = size.width < 50 ? 0 : 2
    labelWidth = min(diagram.lanes.map { columns(of: $0.label) }.max() ?? 0, size.width / 3)
    plotX = margin + labelWidth + 3
    let spare = max(0, size.height - 2 - firstRow - 1)
    rowStep = max(1, min(5, spare / max(1, diagram.lanes.count - 1)))
    let height = firstRow + rowStep * (diagram.lanes.count - 1) + 1
    plot = Size(width: max(8, size.width - plotX - 6), height: height)
    axisY = height + 1
    scale = Scale(max: diagram.end.milliseconds, width: plot.width - 1)
    dots = marks.dotsPerCell
  }

  func dotX(_ time: Duration) -> Int {
    Int((scale.column(of: time.milliseconds) * Double(dots.width)).rounded())
  }

  func dotY(_ lane: Int) -> Int { row(lane) * dots.height + dots.height / 2 }

  func row(_ lane: Int) -> Int { firstRow + lane * rowStep }

  /// Above the lane, or on it where the row above belongs to another lane.
  func labelRow(_ lane: Int) -> Int { row(lane) - (lane == 0 || rowStep > 1 ? 1 : 0) }

  func column(_ time: Duration) -> Int { Int(scale.column(of: time.milliseconds).rounded()) }
}
