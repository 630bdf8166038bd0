/// One character cell of a canvas.
package struct Cell: Equatable, Sendable {
  /// The grapheme shown; empty where the wide character on the left covers this cell too.
  package var text: String
  package var style: Style

  package static let blank = Cell(text: " ", style: .text)
}

/// A grid of styled cells. What falls outside is clipped; nothing traps.
///
/// A canvas has its own origin: a part of a screen is drawn on a canvas of its own and then
/// pasted, so no drawing code ever adds offsets or clips by hand.
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

  /// The cell in column `x` of row `y`; reading outside gives a blank, writing there does nothing.
  package subscript(x: Int, y: Int) -> Cell {
    get {
      guard holds(x: x, y: y) else { return .blank }
      return cells[y * size.width + x]
    }
    set {
      guard holds(x: x, y: y) else { return }
      cells[y * size.width + x] = newValue
    }
  }

  private func holds(x: Int, y: Int) -> Bool {
    x >= 0 && y >= 0 && x < size.width && y < size.height
  }
}
