/// Two orders in which the same concurrent operations can be carried out, each operation
/// transformed for its place.
///
/// Two operations test the property TP1: whether both orders end alike. Three test TP2: whether the
/// third ends alike after the first two in either order, which peers without a central order need.
/// Imine et al., "Proving correctness of transformation functions in real-time groupware", 2003.
public struct TransformationPaths: Equatable, Sendable {
  /// How an operation changes after a concurrent one: (changed operation, concurrent operation).
  public typealias Transformation = @Sendable (TextOperation, TextOperation) -> TextOperation

  /// What happens along one of the two paths.
  public struct Path: Equatable, Sendable {
    /// As they are carried out.
    public let operations: [TextOperation]
    public let text: [Unicode.Scalar]
  }

  /// As they were made: two or three operations, on one text, by different replicas.
  public let operations: [TextOperation]
  /// The first operation before the second; a third one last.
  public let ahead: Path
  /// The second operation before the first; a third one last.
  public let behind: Path

  /// - Parameters:
  ///   - operations: two or three, made on the text by different replicas.
  ///   - transform: another transformation than that of ``TextOperation``, to be tried out.
  public init(
    of operations: [TextOperation], on text: [Unicode.Scalar],
    transform: Transformation = { $0.transformed(against: $1) }
  ) {
    precondition((2...3).contains(operations.count), "two or three operations make two paths")
    self.operations = operations
    let (one, two) = (operations[0], operations[1])
    let third = operations.dropFirst(2)
    func path(_ first: TextOperation, _ second: TextOperation) -> Path {
      let second = transform(second, first)
      let last = third.map { transform(transform($0, first), second) }
      return Path(carryingOut: [first, second] + last, on: text)
    }
    ahead = path(one, two)
    behind = path(two, one)
  }

  /// Whether both paths end in the same text.
  public var converge: Bool { ahead.text == behind.text }
}

extension TransformationPaths.Path {
  fileprivate init(carryingOut operations: [TextOperation], on text: [Unicode.Scalar]) {
    var result = text
    for operation in operations { operation.apply(to: &result) }
    self.init(operations: operations, text: result)
  }
}

extension TransformationPaths {
  /// The paths of everything that replicas can do to a text at the same time, one edit each.
  ///
  /// - Parameter characters: what each replica may insert, in their order; two or three replicas.
  /// - Complexity: (2 *n* + 1) to the power of the replicas, for *n* characters of text.
  public static func all(
    on text: [Unicode.Scalar], inserting characters: [(by: ReplicaID, Unicode.Scalar)],
    transform: Transformation = { $0.transformed(against: $1) }
  ) -> [Self] {
    let deletions = text.indices.map { TextOperation.delete(at: $0) }
    let choices = characters.map { replica, character in
      (0...text.count).map { .insert(character, at: $0, by: replica) } + deletions
    }
    let combinations = choices.reduce([[]]) { begun, operations in
      begun.flatMap { chosen in operations.map { chosen + [$0] } }
    }
    return combinations.map { Self(of: $0, on: text, transform: transform) }
  }
}
