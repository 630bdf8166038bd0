/// What a writer does to a replicated text.
///
/// Positions count the Unicode scalars that a reader sees, from 0. Not characters: what looks like
/// one character can consist of several scalars, and a merge can put another one between them.
public enum TextEdit: Equatable, Sendable {
  /// Puts a text before the scalar at a position, or behind the last one.
  case insert(at: Int, String)
  case delete(at: Int, count: Int)

  /// - Throws: ``Refusal/outside(length:)`` unless the edit lies within a text of that many scalars.
  func requireWithin(length: Int) throws(Refusal) {
    let fits =
      switch self {
      case .insert(let position, _): (0...length).contains(position)
      case .delete(let position, let count):
        (0...length).contains(position) && (0...(length - position)).contains(count)
      }
    guard fits else { throw .outside(length: length) }
  }
}
