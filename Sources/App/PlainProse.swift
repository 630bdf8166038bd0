import Content
import Drawing

/// Blocks of a lesson as lines that a screen reader can read: no frames, no columns.
struct PlainProse {
  static let measure = 72

  /// The text of blocks, an empty line between them.
  static func text(_ blocks: [Block]) -> String {
    blocks.map { lines($0).joined(separator: "\n") }.filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }

  /// A text in lines of readable length.
  static func wrapped(_ text: String, indent: String = "") -> String {
    StyledText(text).wrapped(width: measure - indent.count)
      .enumerated().map { ($0.offset == 0 ? "" : indent) + $0.element.text }
      .joined(separator: "\n")
  }

  private static func lines(_ block: Block) -> [String] {
    switch block {
    case .heading(_, let inlines), .paragraph(let inlines): [wrapped(inlines.plainWithLinks)]
    case .list(let isOrdered, let items): list(items, isOrdered)
    case .quote(let blocks): ["Quote: " + text(blocks)]
    case .code(_, let text):
      text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    case .table(let header, _, let rows): table(header, rows)
    case .directive: []
    }
  }

  private static func list(_ items: [[Block]], _ isOrdered: Bool) -> [String] {
    items.enumerated().map { index, blocks in
      let bullet = isOrdered ? "\(index + 1). " : "- "
      let indent = String(repeating: " ", count: bullet.count)
      let text = blocks.map { lines($0).joined(separator: "\n") }.joined(separator: "\n")
      return bullet + text.split(separator: "\n").joined(separator: "\n" + indent)
    }
  }

  /// One line per row, each cell with the name of its column.
  private static func table(_ header: [[Inline]], _ rows: [[[Inline]]]) -> [String] {
    rows.map { row in
      let cells = zip(header, row).map { name, cell in
        name.plainText.isEmpty ? cell.plainText : "\(name.plainText): \(cell.plainText)"
      }
      return wrapped(cells.joined(separator: "; "), indent: "  ")
    }
  }
}

extension [Inline] {
  /// The text with the addresses of its links.
  fileprivate var plainWithLinks: String {
    map { inline in
      if case .link(let inlines, let target) = inline {
        "\(inlines.plainText) (\(target))"
      } else {
        inline.plainText
      }
    }
    .joined()
  }
}
