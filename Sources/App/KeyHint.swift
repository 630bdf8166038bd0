import Drawing

/// A key, or some that belong together, and what they do on a page.
package struct KeyHint: Equatable, Sendable {
  /// As it is written: `← →`, `space`.
  package let label: String
  /// What the words of the label send; empty where something is typed, or the terminal acts.
  package let keys: [Key]
  /// For the footer; `nil` for what only the help tells.
  package let word: String?
  /// For the help.
  package let meaning: String

  init(_ label: String, _ keys: [Key], _ meaning: String, word: String? = nil) {
    self.label = label
    self.keys = keys
    self.word = word
    self.meaning = meaning
  }
}

/// Keys under a title, as the help shows them.
package struct KeyGroup: Equatable, Sendable {
  let title: String
  package let hints: [KeyHint]
}

extension KeyGroup {
  /// What the keys do that mean the same on every page.
  ///
  /// - Parameters:
  ///   - isHome: whether there is room in the footer for some of them.
  ///   - way: the way out of where one is.
  ///   - taken: the keys that are letters of an answer now.
  static func everywhere(isHome: Bool, way: KeyHint, taken: (Key) -> Bool = { _ in false })
    -> KeyGroup
  {
    let hints = [
      KeyHint("m", [.character("m")], "contents: every page by its title"),
      KeyHint("/", [.character("/")], "search in all pages", word: isHome ? "search" : nil),
      KeyHint("t", [.character("t")], "the next theme of colours", word: isHome ? "theme" : nil),
      way,
      KeyHint("^C ^Z", [.control("c")], "leave at once; suspend"),
      KeyHint("?", [.character("?")], "these keys", word: "help"),
    ]
    return KeyGroup(title: "Everywhere", hints: hints.filter { !$0.keys.contains(where: taken) })
  }
}

extension [KeyGroup] {
  /// What the footer shows: the hints with a word, the last of them always.
  var footer: [KeyHint] { flatMap(\.hints).filter { $0.word != nil } }

  /// The help, in lines of a width; without the empty ones where there are more than `rows`.
  func helpLines(width: Int, rows: Int, marks: Marks) -> [StyledText] {
    let parts = map { $0.helpLines(width: width, marks: marks) }
    let spaced = parts.joined(separator: [StyledText()]).map(\.self)
    return spaced.count > rows ? parts.flatMap(\.self) : spaced
  }
}

extension KeyGroup {
  fileprivate func helpLines(width: Int, marks: Marks) -> [StyledText] {
    // The help need not tell how it was opened.
    let hints = hints.filter { $0.keys != [.character("?")] }
    return [StyledText(title, style: Style(.text, isBold: true))]
      + hints.flatMap { $0.helpLines(width: width, marks: marks) }
  }
}

extension KeyHint {
  private static let labelWidth = 10

  fileprivate func helpLines(width: Int, marks: Marks) -> [StyledText] {
    let lines = StyledText(meaning).wrapped(width: width - Self.labelWidth - 2)
    return lines.enumerated().map { row, line in
      let label = row == 0 ? label.spelled(with: marks) : ""
      let style = Style(.link, isBold: true)
      return StyledText("  \(label.padded(to: Self.labelWidth))", style: style) + line
    }
  }
}

extension String {
  /// The name of a key as a terminal can show it: without arrows, it is a word.
  func spelled(with marks: Marks) -> String {
    guard marks == .ascii else { return self }
    return String(flatMap { Self.arrows[$0] ?? String($0) })
  }

  private static let arrows: [Character: String] = [
    "←": "Left", "→": "Right", "↑": "Up", "↓": "Down",
  ]
}
