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

  package func contains(x column: Int, y row: Int) -> Bool {
    (x..<endX).contains(column) && (y..<endY).contains(row)
  }

  package func overlaps(_ other: Rect) -> Bool {
    x < other.endX && other.x < endX && y < other.endY && other.y < endY
  }
}
