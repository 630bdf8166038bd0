/// Which block a line begins, by its first characters.
enum BlockStart: Equatable {
  case heading(level: Int)
  case fence
  case comment
  case rule
  /// `width` is how far the text of a list item is indented.
  case item(ordered: Bool, width: Int)
  case quote
  case row
  case paragraph

  init(_ line: SourceLine) {
    let text = line.text
    // Most lines begin with a letter, or are empty; that is all that has to be known of them.
    guard let first = text.utf8.first, Self.marks.contains(first) else {
      self = .paragraph
      return
    }
    let hashes = text.prefix { $0 == "#" }.count
    if hashes > 0, text.dropFirst(hashes).first == " " {
      self = .heading(level: hashes)
    } else if text.hasPrefix("```") {
      self = .fence
    } else if text.hasPrefix("<!--") {
      self = .comment
    } else if text == "---" {
      self = .rule
    } else if text.hasPrefix("- ") || text == "-" {
      self = .item(ordered: false, width: 2)
    } else if let width = Self.orderedWidth(text) {
      self = .item(ordered: true, width: width)
    } else if text.hasPrefix(">") {
      self = .quote
    } else {
      self = text.hasPrefix("|") ? .row : .paragraph
    }
  }

  private static let marks = Array("#`<->|0123456789".utf8)

  /// The width of "1. ", or `nil` when the line does not begin like that.
  private static func orderedWidth(_ text: Substring) -> Int? {
    let digits = text.prefix { ("0"..."9").contains($0) }.count
    return (1...9).contains(digits) && text.dropFirst(digits).hasPrefix(". ") ? digits + 2 : nil
  }
}
