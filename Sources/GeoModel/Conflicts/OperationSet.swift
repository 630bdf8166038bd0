/// A set in which an addition wins against a removal that did not know of it: ``ORSet`` by
/// operations.
///
/// A removal names the additions that its replica has seen, and forgets them: no context, no
/// tombstones. So an addition that came after its removal, or once more, would stay for ever:
/// causal order and exactly once are needed here, both. Shapiro et al. 2011, specification 15.
public struct OperationSet<Element: Comparable & Sendable>: OperationBased {
  /// The additions of each element that are still there; more than one after concurrent ones.
  public private(set) var dots: SortedMap<Element, SortedSet<Dot>> = [:]

  public init() {}

  public enum Update: Equatable, Sendable {
    case add(Element)
    case remove(Element)
  }

  public enum Operation: Equatable, Sendable {
    case add(Element, Dot)
    case remove(Element, SortedSet<Dot>)
  }

  /// Every element that is there, in order.
  public var value: [Element] { dots.keys }

  public func operation(for update: Update, as dot: Dot) -> Operation {
    switch update {
    case .add(let element): .add(element, dot)
    case .remove(let element): .remove(element, dots[element] ?? [])
    }
  }

  public mutating func perform(_ operation: Operation) {
    switch operation {
    case .add(let element, let dot): dots[element, default: []].insert(dot)
    case .remove(let element, let seen):
      let left = dots[element]?.filter { !seen.contains($0) } ?? []
      dots[element] = left.isEmpty ? nil : left
    }
  }
}
