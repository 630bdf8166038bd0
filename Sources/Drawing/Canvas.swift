/// One character cell of a canvas.
package struct Cell: Equatable, Sendable {
  /// The grapheme shown; empty where the wide character on the left covers this cell too.
  package var text: String
  package var style: Style

  package init(text: String, style: Style) {
    self.text = text
    self.style = style
  }

  package static let blank = Cell(text: " ", style: .text)
}

/// A grid of styled cells. What falls outside is clipped; nothing traps.
///
/// A canvas has its own origin: a part of a screen is drawn on a canvas of its own and then
/// pasted, so no drawing code ever adds offsets or clips by hand.
///
/// Every way to change a cell ends in `write`, which keeps two promises: the widths of the cells
/// of a row always add up to the width of the canvas, and no cell holds a character that `marks`
/// does not allow.
package struct Canvas: Equatable, Sendable {
  package let size: Size
  /// What the terminal can show; text put on the canvas is lowered to it.
  package let marks: Marks
  private var cells: [Cell]

  package init(size: Size, marks: Marks = .braille) {
    self.size = size
    self.marks = marks
    cells = Array(repeating: .blank, count: size.width * size.height)
  }

  /// The whole canvas.
  package var bounds: Rect { Rect(x: 0, y: 0, width: size.width, height: size.height) }

  /// The cell in column `x` of row `y`; reading outside gives a blank, writing there does nothing.
  ///
  /// Of a text of several graphemes only the first is written. Writing an empty text into the
  /// second half of a wide character changes its style alone, elsewhere it gives a blank.
  package subscript(x: Int, y: Int) -> Cell {
    get {
      guard holds(x: x, y: y) else { return .blank }
      return cells[y * size.width + x]
    }
    set {
      guard holds(x: x, y: y) else { return }
      if newValue.text.isEmpty && self[x, y].text.isEmpty {
        setStyle(newValue.style, x: x, y: y)
      } else {
        write(newValue.text.first ?? " ", x: x, y: y, style: newValue.style)
      }
    }
  }

  /// Changes how a cell is drawn, not what it shows; outside it does nothing.
  mutating func setStyle(_ style: Style, x: Int, y: Int) {
    guard holds(x: x, y: y) else { return }
    cells[y * size.width + x].style = style
  }

  /// Writes one grapheme, lowered to `marks`, and returns the number of columns it takes.
  ///
  /// A wide character of which only one half is inside becomes a blank there.
  @discardableResult
  mutating func write(_ character: Character, x: Int, y: Int, style: Style) -> Int {
    switch marks.glyph(for: character) {
    case .nothing:
      return 0
    case .narrow(let text):
      place(text, x: x, y: y, style: style)
      return 1
    case .pair(let left, let right):
      place(left, x: x, y: y, style: style)
      place(right, x: x + 1, y: y, style: style)
      return 2
    case .wide(let text):
      let fits = holds(x: x, y: y) && holds(x: x + 1, y: y)
      place(fits ? text : " ", x: x, y: y, style: style)
      place(fits ? "" : " ", x: x + 1, y: y, style: style, keepingLeft: fits)
      return 2
    }
  }

  /// Writes one cell; if it covers half of a wide character, the other half becomes a blank.
  mutating func place(
    _ text: String, x: Int, y: Int, style: Style, keepingLeft: Bool = false
  ) {
    guard holds(x: x, y: y) else { return }
    let index = y * size.width + x
    if cells[index].text.isEmpty && !keepingLeft { cells[index - 1].text = " " }
    if holds(x: x + 1, y: y) && cells[index + 1].text.isEmpty { cells[index + 1].text = " " }
    cells[index] = Cell(text: text, style: style)
  }

  private func holds(x: Int, y: Int) -> Bool {
    x >= 0 && y >= 0 && x < size.width && y < size.height
  }
}
