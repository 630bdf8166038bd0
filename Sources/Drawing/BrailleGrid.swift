/// A place on a `BrailleGrid`; x grows to the right, y downwards, both from 0.
package struct GridPoint: Hashable, Sendable {
  package var x: Int
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// Dots finer than cells: 2 by 4 to a cell in braille, 1 by 2 in half blocks, 1 by 1 in ASCII.
///
/// A cell has one style, that of the dot set last. What falls outside is left out.
package struct BrailleGrid: Sendable {
  /// In cells.
  package let size: Size
  package let marks: Marks
  private var cells: [(dots: UInt8, style: Style)]

  /// A grid without dots; `marks` should be those of the canvas that it will be drawn into.
  package init(size: Size, marks: Marks) {
    self.size = size
    self.marks = marks
    cells = Array(repeating: (0, .text), count: size.width * size.height)
  }

  /// The number of dots in each direction.
  package var dots: Size {
    let cell = marks.dotsPerCell
    return Size(width: size.width * cell.width, height: size.height * cell.height)
  }

  /// Sets one dot.
  package mutating func set(x: Int, y: Int, style: Style = .text) {
    let cell = marks.dotsPerCell
    guard x >= 0, y >= 0, x < dots.width, y < dots.height else { return }
    let index = (y / cell.height) * size.width + x / cell.width
    cells[index].dots |= bit(x: x % cell.width, y: y % cell.height)
    cells[index].style = style
  }

  /// Sets the dots of a straight line, both ends included.
  ///
  /// - Complexity: O(*n*) in the dots of the grid, however far outside the ends lie.
  package mutating func line(from start: GridPoint, to end: GridPoint, style: Style = .text) {
    let (width, height) = (Double(end.x) - Double(start.x), Double(end.y) - Double(start.y))
    let length = max(abs(width), abs(height))
    guard length > 0 else { return set(x: start.x, y: start.y, style: style) }
    for step in visibleSteps(from: start, width: width, height: height, length: length) {
      let part = Double(step) / length
      let x = Double(start.x) + width * part
      let y = Double(start.y) + height * part
      set(x: Int(x.rounded()), y: Int(y.rounded()), style: style)
    }
  }

  /// Joins points by straight lines.
  package mutating func polyline(_ points: [GridPoint], style: Style = .text) {
    for (start, end) in zip(points, points.dropFirst()) {
      line(from: start, to: end, style: style)
    }
  }

  /// Writes the cells that have dots, the grid's origin at (`x`, `y`); other cells stay as they are.
  package func draw(into canvas: inout Canvas, x: Int = 0, y: Int = 0) {
    for row in 0..<size.height {
      for column in 0..<size.width {
        let cell = cells[row * size.width + column]
        guard cell.dots != 0 else { continue }
        canvas.write(character(cell.dots), x: x + column, y: y + row, style: cell.style)
      }
    }
  }
}

extension BrailleGrid {
  private func bit(x: Int, y: Int) -> UInt8 {
    switch marks {
    case .braille: Self.bit(x: x, y: y)
    case .blocks, .ascii: 1 << y
    }
  }

  /// The bit of a dot of a braille pattern.
  static func bit(x: Int, y: Int) -> UInt8 { y == 3 ? 0x40 << x : 1 << (y + 3 * x) }

  private func character(_ dots: UInt8) -> Character {
    switch marks {
    case .braille: UnicodeScalar(0x2800 + UInt32(dots)).map { Character($0) } ?? " "
    case .blocks: ["▀", "▄", "█"][Int(dots) - 1]
    case .ascii: "."
    }
  }

  /// The steps of a line on which it can lie inside the grid.
  private func visibleSteps(
    from start: GridPoint, width: Double, height: Double, length: Double
  ) -> ClosedRange<Int> {
    let isFlat = abs(width) >= abs(height)
    let (first, delta) = isFlat ? (Double(start.x), width) : (Double(start.y), height)
    let end = Double(isFlat ? dots.width : dots.height)
    let bounds = [-1 - first, end - first].map { min(max($0 * (delta > 0 ? 1 : -1), 0), length) }
    return Int(min(bounds[0], bounds[1]))...Int(max(bounds[0], bounds[1]))
  }
}

extension Marks {
  /// The number of dots in a cell of a `BrailleGrid`.
  package var dotsPerCell: Size {
    switch self {
    case .braille: Size(width: 2, height: 4)
    case .blocks: Size(width: 1, height: 2)
    case .ascii: Size(width: 1, height: 1)
    }
  }
}
