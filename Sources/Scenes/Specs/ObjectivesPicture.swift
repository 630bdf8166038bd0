import Content
import Drawing
import GeoModel

/// The budget as a bar that fills up, and below it what every number of nines allows.
struct ObjectivesPicture {
  let availability: Share
  let budget: DowntimeBudget
  let rto: Duration
  let incidents: Int

  static let idealHeight = 11

  /// - Parameter time: the downtime spent.
  func draw(at time: Duration, into canvas: inout Canvas) {
    let layout = Layout(budget: budget.total, spent: rto * incidents, size: canvas.size)
    drawBudget(layout, into: &canvas)
    for number in 0..<incidents where rto * number < time {
      drawIncident(number, at: time, layout, into: &canvas)
    }
    drawLimit(layout, into: &canvas)
    drawState(at: time, layout, into: &canvas)
    drawNines(layout, into: &canvas)
  }

  /// The empty bar and its axis.
  private func drawBudget(_ layout: Layout, into canvas: inout Canvas) {
    canvas.put("downtime", x: layout.margin, y: layout.bar)
    let width = layout.column(budget.total) - layout.x
    canvas.fill(
      Rect(x: layout.x, y: layout.bar, width: width, height: 1), with: "·", style: .faint)
    canvas.axis(layout.scale, x: layout.x, y: layout.bar + 1, unit: layout.unit.name)
  }

  /// One incident's part of the bar, with a gap to the next where there is room for one.
  private func drawIncident(
    _ number: Int, at time: Duration, _ layout: Layout, into canvas: inout Canvas
  ) {
    let start = layout.column(rto * number)
    let end = layout.column(rto * (number + 1))
    let head = min(layout.column(time), end)
    let width = end - start > 1 ? min(head, end - 1) - start : head - start
    let isOver = budget.left(after: number + 1, of: rto) < .zero
    canvas.fill(
      Rect(x: start, y: layout.bar, width: max(0, width), height: 1), with: isOver ? "✘" : "█",
      style: Style(isOver ? .lost : .voter))
  }

  /// Where the budget ends.
  private func drawLimit(_ layout: Layout, into canvas: inout Canvas) {
    let x = layout.column(budget.total)
    for y in layout.limit...layout.bar { canvas.put("┊", x: x, y: y, style: .strong) }
    let label = "budget \(text(budget.total))"
    canvas.put(label, endX: max(layout.x + columns(of: label), x - 1), y: layout.limit)
  }

  private func drawState(at time: Duration, _ layout: Layout, into canvas: inout Canvas) {
    let begun = min(incidents, Int((time / rto).rounded(.up)))
    let left = budget.total - time
    let isOver = left < .zero
    let mark = isOver ? Mark.lost : .done
    let verdict = isOver ? "OVER BUDGET by \(text(.zero - left))" : "\(text(left)) left"
    canvas.put(String(mark.glyph), x: layout.x, y: layout.state, style: mark.style)
    canvas.put(
      "\(begun) of \(incidents) incidents, \(text(time)) spent, \(verdict)", x: layout.x + 2,
      y: layout.state, style: isOver ? .strong : .text)
  }
}

extension ObjectivesPicture {
  private static let nines = [0.99, 0.999, 0.9999, 0.999_99].map { Share($0) }

  /// What each number of nines allows; the chosen one has the mark of a leader.
  private func drawNines(_ layout: Layout, into canvas: inout Canvas) {
    for (index, share) in Self.nines.enumerated() {
      let y = layout.nines + index
      let isChosen = abs(share.value - availability.value) < 1e-9
      let style: Style = isChosen ? .text : .faint
      let budget = DowntimeBudget(Availability(share.value))
      if isChosen { canvas.put("●", x: layout.margin, y: y, style: Style(.leader, isBold: true)) }
      canvas.put(share.text, x: layout.margin + 2, y: y, style: style)
      canvas.put(text(budget.total), endX: layout.x + 8, y: y, style: style)
      let count = budget.incidents(of: rto)
      canvas.put(
        "\(count)", endX: layout.x + 16, y: y, style: style)
      canvas.put(
        count == 1 ? "incident of \(text(rto))" : "incidents of \(text(rto))",
        x: layout.x + 17, y: y, style: style)
    }
  }
}

/// Where the parts of the picture go on a canvas of a given size.
private struct Layout {
  let margin: Int
  let x: Int
  let scale: Scale
  let unit: (name: String, duration: Duration)
  let limit = 0
  let bar = 1
  let state: Int
  let nines: Int

  init(budget: Duration, spent: Duration, size: Size) {
    margin = size.width < 50 ? 0 : 2
    x = margin + 11
    // More than twice the budget is as bad as twice the budget.
    let shown = max(budget, min(spent, budget * 2))
    unit = Self.unit(for: shown)
    scale = Scale(max: shown / unit.duration, width: max(8, size.width - x - 7))
    let gap = size.height >= ObjectivesPicture.idealHeight ? 1 : 0
    state = bar + 2 + gap
    nines = state + 1 + gap
  }

  private static func unit(for duration: Duration) -> (name: String, duration: Duration) {
    let units = [("d", 86_400), ("h", 3600), ("min", 60)]
    let unit = units.first { duration >= .seconds(2 * $0.1) } ?? ("s", 1)
    return (unit.0, .seconds(unit.1))
  }

  func column(_ time: Duration) -> Int {
    x + Int(scale.column(of: time / unit.duration).rounded())
  }
}
