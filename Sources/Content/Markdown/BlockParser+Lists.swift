extension BlockParser {
  mutating func parseList(_ line: SourceLine, ordered: Bool) {
    if ordered, !line.text.hasPrefix("1. ") { fail(at: line, "a numbered list begins with 1.") }
    var items: [[Block]] = []
    while let next = current, case .item(ordered, let width) = BlockStart(next) {
      index += 1
      let lines = [next.dropping(width)] + takeIndented(by: width)
      if lines[0].isBlank { fail(at: next, "the item is empty; write its text after the -") }
      items.append(blocks(lines))
      skipBlanksBeforeItem(ordered: ordered)
    }
    refuseContinuation(of: "list", by: "indent it like the text of its item")
    add(.list(ordered: ordered, items), at: line)
  }

  /// The rest of an item: what is indented at least as far as its text, blank lines in between.
  private mutating func takeIndented(by width: Int) -> [SourceLine] {
    var taken: [SourceLine] = []
    while let line = current, line.indentation >= width || blankWithinItem(line, width: width) {
      taken.append(line.dropping(width))
      index += 1
    }
    return taken
  }

  private func blankWithinItem(_ line: SourceLine, width: Int) -> Bool {
    guard line.isBlank, let next = lines[index...].first(where: { !$0.isBlank }) else {
      return false
    }
    return next.indentation >= width
  }

  /// Blank lines between two items of a list do not end it.
  private mutating func skipBlanksBeforeItem(ordered: Bool) {
    guard let next = lines[index...].first(where: { !$0.isBlank }),
      case .item(ordered, _) = BlockStart(next)
    else { return }
    _ = take { $0.isBlank }
  }
}
