/// A set in which an addition wins against a removal that did not know of it, without tombstones.
///
/// Every addition has a dot of its own. A removal removes all dots of the element that its replica
/// has seen, and keeps nothing of them: a dot that the context knows and that is not there was
/// removed. [Bieniusa et al. 2012], after Shapiro et al. 2011, specification 15.
///
/// [Bieniusa et al. 2012]: https://arxiv.org/abs/1210.3368
public struct ORSet<Element: Comparable & Sendable>: Replicated {
  /// The additions of each element that are still there; more than one after concurrent ones.
  public private(set) var dots: SortedMap<Element, SortedSet<Dot>> = [:]
  /// Every addition that is known, of elements that are still there and of others.
  public private(set) var context = CausalContext()

  public init() {}

  @usableFromInline init(dots: SortedMap<Element, SortedSet<Dot>>, context: CausalContext) {
    self.dots = dots
    self.context = context
  }

  public enum Update: Sendable {
    case add(Element)
    case remove(Element)
  }

  /// Every element that is there, in order.
  public var value: [Element] { dots.keys }

  public func contains(_ element: Element) -> Bool { dots[element] != nil }

  /// Adds, in place of the additions that are known, or removes all of them; there may be none.
  public mutating func apply(_ update: Update, at replica: ReplicaID) {
    switch update {
    case .add(let element): dots[element] = [context.increment(at: replica)]
    case .remove(let element): dots[element] = nil
    }
  }

  /// Keeps the dots that both have, and those of one side that the other has never seen.
  @inlinable public mutating func merge(_ other: ORSet) {
    var (dots, context) = (dots, context)
    dots.merge(other.dots) { _, left, right in
      if left == right { return left }
      var kept = Self.survivors(of: left, besides: right, in: other.context)
      kept.formUnion(Self.survivors(of: right, besides: left, in: self.context))
      return kept.isEmpty ? nil : kept
    }
    context.merge(other.context)
    self = ORSet(dots: dots, context: context)
  }

  /// The dots that the other side has as well, or has never seen.
  @inlinable static func survivors(
    of dots: SortedSet<Dot>?, besides others: SortedSet<Dot>?, in context: CausalContext
  ) -> SortedSet<Dot> {
    guard let dots else { return SortedSet() }
    return dots.filter { others?.contains($0) ?? false || !context.contains($0) }
  }
}

extension ORSet.Update: Equatable {}
