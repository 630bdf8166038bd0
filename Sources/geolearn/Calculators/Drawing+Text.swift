import Drawing

extension Table {
  /// The table as lines of text.
  func text(marks: Marks) -> String { lines(marks: marks).joined(separator: "\n") }

  /// The rows alone, without header and rule.
  func rowsText(marks: Marks) -> String {
    lines(marks: marks).dropFirst(2).joined(separator: "\n")
  }

  private func lines(marks: Marks) -> [String] {
    var canvas = Canvas(size: size, marks: marks)
    draw(into: &canvas)
    return canvas.lines
  }
}
