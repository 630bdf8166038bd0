/// An ``RGA`` for long texts: runs of elements share one record, and are split where an edit lands.
///
/// The same elements with the same ids in the same order, held to it by tests; the RGATreeSplit of
/// [Briot et al. 2016]. An edit, local or from elsewhere, costs O(log *n*) where the readable
/// definition costs O(*n* log *n*).
///
/// Elements are numbered in the order in which they came here. A number leads to the scalar, to
/// the ``Insertion`` it came with (its id), and to its place in the text (``SpanTree``). What came
/// is kept as two logs that only grow, so that it can be told to others: an insertion needs the
/// element before it, a deletion the elements that it deletes, and nothing else.
///
/// [Briot et al. 2016]: https://doi.org/10.1145/2957276.2957300
public struct SplitRGA: Replicated {
  public typealias Update = TextEdit

  /// The scalar of every element.
  var scalars: ContiguousArray<Unicode.Scalar> = []
  var spans = SpanTree()
  var insertions: ContiguousArray<Insertion> = []
  var deletions: ContiguousArray<Deletion> = []
  var authors: [Author] = []
  /// The greatest counter of all elements.
  var clock = 0

  public init() {}

  /// How many scalars a reader sees.
  public var count: Int { spans.visibleCount }

  public var value: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    spans.forEachSpan { span in
      guard span.measure > 0 else { return }
      for scalar in scalars[Int(span.first)..<span.end] { bytes.append(utf8: scalar) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  public mutating func apply(_ edit: TextEdit, at replica: ReplicaID) throws(Refusal) {
    try edit.requireWithin(length: count)
    switch edit {
    case .insert(let position, let text): insert(text, at: position, by: author(replica))
    case .delete(let position, let count): delete(count, at: position, by: author(replica))
    }
  }

  mutating func insert(_ text: String, at position: Int, by author: Int) {
    let first = scalars.count
    for scalar in text.unicodeScalars { scalars.append(scalar) }
    let count = scalars.count - first
    guard count > 0 else { return }
    let place = position == 0 ? nil : spans.place(at: position - 1)
    let predecessor = place.map { Int(spans.entry($0).first) + $0.offset }
    log(count, from: first, by: author, counter: clock + 1, after: predecessor)
    spans.append(count, after: place)
  }

  mutating func delete(_ count: Int, at position: Int, by author: Int) {
    var left = count
    while left > 0 {
      let place = spans.place(at: position)
      let span = spans.entry(place)
      let part = min(left, span.count - place.offset)
      let first = Int(span.first) + place.offset
      log(Deletion(first..<(first + part), author: author))
      spans.delete(part, at: place)
      left -= part
    }
  }
}

// MARK: - What came

extension SplitRGA {
  /// Elements that one replica put one behind the other; they end where the next insertion begins.
  struct Insertion: Sendable {
    /// The number of the first element; the others follow.
    let first: UInt32
    let author: UInt32
    /// The element before the first one, plus 1; 0 for the beginning of the text.
    let predecessor: UInt32
    /// Of the first element; the others follow.
    let counter: Int
  }

  /// Elements that one replica deleted one after the other.
  struct Deletion: Sendable {
    var first: UInt32
    var count: UInt32
    let author: UInt32
    /// From the last to the first, as a writer does who goes back.
    var isBackward: Bool
  }

  struct Author: Sendable {
    let replica: ReplicaID
    var inserted = 0
    var deleted = 0
    /// The counter of the newest element.
    var counter = 0
    /// Its insertions, by their places in the log.
    var insertions: ContiguousArray<UInt32> = []
  }

  /// The number of a replica here.
  mutating func author(_ replica: ReplicaID) -> Int {
    if let known = authors.firstIndex(where: { $0.replica == replica }) { return known }
    authors.append(Author(replica: replica))
    return authors.count - 1
  }

  mutating func log(
    _ count: Int, from first: Int, by author: Int, counter: Int, after predecessor: Int?
  ) {
    if !continues(author, counter, predecessor, first) {
      authors[author].insertions.append(UInt32(insertions.count))
      insertions.append(
        Insertion(
          first: UInt32(first), author: UInt32(author),
          predecessor: UInt32((predecessor ?? -1) + 1), counter: counter))
    }
    authors[author].inserted += count
    authors[author].counter = counter + count - 1
    clock = max(clock, counter + count - 1)
  }

  /// Whether elements can go with the last insertion.
  private func continues(_ author: Int, _ counter: Int, _ predecessor: Int?, _ first: Int) -> Bool {
    guard let last = insertions.last, last.author == author, predecessor == first - 1 else {
      return false
    }
    return last.counter + first - Int(last.first) == counter
  }

  mutating func log(_ deletion: Deletion) {
    authors[Int(deletion.author)].deleted += Int(deletion.count)
    let last = deletions.count - 1
    if last < 0 || !deletions[last].take(deletion) { deletions.append(deletion) }
  }
}

extension SplitRGA.Deletion {
  init(_ elements: Range<Int>, author: Int, isBackward: Bool = false) {
    (first, count) = (UInt32(elements.lowerBound), UInt32(elements.count))
    (self.author, self.isBackward) = (UInt32(author), isBackward)
  }

  /// Whether the next deletion goes on where this one ends, and so could be taken along.
  fileprivate mutating func take(_ next: Self) -> Bool {
    guard author == next.author else { return false }
    if next.first == first + count, canGo(backward: false), next.canGo(backward: false) {
      isBackward = false
    } else if next.first + next.count == first, canGo(backward: true), next.canGo(backward: true) {
      isBackward = true
      first = next.first
    } else {
      return false
    }
    count += next.count
    return true
  }

  private func canGo(backward: Bool) -> Bool { count == 1 || isBackward == backward }
}
