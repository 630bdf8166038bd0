import Drawing

/// One line of text being typed.
package struct Field: Equatable, Sendable {
  package private(set) var text = ""

  /// More than this nobody types into one line.
  private static let limit = 60

  /// Takes a key that types or deletes; everything else is left to others.
  ///
  /// - Returns: whether the key was for the field.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character) where text.count < Self.limit:
      text.append(character)
      return true
    case .backspace where !text.isEmpty:
      text.removeLast()
      return true
    default: return false
    }
  }

  mutating func clear() { text = "" }

  /// Draws the text and a caret behind it.
  func draw(x: Int, y: Int, width: Int, into canvas: inout Canvas) {
    let shown = String(text.suffix(max(0, width - 1)))
    let end = canvas.put(shown, x: x, y: y, style: Style(.text, isBold: true))
    canvas.put("▏", x: end, y: y, style: .strong)
    let rest = max(0, x + width - end - 1)
    canvas.fill(Rect(x: end + 1, y: y, width: rest, height: 1), with: "_", style: .faint)
  }
}
