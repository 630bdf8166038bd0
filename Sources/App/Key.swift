/// A key of the keyboard, whatever bytes the terminal sends for it.
package enum Key: Equatable, Sendable {
  case character(Character)
  case enter, escape, backspace, delete, tab, backTab
  case up, down, left, right, pageUp, pageDown, home, end
  /// A letter together with Ctrl, in lower case.
  case control(Character)

  /// Reads the name of a key: `"enter"`, `"ctrl-c"`, `"right"`, or a single character.
  ///
  /// - Returns: `nil` when no key is called that.
  package init?(parsing name: String) {
    if let key = Key.named[name] {
      self = key
    } else if let letter = Key.letter(ofControl: name) {
      self = .control(letter)
    } else if let character = name.first, name.count == 1 {
      self = .character(character)
    } else {
      return nil
    }
  }

  private static let named: [String: Key] = [
    "space": .character(" "), "enter": .enter, "escape": .escape, "backspace": .backspace,
    "delete": .delete, "tab": .tab, "backtab": .backTab, "up": .up, "down": .down,
    "left": .left, "right": .right, "pageup": .pageUp, "pagedown": .pageDown, "home": .home,
    "end": .end,
  ]

  /// As a hint writes it: `space`, `^G`, `→`.
  var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let letter): "^\(letter.uppercased())"
    case .left: "←"
    case .right: "→"
    case .up: "↑"
    case .down: "↓"
    default: Key.named.first { $0.value == self }?.key ?? ""
    }
  }

  private static func letter(ofControl name: String) -> Character? {
    let prefix = "ctrl-"
    guard name.hasPrefix(prefix), name.count == prefix.count + 1, let letter = name.last,
      ("a"..."z").contains(letter)
    else { return nil }
    return letter
  }
}

/// What the mouse did; where is told beside it, in cells.
package enum MouseAction: Equatable, Sendable {
  /// The left button went down.
  case press
  case wheelUp, wheelDown
}
