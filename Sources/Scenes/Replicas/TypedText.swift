/// Typed text as an entry of a history, whose entries are divided by commas and words by spaces.
enum TypedText {
  /// Letters and digits stand for themselves; any other character is told by its number: `U+20`.
  ///
  /// - Returns: `nil` for what is no single Unicode scalar.
  static func name(of character: Character) -> String? {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return nil
    }
    let isPlain = character.isLetter || character.isNumber
    return isPlain ? String(character) : "U+" + String(scalar.value, radix: 16, uppercase: true)
  }

  /// What was typed: the words themselves, or the character of a number.
  static func text(named words: String) -> String {
    guard words.hasPrefix("U+"), let value = UInt32(words.dropFirst(2), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { return words }
    return String(scalar)
  }

  /// A line of an editor: about the cursor, as much as has room.
  static func line(
    _ scalars: [Unicode.Scalar], cursor: Int, width: Int
  ) -> (isCut: Bool, before: String, after: String) {
    let first = max(0, min(cursor - width / 2, scalars.count - width))
    let shown = scalars.dropFirst(first).prefix(width)
    let before = String(String.UnicodeScalarView(shown.prefix(cursor - first)))
    return (first > 0, before, String(String.UnicodeScalarView(shown.dropFirst(cursor - first))))
  }
}
