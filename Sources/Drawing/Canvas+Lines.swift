extension Canvas {
  /// The rows as text, trailing blanks trimmed.
  package var lines: [String] {
    (0..<size.height).map { y in
      let row = (0..<size.width).map { x in self[x, y].text }
      return row.joined().trimmingEnd(" ")
    }
  }

  /// The styles of the rows: one letter per cell, trailing "." trimmed. For golden frames.
  ///
  /// The letter is the raw value of the role. A bold cell has a line below its letter (U+0332), a
  /// reversed cell a line above (U+0305); bold is not marked for `.strong`, which always is.
  package var styleLines: [String] {
    (0..<size.height).map { y in
      let row = (0..<size.width).map { x in self[x, y].style.letter }
      return row.joined().trimmingEnd(".")
    }
  }
}

extension Style {
  fileprivate var letter: String {
    let below = isBold && role != .strong ? "\u{332}" : ""
    return String(role.rawValue) + below + (isReversed ? "\u{305}" : "")
  }
}

extension String {
  fileprivate func trimmingEnd(_ filler: Character) -> String {
    let end = lastIndex { $0 != filler }.map { index(after: $0) } ?? startIndex
    return String(self[..<end])
  }
}
