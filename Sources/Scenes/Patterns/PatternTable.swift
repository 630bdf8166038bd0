import Content
import Drawing
import GeoModel
import GeoSim

/// Patterns as rows: five columns of numbers, a bar for the one that orders them, and below each
/// row what went wrong.
struct PatternTable: Sendable {
  let rows: [Row]
  let column: PatternColumn

  private static let nameWidth = 13
  /// The bars are left out where they would be shorter.
  private static let leastBar = 8

  /// A rule below the header, and for each pattern its row, what went wrong, and an empty row.
  func idealHeight(width: Int) -> Int {
    1 + rows.count * (2 + noteHeight(width: width))
  }

  private func noteHeight(width: Int) -> Int {
    rows.map { $0.note.wrapped(width: width - 6).count }.max() ?? 1
  }

  /// - Parameter count: how many rows show what was measured.
  func draw(uncovering count: Int, into canvas: inout Canvas) {
    let size = canvas.size
    let margin = size.width < 64 ? 0 : 2
    let room = max(1, (size.height - 1) / max(1, rows.count))
    let wanted = noteHeight(width: size.width)
    let noteHeight = wanted < room ? wanted : min(1, room - 1)
    let step = min(room, noteHeight + 2)
    drawHeader(x: margin, into: &canvas)
    for (index, row) in rows.enumerated() {
      let y = 1 + index * step
      canvas.put(row.pattern.title, x: margin, y: y)
      guard index < count else { continue }
      drawNumbers(row, x: margin, y: y, into: &canvas)
      let note = Rect(x: margin + 2, y: y + 1, width: size.width - 6, height: noteHeight)
      canvas.put(
        noteHeight < wanted
          ? [row.note.truncated(width: note.size.width)]
          : row.note.wrapped(width: note.size.width), in: note)
    }
  }

  private func drawHeader(x: Int, into canvas: inout Canvas) {
    for (column, end) in zip(PatternColumn.allCases, ends(from: x, in: canvas)) {
      let isOrder = column == self.column
      canvas.put(
        (isOrder ? "▸ " : "") + column.title, endX: end, y: 0,
        style: isOrder ? Style(.text, isBold: true) : .faint)
    }
  }

  private func drawNumbers(_ row: Row, x: Int, y: Int, into canvas: inout Canvas) {
    let ends = ends(from: x, in: canvas)
    for (column, end) in zip(PatternColumn.allCases, ends) {
      let isOrder = column == self.column
      canvas.put(
        column.text(of: row.measurement), endX: end, y: y,
        style: isOrder ? Style(.text, isBold: true) : .text)
    }
    let barX = (ends.last ?? x) + 3
    let width = canvas.size.width - barX - 2
    guard width >= Self.leastBar else { return }
    let scale = Scale(max: rows.map { value(of: $0) }.max() ?? 1, width: width)
    canvas.bar(x: barX, y: y, length: scale.column(of: value(of: row)), style: Style(.voter))
  }

  private func value(of row: Row) -> Double {
    let value = column.value(of: row.measurement)
    return value.isFinite ? value : 0
  }

  /// The columns' right ends.
  private func ends(from x: Int, in canvas: Canvas) -> [Int] {
    let gap = canvas.size.width < 72 ? 0 : 1
    return PatternColumn.allCases.indices.map { index in
      x + Self.nameWidth
        + PatternColumn.allCases[...index].reduce(0) { $0 + $1.width + gap }
    }
  }
}

extension PatternTable {
  /// A pattern and what was measured.
  struct Row: Sendable {
    let pattern: DesignPattern
    let measurement: PatternMeasurement

    init(_ measured: MeasuredPattern) {
      pattern = measured.pattern
      measurement = measured.measurement
    }

    /// What went wrong, the most frequent first.
    private var troubles: [String] {
      let missed = measurement.brokenReadYourWrites
      let counts = [
        (missed, missed == 1 ? "own write missed" : "own writes missed"),
        (measurement.brokenMonotonicReads, "went back"), (measurement.lostUpdates, "overwritten"),
        (measurement.oversold, "oversold"), (measurement.goneWrites, "gone"),
        (measurement.unanswered, "unanswered"),
      ]
      return counts.enumerated().filter { $0.element.0 > 0 }
        .sorted { (-$0.element.0, $0.offset) < (-$1.element.0, $1.offset) }
        .map { "\($0.element.0) \($0.element.1)" }
    }

    var note: StyledText {
      guard !troubles.isEmpty else {
        return StyledText([("✔", Style(.healthy)), (" nothing went wrong", .faint)])
      }
      return StyledText([
        ("✘", Style(.lost)), (" " + troubles.joined(separator: ", "), .faint),
      ])
    }

    /// For the narration: the waits and the worst of what went wrong.
    var sentence: String {
      let waits = [("to write", measurement.writes), ("to read", measurement.reads)].map {
        "\($1.map { text(.milliseconds(rounding: $0.mean)) } ?? "-") \($0)"
      }
      let trouble = troubles.first ?? "nothing went wrong"
      return "\(pattern.title.capitalisedFirst): \(waits.joined(separator: ", ")); \(trouble)."
    }
  }
}

extension PatternColumn {
  fileprivate var title: String { self == .staleness ? "stale by" : rawValue }

  fileprivate var width: Int {
    switch self {
    case .write, .read: 8
    case .staleness: 11
    case .anomalies: 12
    case .cost: 7
    }
  }

  fileprivate func text(of measurement: PatternMeasurement) -> String {
    let value = value(of: measurement)
    guard value.isFinite else { return "-" }
    return switch self {
    case .write, .read, .staleness: Scenes.text(.milliseconds(rounding: value))
    case .anomalies: Quantity.count(Int(value)).text
    case .cost: Quantity.ratio(value).text
    }
  }
}

extension String {
  /// As the beginning of a sentence.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
