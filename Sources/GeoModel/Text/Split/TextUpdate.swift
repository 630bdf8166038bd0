/// What a replica of a text tells another: insertions and deletions, in an order that can be
/// followed, with the ids of the elements that they need.
public struct TextUpdate: Equatable, Sendable {
  struct Author: Equatable, Sendable {
    let replica: ReplicaID
    /// How many of its insertions and deletions must be known already.
    let before: KnownOperations
  }

  /// An element, by the counter and the author's place in the list of ``authors``.
  struct Reference: Equatable, Sendable {
    var author: Int
    var counter: Int
  }

  struct Insertion: Equatable, Sendable {
    var first: Reference
    var count: Int
    /// The element before the first one; `nil` at the beginning of the text.
    var predecessor: Reference?
  }

  struct Deletion: Equatable, Sendable {
    let author: Int
    /// The element with the least counter.
    var first: Reference
    var count: Int
    /// From the greatest counter to the least.
    let isBackward: Bool
  }

  var authors: [Author] = []
  /// The scalars of all insertions, one after the other.
  var scalars: ContiguousArray<Unicode.Scalar> = []
  var insertions: ContiguousArray<Insertion> = []
  var deletions: ContiguousArray<Deletion> = []

  public var isEmpty: Bool { insertions.isEmpty && deletions.isEmpty }
}

/// How many operations of one replica are known somewhere, counted scalar by scalar.
public struct KnownOperations: Equatable, Sendable {
  public var inserted = 0
  public var deleted = 0
}

/// Of each replica, how many operations are known: a version vector with two numbers for each.
public typealias TextVersion = SortedMap<ReplicaID, KnownOperations>

/// Why an update cannot be followed.
public enum TextUpdateFault: Error, Equatable, Sendable {
  /// Operations of a replica are missing in between.
  case gap(ReplicaID)
  /// It refers to an element that is not known.
  case unknown(ElementID)
  /// A counter is not above that of the replica's element before, or of the predecessor.
  case disorder(ElementID)
}
