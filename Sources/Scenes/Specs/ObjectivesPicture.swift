import Content
import Drawing
import GeoModel

/// The budget as a bar that fills up, and below it what every number of nines allows.
struct ObjectivesPicture {
  let availability: Share
  let budget: DowntimeBudget
  let rto: Duration
  let incidents: Int

  static let idealHeight = ObjectivesLayout.idealHeight

  /// - Parameter time: the downtime spent.
  func draw(at time: Duration, into canvas: inout Canvas) {
    let layout = ObjectivesLayout(
      budget: budget.total, rto: rto, incidents: incidents, size: canvas.size)
    drawBudget(layout, into: &canvas)
    for number in 0..<incidents where rto * number < time {
      drawIncident(number, at: time, layout, into: &canvas)
    }
    if time > layout.end { canvas.put("→", x: layout.column(time), y: layout.bar) }
    drawLimit(layout, into: &canvas)
    drawState(at: time, y: layout.state, x: layout.margin, into: &canvas)
    drawNines(layout, into: &canvas)
  }

  /// The empty bar and its axis.
  private func drawBudget(_ layout: ObjectivesLayout, into canvas: inout Canvas) {
    canvas.put("downtime", x: layout.margin, y: layout.bar)
    let width = layout.column(budget.total) - layout.x
    canvas.fill(
      Rect(x: layout.x, y: layout.bar, width: width, height: 1), with: "·", style: .faint)
    canvas.axis(layout.scale, x: layout.x, y: layout.bar + 1, unit: layout.unit.name)
  }

  /// One incident's part of the bar, with a gap to the next where there is room for one; what lies
  /// beyond the budget is hatched.
  private func drawIncident(
    _ number: Int, at time: Duration, _ layout: ObjectivesLayout, into canvas: inout Canvas
  ) {
    let start = layout.column(rto * number)
    let end = layout.column(rto * (number + 1))
    let limit = layout.column(budget.total)
    let head = min(layout.column(time), end)
    let hasGap = end - start > 1 && rto * (number + 1) <= layout.end
    for x in start..<max(start, head) {
      let isGap = hasGap && x == end - 1
      let isOver = x >= limit
      canvas.put(
        isGap ? " " : isOver ? "░" : "█", x: x, y: layout.bar,
        style: Style(isOver ? .lost : .voter))
    }
  }

  /// Where the budget ends.
  private func drawLimit(_ layout: ObjectivesLayout, into canvas: inout Canvas) {
    let x = layout.column(budget.total)
    for y in layout.limit...layout.bar { canvas.put("┊", x: x, y: y) }
    guard layout.limit < layout.bar else { return }
    let label = "budget \(text(budget.total))"
    canvas.put(label, endX: max(layout.x + columns(of: label), x - 1), y: layout.limit)
  }

  private func drawState(at time: Duration, y: Int, x: Int, into canvas: inout Canvas) {
    let begun = min(incidents, Int((time / rto).rounded(.up)))
    let left = budget.total - time
    let isOver = left < .zero
    let mark = isOver ? Mark.lost : .done
    let verdict = isOver ? "OVER BUDGET by \(text(.zero - left))" : "\(text(left)) left"
    canvas.put(String(mark.glyph), x: x, y: y, style: mark.style)
    canvas.put(
      "incident \(begun) of \(incidents) · \(text(time)) spent · \(verdict)", x: x + 2, y: y,
      style: isOver ? .strong : .text)
  }
}

extension ObjectivesPicture {
  fileprivate static let nines = [0.99, 0.999, 0.9999, 0.999_99].map { Share($0) }

  private func isChosen(_ share: Share) -> Bool { abs(share.value - availability.value) < 1e-9 }

  /// What each number of nines allows; the chosen one has a mark, and is there in any case.
  private func drawNines(_ layout: ObjectivesLayout, into canvas: inout Canvas) {
    let chosen = Self.nines.firstIndex(where: isChosen) ?? 0
    let first = max(0, chosen - layout.ninesCount + 1)
    for (row, share) in Self.nines.dropFirst(first).prefix(layout.ninesCount).enumerated() {
      draw(share, y: layout.nines + row, layout, into: &canvas)
    }
  }

  private func draw(
    _ share: Share, y: Int, _ layout: ObjectivesLayout, into canvas: inout Canvas
  ) {
    let style: Style = isChosen(share) ? .text : .faint
    let budget = DowntimeBudget(Availability(share.value))
    if isChosen(share) { canvas.put("▸", x: layout.margin, y: y, style: .strong) }
    canvas.put(share.text, x: layout.margin + 2, y: y, style: style)
    canvas.put(text(budget.total), endX: layout.x + 8, y: y, style: style)
    let count = budget.incidents(of: rto)
    canvas.put("\(count)", endX: layout.x + 16, y: y, style: style)
    let noun = count == 1 ? "incident" : "incidents"
    canvas.put("\(noun) of \(text(rto)) fit", x: layout.x + 17, y: y, style: style)
  }
}

/// Where the parts of the picture go on a canvas of a given size.
struct ObjectivesLayout {
  static let idealHeight = 10

  let margin: Int
  /// Where the bar begins.
  let x: Int
  let scale: Scale
  let unit: (name: String, duration: Duration)
  /// Where the budget is labelled; in the row of the bar there is no label.
  let limit = 0
  let bar: Int
  let state: Int
  let nines: Int
  let ninesCount: Int

  init(budget: Duration, rto: Duration, incidents: Int, size: Size) {
    margin = size.width < 50 ? 0 : 2
    x = margin + 11
    // More than twice the budget is as bad as twice the budget.
    let shown = max(budget, min(rto * incidents, budget * 2))
    unit = Self.unit(for: shown)
    scale = Self.scale(of: shown, rto: rto, unit: unit.duration, room: max(8, size.width - x - 7))
    let rows = 3 + ObjectivesPicture.nines.count
    bar = size.height > rows ? 1 : 0
    state = bar + 2 + (size.height > rows + 2 ? 1 : 0)
    nines = state + 1 + (size.height > rows + 1 ? 1 : 0)
    ninesCount = min(ObjectivesPicture.nines.count, max(0, size.height - nines))
  }

  /// The widest scale on which every incident has the same number of columns.
  private static func scale(of shown: Duration, rto: Duration, unit: Duration, room: Int) -> Scale {
    let perIncident = (Double(room) * (rto / shown)).rounded(.down)
    guard perIncident >= 1, rto < shown else { return Scale(max: shown / unit, width: room) }
    let width = Int((perIncident * (shown / rto)).rounded())
    return Scale(max: Double(width) / perIncident * (rto / unit), width: width)
  }

  private static func unit(for duration: Duration) -> (name: String, duration: Duration) {
    let units = [("d", 86_400), ("h", 3600), ("min", 60)]
    let unit = units.first { duration >= .seconds(2 * $0.1) } ?? ("s", 1)
    return (unit.0, .seconds(unit.1))
  }

  /// The last moment on the scale.
  var end: Duration { unit.duration * scale.max }

  func column(_ time: Duration) -> Int {
    x + Int(scale.column(of: time / unit.duration).rounded())
  }
}
