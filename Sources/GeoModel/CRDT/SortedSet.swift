/// Elements in their order, each once: equal contents are equal and are listed alike.
///
/// An array, so that joining two of them is one walk along both.
public struct SortedSet<Element: Comparable & Sendable>: Equatable, Sendable {
  @usableFromInline var list: [Element] = []

  @inlinable public init() {}

  /// - Parameter elements: in any order; of equal ones the first counts.
  public init(_ elements: [Element]) {
    for element in elements { insert(element) }
  }

  @inlinable public var elements: [Element] { list }
  @inlinable public var count: Int { elements.count }
  @inlinable public var isEmpty: Bool { elements.isEmpty }

  /// - Complexity: O(log *n*).
  @inlinable public func contains(_ element: Element) -> Bool {
    holds(element, at: index(of: element))
  }

  public mutating func insert(_ element: Element) {
    let index = index(of: element)
    if !holds(element, at: index) { list.insert(element, at: index) }
  }

  public mutating func remove(_ element: Element) {
    let index = index(of: element)
    if holds(element, at: index) { list.remove(at: index) }
  }

  /// Takes over every element of another set.
  ///
  /// - Complexity: O(*n* + *m*).
  @inlinable public mutating func formUnion(_ other: Self) {
    if other.isEmpty { return }
    if isEmpty { return self = other }
    var union: [Element] = []
    union.reserveCapacity(max(count, other.count))
    var theirs = 0
    for element in elements {
      while theirs < other.count, other.elements[theirs] < element {
        union.append(other.elements[theirs])
        theirs += 1
      }
      if theirs < other.count, other.elements[theirs] == element { theirs += 1 }
      union.append(element)
    }
    list = union + other.elements[theirs...]
  }

  /// The elements that a rule keeps.
  @inlinable public func filter(_ isKept: (Element) -> Bool) -> Self {
    if elements.allSatisfy(isKept) { return self }
    var kept = Self()
    kept.list = elements.filter(isKept)
    return kept
  }

  /// The first place whose element is not below the given one.
  @inlinable func index(of element: Element) -> Int {
    var (low, high) = (0, elements.count)
    while low < high {
      let middle = (low + high) / 2
      if elements[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }

  @inlinable func holds(_ element: Element, at index: Int) -> Bool {
    index < elements.count && elements[index] == element
  }
}

extension SortedSet: Hashable where Element: Hashable {}

extension SortedSet: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Element...) {
    self.init(elements)
  }
}
