/// One edit of a text, at a position that holds only for the text it was made on.
///
/// Characters are Unicode scalars. Concurrent operations come from different replicas; operations
/// of one replica follow each other and are never transformed against each other.
public enum TextOperation: Hashable, Sendable {
  /// Puts a character before the one at a position.
  case insert(Unicode.Scalar, at: Int, by: ReplicaID)
  case delete(at: Int)
  /// What becomes of a deletion whose character another replica has deleted already.
  case none
}

extension TextOperation {
  /// Carries the operation out.
  ///
  /// - Precondition: the operation fits the text: see ``fits(length:)``.
  public func apply(to text: inout [Unicode.Scalar]) {
    precondition(fits(length: text.count), "an operation is carried out where it was made for")
    switch self {
    case .insert(let character, let position, _): text.insert(character, at: position)
    case .delete(let position): text.remove(at: position)
    case .none: break
    }
  }

  /// Whether the operation names a place of a text of so many characters.
  public func fits(length: Int) -> Bool {
    switch self {
    case .insert(_, let position, _): (0...length).contains(position)
    case .delete(let position): (0..<length).contains(position)
    case .none: true
    }
  }

  /// The same intention, for the text that a concurrent operation has changed already.
  ///
  /// The inclusion transformation of plain text ([Ellis and Gibbs 1989], with the tie broken by
  /// the replica): of two characters put at one place, the one of the smaller replica stands left.
  /// It has the property TP1, so two operations end alike in either order, and lacks TP2, so three
  /// need not (``TransformationPaths``).
  ///
  /// - Parameter other: made on the same text by another replica.
  ///
  /// [Ellis and Gibbs 1989]: https://doi.org/10.1145/67544.66963
  public func transformed(against other: TextOperation) -> TextOperation {
    switch self {
    case .insert(let character, let position, let replica):
      .insert(character, at: position + Self.shift(of: position, by: replica, other), by: replica)
    case .delete(let position): Self.deletion(at: position, after: other)
    case .none: .none
    }
  }

  private static func shift(of position: Int, by replica: ReplicaID, _ other: Self) -> Int {
    switch other {
    case .insert(_, let place, let author): (place, author) < (position, replica) ? 1 : 0
    case .delete(let place): place < position ? -1 : 0
    case .none: 0
    }
  }

  private static func deletion(at position: Int, after other: Self) -> Self {
    switch other {
    case .insert(_, let place, _): .delete(at: place <= position ? position + 1 : position)
    case .delete(let place) where place == position: .none
    case .delete(let place): .delete(at: place < position ? position - 1 : position)
    case .none: .delete(at: position)
    }
  }
}
