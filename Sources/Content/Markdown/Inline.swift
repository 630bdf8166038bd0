/// A part of a line of text.
package indirect enum Inline: Equatable, Sendable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case code(String)
  case link([Inline], target: String)
  /// A number that the model computed when the lesson was read, as it is shown.
  case number(ModelExpression, shown: String)

  /// What a reader sees, without any style.
  package var plainText: String {
    switch self {
    case .text(let text), .code(let text), .number(_, let text): text
    case .emphasis(let parts), .strong(let parts), .link(let parts, _): parts.plainText
    }
  }
}

extension [Inline] {
  /// What a reader sees, without any style.
  package var plainText: String { map(\.plainText).joined() }
}
