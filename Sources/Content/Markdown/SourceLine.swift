/// A line of a file, or what is left of it inside a list or a quote, with its place.
struct SourceLine {
  var text: Substring
  let number: Int
  /// Where `text` begins in the file's line, counted from 1.
  var column = 1

  var isBlank: Bool { text.allSatisfy { $0 == " " } }
  /// The number of spaces before the text.
  var indentation: Int { text.prefix { $0 == " " }.count }

  /// The line without its first `count` characters.
  func dropping(_ count: Int) -> SourceLine {
    SourceLine(text: text.dropFirst(count), number: number, column: column + count)
  }

  /// The lines of a text, without their ends.
  static func lines(of text: String) -> [SourceLine] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .enumerated().map { SourceLine(text: $1, number: $0 + 1) }
  }
}
