/// A line of text in letters three rows high, made of blocks.
package struct BigType: Equatable, Sendable {
  /// How broad a dot of a letter is. All are half a row high.
  package enum Breadth: Sendable {
    /// A whole column: square letters, of which some fifteen fit on a screen.
    case wide
    /// Half a column: narrow ones, of which some thirty fit.
    case narrow
  }

  /// The rows that it takes.
  package static let height = 3

  /// Of equal length.
  private let rows: [String]

  /// The columns that it takes.
  package var columns: Int { rows[0].count }

  /// - Returns: `nil` where the terminal has no such blocks, or a character no such letter.
  package init?(_ text: String, _ breadth: Breadth, marks: Marks) {
    guard !text.isEmpty, breadth == .wide ? marks != .ascii : marks == .braille else { return nil }
    var dots: [[Bool]] = []
    for character in text {
      guard let letter = BigLetters.dots(of: character) else { return nil }
      dots += (dots.isEmpty ? [] : [BigLetters.gap]) + letter
    }
    if breadth == .narrow, !dots.count.isMultiple(of: 2) { dots.append(BigLetters.gap) }
    rows = stride(from: 0, to: BigLetters.height, by: 2).map { row in
      switch breadth {
      case .wide: String(dots.map { Self.block($0, $0, row) })
      case .narrow:
        String(
          stride(from: 0, to: dots.count, by: 2).map { Self.block(dots[$0], dots[$0 + 1], row) })
      }
    }
  }

  /// The line in the first of some breadths in which it can be drawn in so many columns; `nil`
  /// where it can be in none.
  package static func first(
    of breadths: [Breadth], _ text: String, width: Int, marks: Marks
  ) -> BigType? {
    breadths.lazy.compactMap { BigType(text, $0, marks: marks) }.first { $0.columns <= width }
  }

  /// The block for two rows of two columns of dots.
  private static func block(_ left: [Bool], _ right: [Bool], _ row: Int) -> Character {
    let corners = [left[row], right[row], left[row + 1], right[row + 1]]
    return blocks[corners.reversed().reduce(0) { $0 * 2 + ($1 ? 1 : 0) }]
  }

  /// By the sum of the corners that are filled: upper left 1, upper right 2, lower left 4, lower
  /// right 8.
  private static let blocks = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")

  fileprivate func row(_ index: Int) -> String { rows[index] }
}

extension Canvas {
  /// Puts a line of big letters with its upper left corner at (`x`, `y`).
  package mutating func put(_ text: BigType, x: Int, y: Int, style: Style = .text) {
    for row in 0..<BigType.height { put(text.row(row), x: x, y: y + row, style: style) }
  }
}
