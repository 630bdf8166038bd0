/// The cell of ``SiblingSet`` as it was kept before dots: one version vector, counted up by the
/// replicas, for all siblings together. An anti-example.
///
/// The vector cannot say which sibling a client has read. So a client that does not know all is
/// taken to know nothing: its write comes beside everything, its own earlier write included. Two
/// clients that write in turn pile up siblings without end. For the same reason a merge can bring
/// back what was replaced, and depends on the grouping. Riak did so until 2.0.
public struct VectorSiblingSet<Content: Equatable & Sendable>: Replicated {
  /// By the write that made them, so that one that comes twice is not counted twice; whether it
  /// stays is decided by ``vector`` alone.
  public private(set) var siblings: SortedMap<Dot, Content> = [:]
  public private(set) var vector = VersionVector()

  public init() {}

  /// As those of the right one, so that both can be given the same history.
  public typealias Update = SiblingSet<Content>.Update

  /// The contents of all siblings, by the dots of their writes; empty until the first write.
  public var value: [Content] { siblings.values }

  /// What a client sees, and what it must hand back with its next write.
  public func read() -> (contents: [Content], context: VersionVector) { (value, vector) }

  public mutating func apply(_ update: Update, at replica: ReplicaID) {
    switch update {
    case .write(let content, let context): write(content, context: context, at: replica)
    }
  }

  /// Writes in place of everything for a client that has read everything, beside it for others.
  ///
  /// - Returns: the dot of the write.
  @discardableResult
  public mutating func write(
    _ content: Content, context read: VersionVector, at replica: ReplicaID
  ) -> Dot {
    vector.merge(read)
    if vector == read { siblings = [:] }
    let dot = vector.increment(at: replica)
    siblings[dot] = content
    return dot
  }

  /// Takes over the other set if its vector is later, and the siblings of both if they are
  /// concurrent.
  public mutating func merge(_ other: VectorSiblingSet) {
    switch vector.order(to: other.vector) {
    case .after: break
    case .before: self = other
    case .equal, .concurrent:
      siblings.merge(other.siblings) { _, left, right in left ?? right }
      vector.merge(other.vector)
    }
  }
}
