import Drawing

extension Canvas {
  /// The rows as text without blank rows at the end, each with a newline.
  var text: String {
    let rows = lines
    let used = rows.lastIndex { !$0.isEmpty } ?? -1
    return rows.prefix(used + 1).map { "\($0)\n" }.joined()
  }

  /// The rows as text with the colours of a theme, as the sequences of ECMA-48 (SGR).
  func coloured(_ theme: Theme) -> String {
    let used = lines.lastIndex { !$0.isEmpty } ?? -1
    return (0..<(used + 1)).map { "\(colouredRow($0, theme))\n" }.joined()
  }

  private func colouredRow(_ y: Int, _ theme: Theme) -> String {
    var row = ""
    var paint: Paint?
    for x in 0..<size.width {
      let next = theme.paint(for: self[x, y].style)
      if next != paint { row += next.sequence }
      paint = next
      row += self[x, y].text
    }
    return row + "\u{1B}[0m"
  }
}

extension Paint {
  /// Sets exactly this paint, whatever was set before.
  var sequence: String {
    var codes = ["0"]
    if isBold { codes.append("1") }
    if isDim { codes.append("2") }
    if isUnderlined { codes.append("4") }
    if isReversed { codes.append("7") }
    codes += foreground.code(ordinary: 30, bright: 90, indexed: 38)
    codes += background.code(ordinary: 40, bright: 100, indexed: 48)
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}

extension Color {
  fileprivate func code(ordinary: Int, bright: Int, indexed: Int) -> [String] {
    switch self {
    case .terminalDefault: []
    case .ansi(let number): ["\(number < 8 ? ordinary + number : bright + number - 8)"]
    case .indexed(let number): ["\(indexed)", "5", "\(number)"]
    }
  }
}
