/// What a page is made of.
enum Element {
  case block(Block, at: SourceLine)
  /// A speaker note.
  case note(String)
}

/// Divides lines into blocks; notes every mistake and reads on with the next block.
struct BlockParser {
  let file: String
  let lines: [SourceLine]
  let numbers: NumberSource
  /// How many lists and quotes the lines stand in.
  let depth: Int
  var index = 0
  var elements: [Element] = []
  var diagnostics: [Diagnostic] = []

  /// A list within a list is enough for a page that a learner reads.
  static let deepest = 2

  init(lines: [SourceLine], file: String, numbers: NumberSource, depth: Int = 0) {
    self.lines = lines
    self.file = file
    self.numbers = numbers
    self.depth = depth
  }

  mutating func parse() {
    while let line = current {
      if line.isBlank {
        index += 1
      } else {
        parseBlock(line)
      }
    }
  }

  /// Reads at least the current line, which is not blank.
  private mutating func parseBlock(_ line: SourceLine) {
    refuseForeignBlock(line)
    switch BlockStart(line) {
    case .heading(let level): parseHeading(line, level: level)
    case .fence: parseFence(line)
    case .comment: parseComment(line)
    case .rule: parseRule(line)
    case .item(let ordered, _): parseList(line, ordered: ordered)
    case .quote: parseQuote(line)
    case .row: parseTable(line)
    case .paragraph: parseParagraph(line)
    }
  }

  /// The line to be read; `nil` at the end.
  var current: SourceLine? {
    index < lines.count ? lines[index] : nil
  }

  /// The lines from here on that satisfy a condition; they are read.
  mutating func take(while condition: (SourceLine) -> Bool) -> [SourceLine] {
    let taken = lines[index...].prefix(while: condition)
    index += taken.count
    return Array(taken)
  }

  mutating func fail(at line: SourceLine, _ message: String) {
    diagnostics.append(
      Diagnostic(file: file, line: line.number, column: line.column, message: message))
  }

  mutating func add(_ block: Block, at line: SourceLine) {
    elements.append(.block(block, at: line))
  }

  /// The text of some lines as inline parts.
  mutating func inlines(_ lines: [SourceLine]) -> [Inline] {
    var parser = InlineParser(prose: Prose(lines), file: file, numbers: numbers)
    defer { diagnostics += parser.diagnostics }
    return parser.parse()
  }

  /// The blocks of lines that stand in a list or a quote.
  mutating func blocks(_ lines: [SourceLine]) -> [Block] {
    var parser = BlockParser(lines: lines, file: file, numbers: numbers, depth: depth + 1)
    guard parser.depth <= Self.deepest else {
      lines.first.map { fail(at: $0, "lists and quotes nest only once; divide this one") }
      return []
    }
    parser.parse()
    diagnostics += parser.diagnostics
    return parser.elements.compactMap { element in
      if case .block(let block, _) = element { block } else { nil }
    }
  }
}

extension BlockParser {
  private mutating func parseHeading(_ line: SourceLine, level: Int) {
    index += 1
    let text = line.dropping(level + 1)
    if level > 3 { fail(at: line, "headings have one to three #; use a paragraph") }
    if depth > 0 { fail(at: line, "a heading must stand at the left margin") }
    add(.heading(level: level, inlines([text])), at: line)
  }

  private mutating func parseRule(_ line: SourceLine) {
    index += 1
    if depth > 0 { fail(at: line, "a --- must stand at the left margin, between two steps") }
  }

  private mutating func parseQuote(_ line: SourceLine) {
    let quoted = take { BlockStart($0) == .quote }.map { line in
      line.dropping(line.text.hasPrefix("> ") ? 2 : 1)
    }
    refuseContinuation(of: "quote", by: "begin it with >")
    add(.quote(blocks(quoted)), at: line)
  }

  private mutating func parseParagraph(_ line: SourceLine) {
    var taken = [line]
    index += 1
    taken += take { !$0.isBlank && BlockStart($0) == .paragraph && !$0.isUnderline }
      .map { $0.dropping($0.indentation) }
    if let next = current, next.isUnderline {
      fail(at: next, "a heading is written ## so; leave a blank line above a --- between steps")
    }
    if let last = taken.indices.last { taken[last].trimEnd() }
    add(.paragraph(inlines(taken)), at: line)
  }

  /// Notes a line right after a list or quote that other readers of Markdown take as part of it.
  mutating func refuseContinuation(of kind: String, by remedy: String) {
    guard let line = current, !line.isBlank, BlockStart(line) == .paragraph else { return }
    fail(at: line, "does this line belong to the \(kind)? \(remedy), or leave a blank line above")
  }

  private mutating func parseComment(_ line: SourceLine) {
    let body = take { !$0.text.contains("-->") }
    guard let last = current else {
      fail(at: line, "the speaker note that begins here has no end; close it with -->")
      return
    }
    index += 1
    if depth > 0 { fail(at: line, "a speaker note must stand at the left margin") }
    let text = (body + [last]).map(\.text).joined(separator: "\n").dropFirst("<!--".count)
    guard let end = text.firstRange(of: "-->") else {
      fail(at: line, "a speaker note is written <!-- so -->")
      return
    }
    if text[end.upperBound...].contains(where: { $0 != " " }) {
      fail(at: last, "nothing may follow the --> of a speaker note; begin a new line")
    }
    elements.append(.note(text[..<end.lowerBound].trimmed))
  }
}

extension SourceLine {
  /// Whether the line, under a paragraph, would make a heading of it.
  fileprivate var isUnderline: Bool {
    let marks = text.trimmed
    return !marks.isEmpty && (marks.allSatisfy { $0 == "=" } || marks.allSatisfy { $0 == "-" })
  }

  /// Removes the spaces at the end.
  mutating func trimEnd() {
    text = text.dropLast(text.reversed().prefix { $0 == " " }.count)
  }
}
