extension Canvas {
  /// Puts one line of text at column `x` of row `y`; what falls outside is clipped.
  ///
  /// Wide characters take two cells, the second of which has an empty text. A wide character cut
  /// by an edge becomes a blank; overwriting half of one blanks the other half. White space becomes
  /// a blank, other control characters "?". Characters are lowered to `marks`.
  ///
  /// At most `maxWidth` columns are used; `nil` means up to the edge of the canvas.
  ///
  /// - Returns: The column after the text, which may lie outside the canvas.
  @discardableResult
  package mutating func put(
    _ text: String, x: Int, y: Int, style: Style = .text, maxWidth: Int? = nil
  ) -> Int {
    let limit = maxWidth.map { x + max(0, $0) } ?? .max
    var column = x
    for character in text {
      guard column + columns(of: character) <= limit else {
        if column < limit { write(" ", x: column, y: y, style: style) }
        return limit
      }
      column += write(character, x: column, y: y, style: style)
    }
    return column
  }

  /// Puts a line of text so that it ends before column `endX`.
  package mutating func put(_ text: String, endX: Int, y: Int, style: Style = .text) {
    put(text, x: endX - columns(of: text), y: y, style: style)
  }

  /// Puts a line of text in the middle of a rectangle; what does not fit is cut at its right edge.
  package mutating func put(
    _ text: String, centredIn rect: Rect, y: Int, style: Style = .text
  ) {
    let space = max(0, rect.size.width - columns(of: text))
    put(text, x: rect.x + space / 2, y: y, style: style, maxWidth: rect.size.width)
  }

  /// Fills a rectangle with one character.
  package mutating func fill(_ rect: Rect, with character: Character, style: Style = .text) {
    let visible = rect.clipped(to: bounds)
    for y in visible.rows {
      var x = visible.x
      while x < visible.endX {
        let fits = x + columns(of: character) <= visible.endX
        x += max(1, write(fits ? character : " ", x: x, y: y, style: style))
      }
    }
  }

  /// Draws another canvas with its origin at (`x`, `y`).
  package mutating func paste(_ other: Canvas, x: Int, y: Int) {
    let visible = Rect(x: x, y: y, width: other.size.width, height: other.size.height)
      .clipped(to: bounds)
    for row in visible.rows {
      for column in visible.columns {
        paste(from: other, column - x, row - y, x: column, y: row, isFirst: column == visible.x)
      }
    }
  }

  private mutating func paste(
    from other: Canvas, _ column: Int, _ row: Int, x: Int, y: Int, isFirst: Bool
  ) {
    let cell = other[column, row]
    // The second half of a wide character came with the first, unless that was clipped.
    guard let character = cell.text.first ?? (isFirst ? " " : nil) else { return }
    let isNarrow = !cell.text.isEmpty && !other[column + 1, row].text.isEmpty
    if isNarrow, other.marks == marks {
      place(cell.text, x: x, y: y, style: cell.style)
    } else {
      write(character, x: x, y: y, style: cell.style)
    }
  }

  /// Changes only the style of the cells of a rectangle.
  package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let visible = rect.clipped(to: bounds)
    for y in visible.rows {
      for x in visible.columns {
        var style = self[x, y].style
        change(&style)
        setStyle(style, x: x, y: y)
      }
    }
  }

  /// Draws a line of `width` cells to the right.
  package mutating func horizontalRule(y: Int, x: Int, width: Int, style: Style) {
    fill(Rect(x: x, y: y, width: width, height: 1), with: "─", style: style)
  }

  /// Draws a line of `height` cells downwards.
  package mutating func verticalRule(x: Int, y: Int, height: Int, style: Style) {
    fill(Rect(x: x, y: y, width: 1, height: height), with: "│", style: style)
  }
}
