/// A number of columns and rows, in cells.
package struct Size: Equatable, Sendable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

/// A rectangle of cells; `x` grows to the right, `y` downwards, both from 0.
package struct Rect: Equatable, Sendable {
  package var x: Int
  package var y: Int
  package var size: Size

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    size = Size(width: width, height: height)
  }

  /// The first column right of the rectangle.
  package var endX: Int { x + size.width }
  /// The first row below the rectangle.
  package var endY: Int { y + size.height }

  /// The columns it covers.
  package var columns: Range<Int> { x..<endX }
  /// The rows it covers.
  package var rows: Range<Int> { y..<endY }

  /// The part that also lies in `other`; empty if there is none.
  package func clipped(to other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(endX, other.endX) - left, height: min(endY, other.endY) - top)
  }

  /// The rectangle with as many columns and rows left out on each side.
  package func inset(columns: Int, rows: Int) -> Rect {
    Rect(
      x: x + columns, y: y + rows,
      width: size.width - 2 * columns, height: size.height - 2 * rows)
  }

  package func contains(x column: Int, y row: Int) -> Bool {
    columns.contains(column) && rows.contains(row)
  }

  package func overlaps(_ other: Rect) -> Bool {
    x < other.endX && other.x < endX && y < other.endY && other.y < endY
  }
}
