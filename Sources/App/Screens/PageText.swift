import Content
import Drawing
import Exercises

/// The text of a page in a column, as high as it needs to be.
struct PageText {
  private(set) var canvas: Canvas
  private(set) var height = 0
  /// The rows that must be in sight when not all are.
  private(set) var attention = 0..<0

  /// No page is longer than this, in rows.
  private static let longest = 120

  init(width: Int, marks: Marks) {
    canvas = Canvas(size: Size(width: width, height: Self.longest), marks: marks)
  }

  mutating func add(_ blocks: [Block]) {
    guard !blocks.isEmpty else { return }
    addPart { Prose(blocks: blocks).draw(y: $0, into: &$1) }
  }

  mutating func add(_ view: AskView) {
    addPart { view.draw(y: $0, into: &$1) }
  }

  mutating func add(_ view: QuestionView) {
    var rows = 0..<0
    addPart { y, canvas in
      let drawn = view.draw(y: y, into: &canvas)
      rows = drawn.attention
      return drawn.end
    }
    attention = rows
  }

  mutating func add(_ verdict: VerdictView) {
    addPart { verdict.draw(y: $0, into: &$1) }
  }

  mutating func add(_ line: StyledText) {
    addPart { y, canvas in
      let width = min(canvas.size.width, Prose.measure)
      let rect = Rect(x: 0, y: y, width: width, height: Self.longest - y)
      return y + canvas.put([line], in: rect)
    }
  }

  /// Draws a part below the others, an empty row between them.
  private mutating func addPart(_ draw: (Int, inout Canvas) -> Int) {
    height = draw(height > 0 ? height + 1 : 0, &canvas)
  }

  /// The first row in sight when the text stands in `rows` rows and is scrolled by `scroll`.
  func first(in rows: Int, scroll: Int) -> Int {
    let wanted = min(attention.lowerBound, max(0, attention.upperBound - rows))
    return max(0, min(height - rows, wanted + scroll))
  }
}
