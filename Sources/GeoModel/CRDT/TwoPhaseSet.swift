/// A set whose elements can be added and removed, each at most once: two sets that only grow.
///
/// A removal wins against every addition, also against one that did not know of it, and is kept
/// for ever. Shapiro et al. 2011, specification 12.
public struct TwoPhaseSet<Element: Comparable & Sendable>: Replicated {
  public private(set) var added = GSet<Element>()
  /// The tombstones: they are never given back.
  public private(set) var removed = GSet<Element>()

  public init() {}

  public init(added: GSet<Element>, removed: GSet<Element>) {
    self.added = added
    self.removed = removed
  }

  public enum Update: Sendable {
    case add(Element)
    case remove(Element)
  }

  /// What was added and not removed, in order.
  public var value: [Element] { added.value.filter { !removed.contains($0) } }

  public func contains(_ element: Element) -> Bool {
    added.contains(element) && !removed.contains(element)
  }

  /// - Throws: ``Refusal/removedForEver`` for an addition after a removal, ``Refusal/notThere`` for
  ///   the removal of what is not in the set; as far as this replica knows, both.
  public mutating func apply(_ update: Update, at replica: ReplicaID) throws(Refusal) {
    switch update {
    case .add(let element):
      guard !removed.contains(element) else { throw .removedForEver }
      added.add(element)
    case .remove(let element):
      guard contains(element) else { throw .notThere }
      removed.add(element)
    }
  }

  public mutating func merge(_ other: TwoPhaseSet) {
    added.merge(other.added)
    removed.merge(other.removed)
  }
}

extension TwoPhaseSet.Update: Equatable {}
