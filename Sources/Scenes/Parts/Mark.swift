import Drawing

/// The mark of a participant, the same in every picture: a shape first, then a colour.
struct Mark: Equatable, Sendable {
  let glyph: Character
  let style: Style

  static let leader = Mark(glyph: "●", style: Style(.leader, isBold: true))
  static let voter = Mark(glyph: "○", style: Style(.voter))
  static let nonVoter = Mark(glyph: "◌", style: Style(.nonVoter))
  static let client = Mark(glyph: "◇", style: Style(.text))
  static let lost = Mark(glyph: "✘", style: Style(.lost, isBold: true))
  static let done = Mark(glyph: "✔", style: Style(.healthy, isBold: true))
}
