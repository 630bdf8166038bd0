/// A text whose parts may be styled differently.
package struct StyledText: Equatable, Sendable, ExpressibleByStringInterpolation {
  package var runs: [(text: String, style: Style)] = []

  package init(_ text: String = "", style: Style = .text) {
    append(text, style: style)
  }

  package init(_ runs: [(String, Style)]) {
    for (text, style) in runs { append(text, style: style) }
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }

  /// The text without its styles.
  package var text: String { runs.map(\.text).joined() }

  /// The number of columns it takes on one line.
  package var columns: Int { runs.reduce(0) { $0 + Drawing.columns(of: $1.text) } }

  /// Adds a text at the end; neighbours of the same style become one run.
  package mutating func append(_ text: String, style: Style = .text) {
    guard !text.isEmpty else { return }
    if runs.last?.style == style {
      runs[runs.count - 1].text += text
    } else {
      runs.append((text, style))
    }
  }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(left.runs.map { ($0.text, $0.style) } + right.runs.map { ($0.text, $0.style) })
  }

  package static func == (left: StyledText, right: StyledText) -> Bool {
    left.runs.elementsEqual(right.runs) { $0 == $1 }
  }

  /// The lines that it takes in `width` columns; at least one, which may be empty.
  ///
  /// Lines break at spaces, which are left out there, and at newlines; a word longer than a line is
  /// broken. A width below 1 counts as 1.
  package func wrapped(width: Int) -> [StyledText] {
    var wrapping = Wrapping(width: max(1, width))
    for (text, style) in runs {
      for character in text { wrapping.add(character, style) }
    }
    return wrapping.finished()
  }

  /// As much of the beginning as fits, with "…" at the end if something is missing.
  package func truncated(width: Int) -> StyledText {
    guard columns > width else { return self }
    var rest = width - 1
    guard rest >= 0 else { return StyledText() }
    var kept = StyledText()
    for (text, style) in runs where rest >= 0 {
      let prefix = text.prefix { character in
        rest -= Drawing.columns(of: character)
        return rest >= 0
      }
      kept.append(String(prefix), style: style)
      if rest < 0 { kept.append("…", style: style) }
    }
    return kept
  }
}

/// The state of a text being wrapped: finished lines, the line so far, the spaces and word after.
private struct Wrapping {
  let width: Int
  var lines: [StyledText] = []
  var line = StyledText()
  var lineColumns = 0
  var spaces = StyledText()
  var word = StyledText()
  var wordColumns = 0

  init(width: Int) {
    self.width = width
  }

  mutating func add(_ character: Character, _ style: Style) {
    if character.isNewline {
      endWord()
      endLine()
    } else if character == " " {
      endWord()
      spaces.append(" ", style: style)
    } else {
      addToWord(character, style)
    }
  }

  private mutating func addToWord(_ character: Character, _ style: Style) {
    let columns = Drawing.columns(of: character)
    if wordColumns > 0 && wordColumns + columns > width {
      endWord()
      endLine()
    }
    word.append(String(character), style: style)
    wordColumns += columns
  }

  private mutating func endWord() {
    guard wordColumns > 0 else { return }
    if lineColumns > 0 && lineColumns + spaces.columns + wordColumns > width { endLine() }
    // Spaces before the first word of a paragraph are its indentation.
    if spaces.columns + lineColumns + wordColumns <= width {
      line = line + spaces
      lineColumns += spaces.columns
    }
    line = line + word
    lineColumns += wordColumns
    (spaces, word, wordColumns) = (StyledText(), StyledText(), 0)
  }

  private mutating func endLine() {
    lines.append(line)
    (line, lineColumns, spaces) = (StyledText(), 0, StyledText())
  }

  mutating func finished() -> [StyledText] {
    endWord()
    endLine()
    return lines
  }
}

extension Canvas {
  /// Puts a styled line; see `put(_:x:y:style:maxWidth:)`.
  @discardableResult
  package mutating func put(_ line: StyledText, x: Int, y: Int, maxWidth: Int? = nil) -> Int {
    let limit = maxWidth.map { x + max(0, $0) } ?? .max
    var column = x
    for (text, style) in line.runs where column < limit {
      let rest = maxWidth == nil ? nil : limit - column
      column = put(text, x: column, y: y, style: style, maxWidth: rest)
    }
    return column
  }

  /// Puts lines below one another, wrapped to the rectangle; what does not fit is left out.
  ///
  /// - Returns: The number of rows used.
  @discardableResult
  package mutating func put(_ lines: [StyledText], in rect: Rect) -> Int {
    guard rect.size.width > 0 else { return 0 }
    let wrapped = lines.flatMap { $0.wrapped(width: rect.size.width) }.prefix(rect.size.height)
    for (row, line) in wrapped.enumerated() {
      put(line, x: rect.x, y: rect.y + row, maxWidth: rect.size.width)
    }
    return wrapped.count
  }
}
