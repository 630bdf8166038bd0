import GeoModel

/// What the expressions in braces refer to.
struct NumberSource {
  let topology: Topology
  let atlas: Atlas
}

/// Reads emphasis, code, links and numbers in running text; notes every mistake and reads on.
struct InlineParser {
  enum Delimiter { case emphasis, strong, bracket }

  let prose: Prose
  let file: String
  let numbers: NumberSource
  var position = 0
  private(set) var diagnostics: [Diagnostic] = []

  init(prose: Prose, file: String, numbers: NumberSource) {
    self.prose = prose
    self.file = file
    self.numbers = numbers
  }

  mutating func parse() -> [Inline] {
    parse(inside: [])
  }

  /// Reads to the end of the innermost delimiter, which stays unread, or of the text.
  private mutating func parse(inside open: [Delimiter]) -> [Inline] {
    var result: [Inline] = []
    while let character = character(0), !isClosed(open.last) {
      if let part = special(character, inside: open) {
        result.append(part)
      } else {
        refuseForeignMarkup()
        result.append(.text(character == "\n" ? " " : String(character)))
        position += 1
      }
    }
    return merged(result)
  }

  /// The part that begins with a character of our own markup.
  private mutating func special(_ character: Character, inside open: [Delimiter]) -> Inline? {
    switch character {
    case "\\": return escape()
    case "`": return code()
    case "*": return emphasis(inside: open)
    case "[" where !open.contains(.bracket): return link(inside: open)
    case "{": return number()
    default: return nil
    }
  }

  /// The character `offset` places after the one to be read; `nil` outside the text.
  func character(_ offset: Int) -> Character? {
    let index = position + offset
    return prose.characters.indices.contains(index) ? prose.characters[index] : nil
  }

  mutating func fail(at index: Int, _ message: String) {
    let place = prose.place(at: index)
    diagnostics.append(
      Diagnostic(file: file, line: place.line, column: place.column, message: message))
  }

  /// Whether the delimiter that is open ends here.
  private func isClosed(_ delimiter: Delimiter?) -> Bool {
    switch delimiter {
    case nil: false
    case .bracket: character(0) == "]"
    case .emphasis: asterisks != 2 && asterisks > 0 && followsText
    case .strong: asterisks >= 2 && followsText
    }
  }

  /// How many asterisks stand here in a row.
  private var asterisks: Int {
    prose.characters[position...].prefix { $0 == "*" }.count
  }

  private var followsText: Bool {
    character(-1).map { !$0.isWhitespace } ?? false
  }

  private func merged(_ parts: [Inline]) -> [Inline] {
    parts.reduce(into: []) { result, part in
      if case .text(let new) = part, case .text(let old) = result.last {
        result[result.count - 1] = .text(old + new)
      } else {
        result.append(part)
      }
    }
  }
}

extension InlineParser {
  private mutating func escape() -> Inline? {
    guard let next = character(1), next.isASCII, next.isPunctuation || next.isSymbol else {
      if character(1) == nil || character(1) == "\n" {
        fail(
          at: position, "a line break inside a paragraph is not supported; begin a new paragraph")
      }
      return nil
    }
    position += 2
    return .text(String(next))
  }

  private mutating func code() -> Inline {
    let start = position
    let ticks = prose.characters[position...].prefix { $0 == "`" }.count
    position += ticks
    let rest = prose.characters[position...]
    guard let end = closingTicks(ticks, in: rest) else {
      fail(at: start, "the code that begins here has no end; write \\` for a plain backtick")
      return .text(String(repeating: "`", count: ticks))
    }
    position = end + ticks
    let text = String(rest[..<end]).replacing("\n", with: " ")
    let isPadded = text.hasPrefix(" ") && text.hasSuffix(" ") && text.contains { $0 != " " }
    return .code(isPadded ? String(text.dropFirst().dropLast()) : text)
  }

  private func closingTicks(_ ticks: Int, in rest: ArraySlice<Character>) -> Int? {
    var index = rest.startIndex
    while index < rest.endIndex {
      let run = rest[index...].prefix { $0 == "`" }.count
      if run == ticks { return index }
      index += max(run, 1)
    }
    return nil
  }

  private mutating func emphasis(inside open: [Delimiter]) -> Inline? {
    let start = position
    let delimiter: Delimiter = asterisks >= 2 ? .strong : .emphasis
    let width = delimiter == .strong ? 2 : 1
    guard let next = character(width), !next.isWhitespace else { return nil }
    let marker = String(repeating: "*", count: width)
    guard !open.contains(delimiter) else {
      fail(at: start, "\(marker) is open already; write \\* for a plain asterisk")
      position += width
      return .text(marker)
    }
    position += width
    let parts = parse(inside: open + [delimiter])
    if isClosed(delimiter) {
      position += width
    } else {
      fail(at: start, "the \(marker) that begins here has no end; write \\* for a plain asterisk")
    }
    return delimiter == .strong ? .strong(parts) : .emphasis(parts)
  }

  private mutating func number() -> Inline? {
    let start = position
    let rest = prose.characters[position...]
    guard let end = rest.firstIndex(of: "}") else {
      fail(at: start, "the { has no }; write \\{ for a plain brace")
      return nil
    }
    position = end + 1
    let text = String(rest[(start + 1)..<end])
    do throws(ExpressionError) {
      let expression = try ModelExpression(
        parsing: text, topology: numbers.topology, atlas: numbers.atlas)
      return .number(expression, shown: expression.value(in: numbers.topology).text)
    } catch {
      fail(at: start, error.message)
      return .text(text)
    }
  }

  private mutating func link(inside open: [Delimiter]) -> Inline? {
    let start = position
    if character(1) == "^" {
      fail(at: start, "footnotes are not supported; put the note in the text")
      return nil
    }
    position += 1
    let parts = parse(inside: open + [.bracket])
    guard let target = linkTarget() else {
      fail(at: start, "a link is written [text](target); write \\[ for a plain bracket")
      if character(0) == "]" { position += 1 }
      return .text("[\(parts.plainText)]")
    }
    return .link(parts, target: target)
  }

  /// Reads `](target)`, where parentheses within the target come in pairs.
  private mutating func linkTarget() -> String? {
    guard character(0) == "]", character(1) == "(" else { return nil }
    let begin = position + 2
    var depth = 1
    let target = prose.characters[begin...].prefix { character in
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      return depth > 0 && !character.isWhitespace
    }
    guard depth == 0, !target.isEmpty else { return nil }
    position = target.endIndex + 1
    return String(target)
  }
}
