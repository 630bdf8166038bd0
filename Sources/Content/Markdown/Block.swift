/// A part of a page: what stands between blank lines.
package indirect enum Block: Equatable, Sendable {
  package enum Alignment: Equatable, Sendable { case left, centre, right }

  case heading(level: Int, [Inline])
  case paragraph([Inline])
  /// An ordered list counts from 1.
  case list(ordered: Bool, [[Block]])
  case quote([Block])
  case code(language: String, String)
  /// Every row has as many cells as there are `alignments`.
  case table(header: [[Inline]], alignments: [Alignment], rows: [[[Inline]]])
  case directive(Directive)
}
