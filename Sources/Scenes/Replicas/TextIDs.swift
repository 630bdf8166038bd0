import Drawing

/// Whether the elements of a text are shown with their names.
enum TextIDs: String, CaseIterable, Sendable {
  case hidden, shown

  /// So many parts of a name are shown, one below the other.
  private static let rowCount = 3
  private static let labelWidth = 4

  /// The characters in a row, below each the parts of its name, and what is a tombstone.
  static func rows(of pieces: [TextPiece], names: [String]) -> [StyledText] {
    let widths = pieces.map { piece in
      1 + ([1] + piece.marks.prefix(rowCount).map(\.count)).reduce(1, max)
    }
    var rows = [line("", pieces.map { (String($0.character), style(of: $0)) }, widths)]
    let most = min(rowCount, pieces.map(\.marks.count).max() ?? 0)
    for row in 0..<most {
      let cells = pieces.map { ($0.marks.count > row ? $0.marks[row] : "", Style.faint) }
      rows.append(line(row < names.count ? names[row] : "", cells, widths))
    }
    if pieces.contains(where: \.isDeleted) {
      rows.append(line("", pieces.map { ($0.isDeleted ? "✘" : "", Style(.lost)) }, widths))
    }
    return rows
  }

  private static func style(of piece: TextPiece) -> Style {
    piece.isDeleted ? Style(.lost) : .text
  }

  private static func line(
    _ label: String, _ cells: [(text: String, style: Style)], _ widths: [Int]
  ) -> StyledText {
    zip(cells, widths).reduce(StyledText(label.padded(to: labelWidth), style: .faint)) {
      line, item in
      line + StyledText(item.0.text.padded(to: item.1), style: item.0.style)
    }
  }
}
