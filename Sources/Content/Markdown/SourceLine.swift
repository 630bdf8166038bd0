/// A line of a file, or what is left of it inside a list or a quote, with its place.
struct SourceLine: Sendable {
  var text: Substring
  let number: Int
  /// Where `text` begins in the file's line, counted from 1.
  var column = 1

  var isBlank: Bool { text.utf8.allSatisfy { $0 == UInt8(ascii: " ") } }
  /// The number of spaces before the text.
  var indentation: Int { text.prefix { $0 == " " }.count }

  /// The line without its first `count` characters.
  func dropping(_ count: Int) -> SourceLine {
    SourceLine(text: text.dropFirst(count), number: number, column: column + count)
  }

  /// The lines of a text, without their ends.
  static func lines(of text: String) -> [SourceLine] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated().map { index, line in
        let isWindows = line.last == UInt8(ascii: "\r") && line.endIndex < text.endIndex
        return SourceLine(text: Substring(isWindows ? line.dropLast() : line), number: index + 1)
      }
  }
}
