/// A set that only grows; the join is the union. Shapiro et al. 2011, specification 11.
public struct GSet<Element: Comparable & Sendable>: Replicated {
  public private(set) var elements = SortedSet<Element>()

  public init() {}

  public init(_ elements: SortedSet<Element>) {
    self.elements = elements
  }

  public enum Update: Sendable {
    case add(Element)
  }

  /// Every element, in order.
  public var value: [Element] { elements.elements }

  public func contains(_ element: Element) -> Bool { elements.contains(element) }

  public mutating func apply(_ update: Update, at replica: ReplicaID) {
    switch update {
    case .add(let element): add(element)
    }
  }

  public mutating func add(_ element: Element) { elements.insert(element) }

  public mutating func merge(_ other: GSet) { elements.formUnion(other.elements) }
}

extension GSet.Update: Equatable {}
