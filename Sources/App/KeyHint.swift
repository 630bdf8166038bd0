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
  ///   - isHome: whether Esc leaves the program.
  ///   - taken: the keys that are letters of an answer now.
  static func everywhere(isHome: Bool, taken: (Key) -> Bool = { _ in false }) -> KeyGroup {
    let hints = [
      KeyHint("m", [.character("m")], "contents: every page by its title"),
      KeyHint("/", [.character("/")], "search in all pages", word: isHome ? "search" : nil),
      KeyHint("t", [.character("t")], "the next theme of colours", word: isHome ? "theme" : nil),
      isHome
        ? KeyHint("q", [.character("q")], "quit; Esc too", word: "quit")
        : KeyHint("Esc", [.escape], "home; q too"),
      KeyHint("^C ^Z", [.control("c")], "leave at once; suspend"),
      KeyHint("?", [.character("?")], "these keys", word: "help"),
    ]
    return KeyGroup(title: "Everywhere", hints: hints.filter { !$0.keys.contains(where: taken) })
  }
}

extension [KeyGroup] {
  /// What the footer shows: the hints with a word, the last of them always.
  var footer: [KeyHint] { flatMap(\.hints).filter { $0.word != nil } }

  /// The help, in lines of a width.
  func helpLines(width: Int, marks: Marks) -> [StyledText] {
    let labelWidth = 10
    return enumerated().flatMap { index, group in
      (index > 0 ? [StyledText()] : [])
        + [StyledText(group.title, style: Style(.text, isBold: true))]
        + group.hints.flatMap { hint in
          StyledText(hint.meaning).wrapped(width: width - labelWidth - 2).enumerated().map {
            row, line in
            let label = row == 0 ? hint.label.spelled(with: marks) : ""
            return StyledText(
              "  \(label.padded(to: labelWidth))", style: Style(.link, isBold: true)) + line
          }
        }
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
