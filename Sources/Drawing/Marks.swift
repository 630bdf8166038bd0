/// Which characters a terminal can show, best first.
package enum Marks: Sendable, CaseIterable {
  /// Braille dots, 2 by 4 to a cell, and all of Unicode.
  case braille
  /// Half blocks, 1 by 2 to a cell, for fonts without braille.
  case blocks
  /// Nothing beyond ASCII.
  case ascii
}

/// What a grapheme becomes in the cells of a canvas.
enum Glyph: Equatable {
  /// It is invisible and takes no cell.
  case nothing
  case narrow(String)
  /// One grapheme that covers two cells.
  case wide(String)
  /// Two narrow characters that stand for a wide one.
  case pair(String, String)
}

extension Marks {
  /// The character as this terminal can show it, in as many columns as it had before.
  func glyph(for character: Character) -> Glyph {
    if let ascii = character.asciiValue, (0x20...0x7E) ~= ascii {
      return .narrow(String(character))
    }
    if self == .braille, character.isPlainMark { return .narrow(String(character)) }
    if character == "\u{A0}" { return .narrow(" ") }
    if character.isControl { return .narrow(character.isWhitespace ? " " : "?") }
    if character.isFlag { return flagLetters(of: character) }
    switch (columns(of: character), self) {
    case (0, _): return .nothing
    case (1, .ascii): return .narrow(String(asciiTable[character] ?? "?"))
    case (1, .blocks) where isBraille(character):
      return .narrow(character == "\u{2800}" ? " " : "·")
    case (1, _): return .narrow(singleCell(character))
    case (_, .ascii): return .pair("?", "?")
    case (_, _): return .wide(singleCell(character))
    }
  }

  /// One spacing scalar and at most four marks that combine with it: all that a curses cell holds.
  private func singleCell(_ character: Character) -> String {
    let scalars = character.unicodeScalars
    guard scalars.count > 1, let base = scalars.first(where: { $0.columns > 0 }) else {
      return String(character)
    }
    var kept = String.UnicodeScalarView([base])
    kept.append(
      contentsOf: scalars.filter { $0.properties.generalCategory == .nonspacingMark }
        .filter { !$0.properties.isVariationSelector }.prefix(4))
    return String(kept)
  }

  /// Flags are spelled as the two letters of the country; few terminals can show them.
  private func flagLetters(of flag: Character) -> Glyph {
    let letters = flag.unicodeScalars.map { scalar in
      String(UnicodeScalar(UInt8(scalar.value - 0x1F1E6) + 0x41))
    }
    return .pair(letters[0], letters[1])
  }

  /// The ASCII character that stands for another one; `nil` where there is none.
  static func letter(like character: Character) -> Character? { asciiTable[character] }

  private func isBraille(_ character: Character) -> Bool {
    ("\u{2800}"..."\u{28FF}") ~= character
  }
}

/// What ASCII has instead of each character that the program uses; all others become "?".
private let asciiTable: [Character: Character] = {
  var table: [Character: Character] = [:]
  for (ascii, others) in asciiRows {
    for other in others { table[other] = ascii }
  }
  for dots in 0x2800...0x28FF {
    guard let scalar = UnicodeScalar(dots) else { continue }
    table[Character(scalar)] = dots == 0x2800 ? " " : "."
  }
  return table
}()

private let asciiRows: [(Character, String)] = [
  // Signs of state and movement.
  ("*", "●◉◆•★✱∗"), ("o", "○◇□▫☆◦°"), (".", "◌·∙"), ("+", "✔✓"), ("X", "✘✗"), ("x", "×✂"),
  (">", "→⇒▶►▸⟶›»≥"), ("<", "←⇐◀◄◂⟵‹«≤"), ("^", "↑▲△∧∩⌃"), ("v", "↓▼▽∨⌄"), ("#", "▪■◼"),
  // Lines, frames and bars.
  ("-", "─━╌╍┄┅┈┉═‐‑‒–—−↔╴╶"), ("|", "│┃┊┆┇╎╏║‖∥▏▎▍▕Ⅱ"), ("/", "╱"), ("\\", "╲"),
  ("+", "┌┐└┘╭╮╰╯├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬"), ("#", "█▓▌▐▋▊▉▆▇▅"), (":", "░┋"), ("%", "▒◐"),
  ("_", "▁▂▃▄"), ("\"", "▀“”„"), ("'", "‘’‚′"), ("~", "…≈∼⋯"),
  // Mathematics.
  ("=", "≡≠"), ("U", "⊔∪"), ("0", "∅"), ("u", "µμ"), ("1", "¹₁"), ("2", "²₂"), ("3", "³₃"),
  ("e", "∈"), ("D", "ΔδΔ"), ("S", "Σσ"), (" ", "\u{A0}\u{2009}\u{202F}\u{2007}"),
  // Letters of Latin script.
  ("a", "àáâãäåāăąæ"), ("A", "ÀÁÂÃÄÅĀĂĄÆ"), ("c", "çćĉċč"), ("C", "ÇĆĈĊČ"), ("d", "ďđð"),
  ("D", "ĎĐÐ"), ("e", "èéêëēĕėęě"), ("E", "ÈÉÊËĒĔĖĘĚ€"), ("g", "ĝğġģ"), ("G", "ĜĞĠĢ"),
  ("h", "ĥħ"), ("H", "ĤĦ"), ("i", "ìíîïĩīĭįı"), ("I", "ÌÍÎÏĨĪĬĮİ"), ("j", "ĵ"), ("J", "Ĵ"),
  ("k", "ķ"), ("K", "Ķ"), ("l", "ĺļľŀł"), ("L", "ĹĻĽĿŁ£"), ("n", "ñńņňŋ"), ("N", "ÑŃŅŇŊ"),
  ("o", "òóôõöøōŏőœ"), ("O", "ÒÓÔÕÖØŌŎŐŒ"), ("r", "ŕŗř"), ("R", "ŔŖŘ"), ("s", "śŝşšșß"),
  ("S", "ŚŜŞŠȘ§"), ("t", "ţťŧț"), ("T", "ŢŤŦȚ"), ("u", "ùúûüũūŭůűų"), ("U", "ÙÚÛÜŨŪŬŮŰŲ"),
  ("w", "ŵ"), ("W", "Ŵ"), ("y", "ýÿŷ"), ("Y", "ÝŸŶ"), ("z", "źżž"), ("Z", "ŹŻŽ"),
]

extension Character {
  /// Whether it is a box line, a block, a geometric shape or a braille pattern of one column: most
  /// of what pictures are made of, and known without asking Unicode for its properties.
  var isPlainMark: Bool {
    guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return false }
    return (0x2500...0x25FC) ~= scalar.value || (0x2800...0x28FF) ~= scalar.value
  }
}
