import Drawing

/// Replicas side by side, what is under way between them, and what follows.
struct ReplicaPicture {
  struct Panel {
    let name: String
    let rows: [StyledText]
  }

  /// Something on its way from one panel to another.
  struct Lane {
    let from: Int
    let to: Int
    let label: String
    /// How far it has come, 0 to 1.
    let place: Double
    /// Whether it is the one that comes next.
    var isNext = true
    var isLost = false
  }

  /// How many rows the parts need at most.
  struct Layout {
    let rows: Int
    let lanes: Int
    let hasCuts: Bool
    let conclusions: Int

    /// More lanes than this are counted, not drawn.
    static let mostLanes = 4

    var laneRows: Int { min(lanes, Self.mostLanes) + (hasCuts ? 1 : 0) }

    var height: Int {
      1 + rows + (laneRows > 0 ? 1 + laneRows : 0) + (conclusions > 0 ? 1 + conclusions : 0)
    }
  }

  let panels: [Panel]
  let lanes: [Lane]
  let cuts: [(Int, Int)]
  let conclusions: [StyledText]
  let layout: Layout

  private let margin = 2
  private let gap = 4

  func draw(into canvas: inout Canvas) {
    let spare = layout.height - canvas.size.height
    // Blank lines go first, then lanes; what the replicas hold is kept to the last.
    let hasBlanks = spare <= 0
    let laneRows = max(0, layout.laneRows - max(0, spare - 2))
    for (index, panel) in panels.enumerated() { draw(panel, index, into: &canvas) }
    var y = 1 + layout.rows + (hasBlanks && layout.laneRows > 0 ? 1 : 0)
    draw(laneRows: laneRows, y: y, into: &canvas)
    y += laneRows + (hasBlanks && layout.conclusions > 0 ? 1 : 0)
    for (row, line) in conclusions.enumerated() {
      canvas.put(line.truncated(width: canvas.size.width - 2 * margin), x: margin, y: y + row)
    }
  }

  // MARK: - Panels

  private func width(in canvas: borrowing Canvas) -> Int {
    (canvas.size.width - 2 * margin - gap * (panels.count - 1)) / max(1, panels.count)
  }

  private func x(_ index: Int, in canvas: borrowing Canvas) -> Int {
    margin + index * (width(in: canvas) + gap)
  }

  private func draw(_ panel: Panel, _ index: Int, into canvas: inout Canvas) {
    let (x, width) = (x(index, in: canvas), width(in: canvas))
    guard width > 0 else { return }
    let end = canvas.put(panel.name, x: x, y: 0, style: Style(.leader, isBold: true))
    canvas.horizontalRule(y: 0, x: end + 1, width: x + width - end - 1, style: .faint)
    for (row, text) in panel.rows.prefix(layout.rows).enumerated() {
      canvas.put(text.truncated(width: width), x: x, y: 1 + row)
    }
  }

  // MARK: - Lanes

  private func draw(laneRows: Int, y: Int, into canvas: inout Canvas) {
    var rest = laneRows
    if layout.hasCuts, rest > 0 {
      for cut in cuts { drawCut(cut, y: y, into: &canvas) }
      rest -= 1
    }
    let first = y + laneRows - rest
    let isTooMany = lanes.count > rest
    let shown = lanes.prefix(isTooMany ? max(0, rest - 1) : rest)
    for (row, lane) in shown.enumerated() { draw(lane, y: first + row, into: &canvas) }
    if isTooMany, rest > 0 {
      canvas.put(
        "and \(lanes.count - shown.count) more under way", x: margin, y: first + rest - 1,
        style: .faint)
    }
  }

  private func centre(_ index: Int, in canvas: borrowing Canvas) -> Int {
    x(index, in: canvas) + width(in: canvas) / 2
  }

  private func drawCut(_ cut: (Int, Int), y: Int, into canvas: inout Canvas) {
    let (left, right) = (centre(cut.0, in: canvas), centre(cut.1, in: canvas))
    let line = Rect(x: left, y: y, width: right - left + 1, height: 1)
    canvas.fill(line, with: "╌", style: Style(.lost))
    canvas.put(" ✘ cut ", centredIn: line, y: y, style: Style(.lost, isBold: true))
  }

  private func draw(_ lane: Lane, y: Int, into canvas: inout Canvas) {
    let (start, end) = (centre(lane.from, in: canvas), centre(lane.to, in: canvas))
    let (left, right) = (min(start, end), max(start, end))
    let style = lane.isLost ? Style(.lost) : lane.isNext ? Style(.message) : Style.faint
    guard right - left > 2 else { return }
    canvas.fill(Rect(x: left, y: y, width: right - left + 1, height: 1), with: "╌", style: .faint)
    canvas.put(start < end ? "▸" : "◂", x: end, y: y, style: style)
    let text = StyledText(
      lane.isLost ? " ✘ LOST \(lane.label) " : " \(lane.label) ",
      style: Style(style.role, isBold: lane.isNext)
    ).truncated(width: right - left - 1)
    let room = right - left - 1 - text.columns
    let way = start < end ? lane.place : 1 - lane.place
    canvas.put(text, x: left + 1 + Int((Double(room) * way).rounded()), y: y)
  }
}
