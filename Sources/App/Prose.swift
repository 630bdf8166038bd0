import Content
import Drawing

/// Blocks of a lesson on a canvas.
package struct Prose {
  /// Lines longer than this are hard to read.
  package static let measure = 72

  let blocks: [Block]

  package init(blocks: [Block]) {
    self.blocks = blocks
  }

  /// The number of rows that the blocks need at a width.
  package func height(width: Int) -> Int {
    var canvas = Canvas(size: Size(width: width, height: 200))
    return draw(into: &canvas)
  }

  /// Draws the blocks from a row on, an empty row between them.
  ///
  /// - Returns: the row below.
  @discardableResult
  func draw(y: Int = 0, into canvas: inout Canvas) -> Int {
    let width = min(canvas.size.width, Self.measure)
    var y = y
    for (index, block) in blocks.enumerated() {
      if index > 0 { y += 1 }
      y = draw(block, x: 0, y: y, width: width, into: &canvas)
    }
    return y
  }

  /// - Returns: the row below the block.
  private func draw(_ block: Block, x: Int, y: Int, width: Int, into canvas: inout Canvas) -> Int {
    switch block {
    case .heading(_, let inlines):
      put(inlines.styled(Style(.text, isBold: true)), x: x, y: y, width: width, into: &canvas)
    case .paragraph(let inlines):
      put(inlines.styled(.text), x: x, y: y, width: width, into: &canvas)
    case .list(let isOrdered, let items):
      drawList(items, isOrdered, x: x, y: y, width: width, into: &canvas)
    case .quote(let blocks):
      drawQuote(blocks, x: x, y: y, width: width, into: &canvas)
    case .code(_, let text):
      put(StyledText(text, style: .faint), x: x + 2, y: y, width: width - 2, into: &canvas)
    case .table(let header, let alignments, let rows):
      drawTable(header, alignments, rows, x: x, y: y, width: width, into: &canvas)
    case .directive: y
    }
  }

  private func put(
    _ text: StyledText, x: Int, y: Int, width: Int, into canvas: inout Canvas
  ) -> Int {
    let rect = Rect(x: x, y: y, width: width, height: max(0, canvas.size.height - y))
    return y + canvas.put(text.wrapped(width: width), in: rect)
  }

  private func drawList(
    _ items: [[Block]], _ isOrdered: Bool, x: Int, y: Int, width: Int, into canvas: inout Canvas
  ) -> Int {
    var next = y
    for (index, item) in items.enumerated() {
      let bullet = isOrdered ? "\(index + 1)." : "•"
      let indent = isOrdered ? 3 : 2
      canvas.put(bullet, x: x, y: next, style: .faint)
      for block in item {
        next = draw(block, x: x + indent, y: next, width: width - indent, into: &canvas)
      }
    }
    return next
  }

  private func drawQuote(_ blocks: [Block], x: Int, y: Int, width: Int, into canvas: inout Canvas)
    -> Int
  {
    var next = y
    for block in blocks {
      next = draw(block, x: x + 2, y: next, width: width - 2, into: &canvas)
    }
    canvas.verticalRule(x: x, y: y, height: next - y, style: .faint)
    return next
  }

  private func drawTable(
    _ header: [[Inline]], _ alignments: [Block.Alignment], _ rows: [[[Inline]]], x: Int, y: Int,
    width: Int, into canvas: inout Canvas
  ) -> Int {
    let columns = zip(header, alignments).map { title, alignment in
      Table.Column(title.plainText, alignment == .right ? .right : .left)
    }
    let table = Table(columns: columns, rows: rows.map { $0.map { $0.styled(.text) } })
    return y + table.draw(into: &canvas, x: x, y: y, width: width)
  }
}

extension [Inline] {
  /// The text with its emphasis; numbers of the model are bold.
  func styled(_ style: Style) -> StyledText {
    reduce(StyledText()) { $0 + $1.styled(style) }
  }
}

extension Inline {
  fileprivate func styled(_ style: Style) -> StyledText {
    let bold = Style(style.role, isBold: true)
    return switch self {
    case .text(let text): StyledText(text.keepingUnits, style: style)
    case .emphasis(let inlines), .strong(let inlines): inlines.styled(bold)
    case .code(let text): StyledText(text, style: Style(.link, isBold: true))
    case .link(let inlines, let target):
      inlines.styled(style) + StyledText(" (\(target))", style: .faint)
    case .number(_, let shown):
      StyledText(String(shown.map { $0 == " " ? "\u{A0}" : $0 }), style: bold)
    }
  }
}

extension String {
  /// The text with a number and its unit on one line, wherever it is wrapped.
  var keepingUnits: String {
    let characters = Array(self)
    return String(
      characters.indices.map { index in
        let joinsUnit =
          characters[index] == " " && index > 0 && characters[index - 1].isNumber
          && Self.units.contains(String(characters[(index + 1)...].prefix { $0.isLetter }))
        return joinsUnit ? "\u{A0}" : characters[index]
      })
  }

  private static let units: Set<String> = ["ns", "µs", "ms", "s", "min", "km"]
}
