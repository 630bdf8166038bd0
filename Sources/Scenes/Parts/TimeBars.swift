import Drawing
import GeoModel

/// Horizontal bars that grow with time, one row each, over a common axis of milliseconds.
struct TimeBars: Diagram {
  /// A stretch of time on a row.
  struct Segment: Sendable {
    var start: Duration
    var end: Duration
    var pattern: BarPattern
    var style: Style
  }

  /// A row: who, how long, and a word about it at the end.
  struct Bar: Sendable {
    var label: String
    var mark: Mark?
    /// In the order of time; none for somebody from whom nothing comes.
    var segments: [Segment] = []
    var note = ""

    fileprivate var end: Duration? { segments.last?.end }
  }

  enum Row: Sendable {
    case bar(Bar)
    case heading(String)

    var isHeading: Bool { if case .heading = self { true } else { false } }
  }

  /// A moment that concerns every row: a line falls across them when it comes.
  struct Threshold: Sendable {
    var time: Duration
    var label: String
  }

  var rows: [Row]
  var threshold: Threshold?
  /// The right end of the axis.
  var end: Duration

  /// Rows with space between bars, or between groups of them, the axis, and a label below it.
  var idealHeight: Int { spacious.last.map { $0 + (hasGroups ? 1 : 2) + 3 } ?? 3 }

  /// Groups stand apart; where there are none, every bar does.
  private var spacious: [Int] {
    guard hasGroups else { return rows.indices.map { $0 * 2 } }
    return rows.indices.map { index in
      index + rows[...index].dropFirst().count(where: \.isHeading)
    }
  }

  fileprivate var hasGroups: Bool { rows.contains(where: \.isHeading) }

  fileprivate var bars: [Bar] {
    rows.compactMap { row in
      if case .bar(let bar) = row { bar } else { nil }
    }
  }

  /// Where the rows go on a canvas of so many rows.
  fileprivate func rowPositions(in height: Int) -> [Int] {
    height >= idealHeight - 1 ? spacious : Array(rows.indices)
  }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let layout = Layout(bars: self, size: canvas.size)
    for (row, y) in zip(rows, layout.rowPositions) {
      switch row {
      case .heading(let text):
        canvas.put(text, x: layout.margin, y: y, style: Style(.text, isBold: true))
      case .bar(let bar): drawBar(bar, y: y, at: time, layout, into: &canvas)
      }
    }
    canvas.axis(layout.scale, x: layout.barX, y: layout.axisY, unit: "ms")
    if let threshold, threshold.time <= time {
      drawThreshold(threshold, at: time, layout, into: &canvas)
    }
  }

  private func drawBar(
    _ bar: Bar, y: Int, at time: Duration, _ layout: Layout, into canvas: inout Canvas
  ) {
    let label = StyledText(bar.label).truncated(width: layout.labelWidth)
    canvas.put(label, x: layout.margin, y: y)
    if let mark = bar.mark {
      canvas.put(String(mark.glyph), x: layout.markX, y: y, style: mark.style)
    }
    if let end = bar.end, end <= time { canvas.put(text(end), endX: layout.barX - 2, y: y) }
    canvas.put("▏", x: layout.barX - 1, y: y, style: .faint)
    for segment in bar.segments { drawSegment(segment, y: y, at: time, layout, into: &canvas) }
    let noteX = layout.barX + layout.column(bar.end ?? .zero) + 2
    let note = StyledText(bar.note, style: .faint).truncated(width: canvas.size.width - noteX)
    canvas.put(note, x: noteX, y: y)
  }

  /// What is still to come is a row of dots, so that a picture at rest shows the whole.
  private func drawSegment(
    _ segment: Segment, y: Int, at time: Duration, _ layout: Layout, into canvas: inout Canvas
  ) {
    let start = layout.column(segment.start)
    let end = layout.column(segment.end)
    let grown = min(max(time, segment.start), segment.end)
    let track = Rect(x: layout.barX + start, y: y, width: max(0, end - start), height: 1)
    canvas.fill(track, with: "·", style: .faint)
    let length = layout.scale.column(of: grown.milliseconds) - Double(start)
    if grown > segment.start {
      canvas.bar(
        x: layout.barX + start, y: y, length: length, pattern: segment.pattern,
        style: segment.style)
    }
  }

  /// A line falls from the first row to the axis; its label comes when it has arrived.
  private func drawThreshold(
    _ threshold: Threshold, at time: Duration, _ layout: Layout, into canvas: inout Canvas
  ) {
    let x = layout.barX + layout.column(threshold.time)
    let height = layout.axisY + 1
    let fallen = (time - threshold.time) / (end / 25)
    for y in 0..<min(height, 1 + Int(fallen * Double(height))) where isCrossable(x, y, canvas) {
      canvas.put("┊", x: x, y: y, style: .strong)
    }
    guard fallen >= 1 else { return }
    let width = columns(of: threshold.label)
    let labelX = min(max(layout.margin, x - width / 2), max(0, canvas.size.width - width - 1))
    canvas.put(threshold.label, x: labelX, y: layout.axisY + 1, style: .strong)
  }
}

extension TimeBars {
  /// The longest axis on which every bar has room for its note.
  fileprivate func widestScale(in room: Int) -> Int {
    bars.reduce(room) { width, bar in
      guard !bar.note.isEmpty, let last = bar.end, last > .zero else { return width }
      let rest = Double(room - columns(of: bar.note) - 2)
      return min(width, Int(rest / (last / end)))
    }
  }

  /// Whether the falling line may take a cell: words and numbers are left whole, and so is the
  /// space between two of them.
  private func isCrossable(_ x: Int, _ y: Int, _ canvas: Canvas) -> Bool {
    let isBar = canvas[x, y].text.first.map(" ·.░█#▏▎▍▌▋▊▉".contains) ?? false
    let neighbours = [canvas[x - 1, y].text, canvas[x + 1, y].text]
    return isBar && neighbours.contains { $0.first?.isLetter != true && $0.first?.isNumber != true }
  }
}

/// Where the parts of the bars go on a canvas of a given size.
private struct Layout {
  let margin: Int
  let labelWidth: Int
  let markX: Int
  let barX: Int
  let rowPositions: [Int]
  let axisY: Int
  let scale: Scale

  init(bars: TimeBars, size: Size) {
    margin = size.width < 50 ? 0 : 2
    labelWidth = min(bars.bars.map { columns(of: $0.label) }.max() ?? 0, size.width / 3)
    markX = margin + labelWidth + 1
    barX = markX + 2 + 8 + 2
    scale = Scale(
      max: bars.end.milliseconds, width: max(8, bars.widestScale(in: size.width - barX - 2)))
    rowPositions = bars.rowPositions(in: size.height)
    let isDense = rowPositions.count == (rowPositions.last ?? 0) + 1
    axisY = (rowPositions.last ?? -1) + (isDense || bars.hasGroups ? 1 : 2)
  }

  func column(_ time: Duration) -> Int { Int(scale.column(of: time.milliseconds).rounded()) }
}
