/// The number of columns that a text takes on a canvas.
///
/// Counted per grapheme: 0 for a combining mark that stands alone and for invisible format
/// characters, 2 for East Asian wide characters, emoji and flags, else 1. Variation selectors and
/// joiners do not change a width, because `Canvas` leaves them out: terminals disagree about them.
package func columns(of text: String) -> Int {
  text.reduce(0) { $0 + columns(of: $1) }
}

/// The number of columns that a grapheme takes: 0, 1 or 2.
package func columns(of character: Character) -> Int {
  if character.isASCII || character.isControl { return 1 }
  if character.isFlag { return 2 }
  return character.unicodeScalars.lazy.map(\.columns).first { $0 > 0 } ?? 0
}

extension Character {
  /// Two regional indicators.
  var isFlag: Bool {
    unicodeScalars.count == 2 && unicodeScalars.allSatisfy { (0x1F1E6...0x1F1FF) ~= $0.value }
  }

  /// A control character or a break of line or paragraph: never sent to a terminal.
  var isControl: Bool {
    guard let category = unicodeScalars.first?.properties.generalCategory else { return false }
    return category == .control || category == .lineSeparator || category == .paragraphSeparator
  }
}

extension Unicode.Scalar {
  /// The number of columns that a scalar takes when it stands alone.
  var columns: Int {
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    if isZeroWidth { return 0 }
    return isWide ? 2 : 1
  }

  private var isZeroWidth: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: (0x1160...0x11FF) ~= value  // vowels and finals of a Hangul syllable
    }
  }

  private var isWide: Bool {
    guard value >= 0x1100 else { return false }
    return properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF ~= value)
      || wideRanges.contains { $0 ~= value }
  }
}

/// Blocks of East Asian wide and full-width characters ([UAX 11]); emoji are found by their
/// property instead.
///
/// [UAX 11]: https://www.unicode.org/reports/tr11/
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
  0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
  0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
  0x1F200...0x1F2FF, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
]

extension String {
  /// The string with blanks behind it up to a number of columns, at least one.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - Drawing.columns(of: self)))
  }
}
