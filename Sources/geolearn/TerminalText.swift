import CNcurses
import Drawing

/// What of a grapheme may be sent to a terminal.
package enum TerminalText {
  /// The scalars to send for the text of one cell; a question mark for what must not be sent.
  ///
  /// Control characters never pass. Joiners, variation selectors and marks of direction do not
  /// either: terminals disagree about the width of what they make, and the row would shift.
  /// `columns` is how many cells the text may cover, 1 or 2.
  package static func scalars(of text: String, columns: Int, marks: Marks) -> [UInt32] {
    guard let first = text.unicodeScalars.first else { return [space] }
    if (0x20...0x7E).contains(first.value), text.utf8.count == 1 { return [first.value] }
    guard marks != .ascii || first.isASCII, (1...columns).contains(width(first)) else {
      return [questionMark]
    }
    let accents = text.unicodeScalars.dropFirst().filter { marks != .ascii && isAccent($0) }
    return [first.value] + accents.map(\.value)
  }

  private static let space: UInt32 = 0x20
  private static let questionMark: UInt32 = 0x3F

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark:
      !scalar.properties.isVariationSelector && width(scalar) == 0
    default: false
    }
  }

  // What curses believes too; -1 for what the locale cannot show.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    Int(screen_columns(scalar.value))
  }
}
