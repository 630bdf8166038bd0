/// Rows of text in aligned columns, below a header and a faint rule.
package struct Table: Sendable {
  /// How the cells of a column stand below one another.
  package enum Alignment: Sendable {
    case left
    case right
    /// On the decimal point, or where it would be: after the digits of the first number.
    case decimal
  }

  package struct Column: Sendable {
    package var title: String
    package var alignment: Alignment

    package init(_ title: String, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  package var columns: [Column]
  /// A row may be shorter than `columns`; cells beyond the last column are not shown.
  package var rows: [[StyledText]]

  package init(columns: [Column], rows: [[StyledText]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The size that shows everything.
  package var size: Size {
    let widths = columns.indices.map { measure($0).width }
    return Size(width: Table.width(of: widths), height: rows.count + 2)
  }

  /// Draws the table with its upper left corner at (`x`, `y`).
  ///
  /// If it is wider than `width` (by default what is left of the canvas), its left-aligned columns
  /// are shortened, and if that is not enough, its last columns are left out: a number is never cut.
  ///
  /// - Returns: The number of rows used.
  @discardableResult
  package func draw(into canvas: inout Canvas, x: Int = 0, y: Int = 0, width: Int? = nil) -> Int {
    let measures = fitted(to: width ?? canvas.size.width - x)
    var left = x
    for (index, measure) in measures.enumerated() {
      draw(index, measure, into: &canvas, x: left, y: y)
      left += measure.width + Table.gap
    }
    canvas.horizontalRule(
      y: y + 1, x: x, width: Table.width(of: measures.map(\.width)), style: .faint)
    return rows.count + 2
  }
}

extension Table {
  fileprivate static let gap = 2
  private static let narrowest = 5

  fileprivate static func width(of widths: [Int]) -> Int {
    widths.reduce(0, +) + gap * max(0, widths.count - 1)
  }

  /// The width of a column, and how much of it lies left of the decimal point.
  fileprivate struct Measure {
    var width: Int
    var head: Int
  }

  fileprivate func measure(_ index: Int) -> Measure {
    let title = Drawing.columns(of: columns[index].title)
    let cells = rows.compactMap { $0.indices.contains(index) ? $0[index] : nil }
    guard columns[index].alignment == .decimal else {
      return Measure(width: max(title, cells.map(\.columns).max() ?? 0), head: 0)
    }
    let head = cells.map(\.columnsBeforePoint).max() ?? 0
    let tail = cells.map { $0.columns - $0.columnsBeforePoint }.max() ?? 0
    return Measure(width: max(title, head + tail), head: max(head, title - tail))
  }

  /// The columns to show in `width` and their measures.
  fileprivate func fitted(to width: Int) -> [Measure] {
    var measures = columns.indices.map { measure($0) }
    while !measures.isEmpty {
      var excess = Table.width(of: measures.map(\.width)) - width
      while excess > 0, let widest = widestToShorten(measures) {
        measures[widest].width -= 1
        excess -= 1
      }
      if excess <= 0 { return measures }
      measures = columns.indices.prefix(measures.count - 1).map { measure($0) }
    }
    return []
  }

  private func widestToShorten(_ measures: [Measure]) -> Int? {
    measures.indices
      .filter { columns[$0].alignment == .left && measures[$0].width > Table.narrowest }
      .max { measures[$0].width < measures[$1].width }
  }

  fileprivate func draw(
    _ index: Int, _ measure: Measure, into canvas: inout Canvas, x: Int, y: Int
  ) {
    let column = columns[index]
    let title = StyledText(column.title, style: .faint).truncated(width: measure.width)
    let titleIndent = column.alignment == .left ? 0 : measure.width - title.columns
    canvas.put(title, x: x + titleIndent, y: y)
    for (row, cells) in rows.enumerated() where cells.indices.contains(index) {
      let cell = cells[index].truncated(width: measure.width)
      canvas.put(cell, x: x + indent(of: cell, column, measure), y: y + 2 + row)
    }
  }

  private func indent(of cell: StyledText, _ column: Column, _ measure: Measure) -> Int {
    switch column.alignment {
    case .left: 0
    case .right: measure.width - cell.columns
    case .decimal: measure.head - cell.columnsBeforePoint
    }
  }
}

extension StyledText {
  /// The columns up to the end of the whole digits of the first number; all, if there is none.
  fileprivate var columnsBeforePoint: Int {
    let text = text
    guard let first = text.firstIndex(where: \.isWholeNumber) else { return columns }
    let end = text[first...].firstIndex { !$0.isWholeNumber && $0 != "," } ?? text.endIndex
    return Drawing.columns(of: String(text[..<end]))
  }
}
