extension BlockParser {
  mutating func parseTable(_ line: SourceLine) {
    let rows = take { BlockStart($0) == .row }
    refuseContinuation(of: "table", by: "begin it with |")
    let cells = rows.map { self.cells($0) }
    guard rows.count >= 2, let alignments = alignments(cells[1]) else {
      fail(at: line, "a table needs |---|---| under its first row; write \\| for a plain |")
      return
    }
    for (row, cells) in zip(rows, cells) where cells.count != alignments.count {
      fail(at: row, "the row has \(count(cells.count)); the rule has \(count(alignments.count))")
      return
    }
    let texts = cells.map { row in row.map { inlines([$0]) } }
    add(
      .table(header: texts[0], alignments: alignments, rows: Array(texts.dropFirst(2))), at: line)
  }

  private func count(_ cells: Int) -> String { cells == 1 ? "1 cell" : "\(cells) cells" }

  /// The cells of a row, trimmed; an escaped bar does not divide.
  private mutating func cells(_ line: SourceLine) -> [SourceLine] {
    var row = line.dropping(1)
    row.trimEnd()
    guard row.text.hasSuffix("|"), !row.text.hasSuffix("\\|") else {
      fail(at: line, "every row of a table begins and ends with |")
      return [row]
    }
    var cells: [SourceLine] = []
    while !row.text.isEmpty {
      let width = cellWidth(row.text)
      var cell = SourceLine(text: row.text.prefix(width), number: row.number, column: row.column)
      cell = cell.dropping(cell.isBlank ? 0 : cell.indentation)
      cell.trimEnd()
      cells.append(cell)
      row = row.dropping(width + 1)
    }
    return cells
  }

  /// How far it is to the next bar that divides cells.
  private func cellWidth(_ text: Substring) -> Int {
    var isEscaped = false
    let cell = text.prefix { character in
      defer { isEscaped = character == "\\" && !isEscaped }
      return character != "|" || isEscaped
    }
    return cell.count
  }

  /// `:--`, `:-:`, `--:`; `nil` when a cell is anything else.
  private func alignments(_ cells: [SourceLine]) -> [Block.Alignment]? {
    let alignments = cells.map { cell in alignment(cell.text) }
    return alignments.contains(nil) ? nil : alignments.compactMap(\.self)
  }

  private func alignment(_ text: Substring) -> Block.Alignment? {
    let hasLeft = text.hasPrefix(":")
    let hasRight = text.count > 1 && text.hasSuffix(":")
    let dashes = text.dropFirst(hasLeft ? 1 : 0).dropLast(hasRight ? 1 : 0)
    guard !dashes.isEmpty, dashes.allSatisfy({ $0 == "-" }) else { return nil }
    return hasRight ? (hasLeft ? .centre : .right) : .left
  }
}
