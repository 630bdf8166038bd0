/// One content of which concurrent writes stay side by side, written by clients that say what they
/// have read.
///
/// Each sibling has the dot of its write, and the set one version vector of all writes it knows: a
/// dotted version vector ([Preguiça et al. 2012], in the compact form of Riak since 2.0). A write
/// replaces a sibling if and only if the context that its client read has the sibling's dot. In
/// ``MVRegister`` a write replaces all that its *replica* knows, the unread included.
///
/// [Preguiça et al. 2012]: https://doi.org/10.1145/2332432.2332497
public struct SiblingSet<Content: Equatable & Sendable>: Replicated {
  /// By the write that made them.
  public private(set) var siblings: SortedMap<Dot, Content> = [:]
  /// Every write that is known, of siblings and of what they replaced.
  public private(set) var context = VersionVector()

  public init() {}

  public enum Update: Equatable, Sendable {
    /// - Parameter context: as the client got it from ``SiblingSet/read()`` of any replica; an
    ///   empty one for a client that has read nothing.
    case write(Content, context: VersionVector)
  }

  /// The contents of all siblings, by the dots of their writes; empty until the first write.
  public var value: [Content] { siblings.values }

  /// What a client sees, and what it must hand back with its next write.
  public func read() -> (contents: [Content], context: VersionVector) { (value, context) }

  public mutating func apply(_ update: Update, at replica: ReplicaID) {
    switch update {
    case .write(let content, let context): write(content, context: context, at: replica)
    }
  }

  /// Writes in place of what the client has read, beside everything else.
  ///
  /// - Returns: the dot of the write.
  @discardableResult
  public mutating func write(
    _ content: Content, context read: VersionVector, at replica: ReplicaID
  ) -> Dot {
    siblings = siblings.filter { dot, _ in !read.contains(dot) }
    context.merge(read)
    let dot = context.increment(at: replica)
    siblings[dot] = content
    return dot
  }

  public mutating func merge(_ other: SiblingSet) {
    siblings.mergeSurvivors(of: other.siblings, knowing: context, and: other.context)
    context.merge(other.context)
  }
}
