/// A replicated text whose elements have positions of their own ([Nédelec et al. 2013]).
///
/// The text is the elements sorted by position; nothing refers to a predecessor, so that a deleted
/// element can go without a tombstone. What stays is one number for each replica: how many of its
/// elements are known. A known element that is missing was deleted, and an old copy of it that
/// comes again is not taken for a new one.
///
/// Runs that two replicas type at the same place at the same time may interleave: their positions
/// share one range, letter by letter.
///
/// [Nédelec et al. 2013]: https://doi.org/10.1145/2494266.2494278
public struct LSEQ: Replicated {
  /// One scalar of the text.
  public struct Element: Equatable, Sendable {
    public let position: LSEQPosition
    public let character: Unicode.Scalar

    /// Who made it.
    public var replica: ReplicaID { last.replica }
    /// Which of that replica's elements it is, from 1.
    public var counter: Int { last.counter }

    private var last: LSEQPosition.Step { position.steps[position.steps.count - 1] }
  }

  /// In the order of their positions, which is that of the text.
  public private(set) var elements: [Element] = []
  /// How many elements of each replica were ever known here.
  public private(set) var known: SortedMap<ReplicaID, Int> = [:]

  public init() {}

  public var value: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: elements.map(\.character))
    return String(text)
  }

  public mutating func apply(_ edit: TextEdit, at replica: ReplicaID) throws(Refusal) {
    try edit.requireWithin(length: elements.count)
    switch edit {
    case .insert(let position, let text): insert(text, at: position, by: replica)
    case .delete(let position, let count):
      elements.removeSubrange(position..<(position + count))
    }
  }

  private mutating func insert(_ text: String, at index: Int, by replica: ReplicaID) {
    let right = index < elements.count ? elements[index].position : nil
    var left = index > 0 ? elements[index - 1].position : nil
    var added: [Element] = []
    for character in text.unicodeScalars {
      known[replica, default: 0] += 1
      let position = LSEQPosition(
        between: left, and: right, replica: replica, counter: known[replica, default: 0])
      added.append(Element(position: position, character: character))
      left = position
    }
    elements.insert(contentsOf: added, at: index)
  }

  /// Keeps what both have, and what one has and the other has never known.
  public mutating func merge(_ other: LSEQ) {
    var merged: [Element] = []
    var (mine, theirs) = (elements[...], other.elements[...])
    while let element = Self.removeLeast(&mine, &theirs) {
      if element.isInBoth || !knows(element.value) || !other.knows(element.value) {
        merged.append(element.value)
      }
    }
    elements = merged
    known.merge(other.known, uniquingWith: max)
  }

  private func knows(_ element: Element) -> Bool {
    element.counter <= known[element.replica, default: 0]
  }

  private static func removeLeast(
    _ left: inout ArraySlice<Element>, _ right: inout ArraySlice<Element>
  ) -> (value: Element, isInBoth: Bool)? {
    let heads = [left.first, right.first].compactMap(\.self)
    guard let least = heads.min(by: { $0.position < $1.position }) else { return nil }
    let isLeft = left.first == least
    let isRight = right.first == least
    if isLeft { left.removeFirst() }
    if isRight { right.removeFirst() }
    return (least, isLeft && isRight)
  }
}
