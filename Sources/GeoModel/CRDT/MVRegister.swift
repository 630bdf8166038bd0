/// One content, of which every write stays that no other write has seen: concurrent ones become
/// siblings, and whoever writes next replaces those that it saw.
///
/// Two siblings may hold the same content, since two writes were made. Shapiro et al. 2011,
/// specification 10.
public struct MVRegister<Content: Comparable & Sendable>: Replicated {
  public struct Sibling: Equatable, Sendable {
    public let content: Content
    /// What the write had seen, and itself.
    public let version: VersionVector
  }

  /// By the write that made them; each concurrent with all others.
  public private(set) var siblings: SortedMap<Dot, Sibling> = [:]

  public init() {}

  init(siblings: SortedMap<Dot, Sibling>) {
    self.siblings = siblings
  }

  public enum Update: Sendable {
    case set(Content)
  }

  /// The contents of all siblings, in order; empty until the first write.
  public var value: [Content] { siblings.values.map(\.content).sorted() }

  /// Every write that is known, of siblings and of what they replaced.
  public var context: VersionVector {
    siblings.values.reduce(into: VersionVector()) { $0.merge($1.version) }
  }

  public mutating func apply(_ update: Update, at replica: ReplicaID) {
    switch update {
    case .set(let content):
      var version = context
      let dot = version.increment(at: replica)
      siblings = [dot: Sibling(content: content, version: version)]
    }
  }

  public mutating func merge(_ other: MVRegister) {
    siblings.mergeSurvivors(of: other.siblings, knowing: context, and: other.context)
  }
}

extension MVRegister.Update: Equatable {}
