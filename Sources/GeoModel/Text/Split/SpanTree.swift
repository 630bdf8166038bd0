/// The order of the elements of a text: spans in the leaves of a B+ tree that counts visible ones.
///
/// Elements are known by their numbers here, from 0 in the order in which they came. A span is a
/// range of numbers that stand side by side in the text, all visible or all deleted. A branch holds
/// for each child how many visible elements lie below it, so a position is found from the root down;
/// an element is found from its leaf up. Both take O(log *n*) steps.
///
/// Nodes are numbers in pools, not objects: copying a text copies a few arrays, and walking the tree
/// counts no references. Elements never go, so nodes only ever split.
struct SpanTree: Sendable {
  /// What a node holds: a leaf spans, a branch children.
  struct Entry: Sendable {
    /// The first element of a span, or the number of a child.
    var first: UInt32
    /// Of a span how many elements, below 0 where they are deleted; of a child how many are visible.
    var measure: Int32

    var count: Int { Int(measure.magnitude) }
    var visible: Int { Int(max(measure, 0)) }
    /// The element behind the last one of a span.
    var end: Int { Int(first) + count }
  }

  struct Node: Sendable {
    var isLeaf: Bool
    var parent: UInt32 = 0
    /// The place among the entries of the parent.
    var slot: UInt32 = 0
    var count: UInt32 = 0
    /// The leaf to the right; 0, which is the first of all leaves, behind the last one.
    var next: UInt32 = 0
  }

  /// An element, by its leaf, the place of its span there and the elements before it in the span.
  ///
  /// On the way down also a branch, an entry of it and the visible elements to go.
  struct Place {
    var leaf: Int
    var index: Int
    var offset: Int
  }

  /// The span that was found last. The next one is often the same, or not far behind it.
  struct Cursor {
    var leaf = 0
    /// How many visible elements are before the leaf.
    var leafStart = 0
    var index = 0
    /// How many visible elements are before the span.
    var start = 0
  }

  /// How many entries a node can hold.
  static let capacity = 32
  /// How many elements a span can hold, so that what a split has to note about them is bounded.
  static let longestSpan = 1024

  /// The first leaf is node 0.
  var nodes: ContiguousArray<Node> = [Node(isLeaf: true), Node(isLeaf: false)]
  /// Of node *n* those from *n* times ``capacity`` on.
  var entries = ContiguousArray(
    repeating: Entry(first: 0, measure: 0), count: 2 * capacity)
  /// The leaf of every element.
  var homes: ContiguousArray<UInt32> = []
  var root = 1
  var cursor = Cursor()

  var visibleCount = 0
  var spanCount = 0

  init() {
    nodes[0].parent = 1
    nodes[1].count = 1
  }

  var elementCount: Int { homes.count }
}

// MARK: - Finding

extension SpanTree {
  func entry(_ place: Place) -> Entry { entries[place.leaf * Self.capacity + place.index] }

  /// The element that a reader sees at a position, which must be below ``visibleCount``.
  mutating func place(at position: Int) -> Place {
    let offset = position - cursor.leafStart
    if offset < 0 || offset >= visible(in: cursor.leaf) { descend(to: position) }
    var place = Place(leaf: cursor.leaf, index: 0, offset: position - cursor.leafStart)
    if position >= cursor.start {
      (place.index, place.offset) = (cursor.index, position - cursor.start)
    }
    find(&place)
    (cursor.index, cursor.start) = (place.index, position - place.offset)
    return place
  }

  /// Puts the cursor at the beginning of the leaf that a position is in.
  private mutating func descend(to position: Int) {
    var place = Place(leaf: root, index: 0, offset: position)
    while !nodes[place.leaf].isLeaf {
      find(&place)
      let child = Int(entries[place.leaf * Self.capacity + place.index].first)
      (place.leaf, place.index) = (child, 0)
    }
    let start = position - place.offset
    cursor = Cursor(leaf: place.leaf, leafStart: start, start: start)
  }

  /// Goes from the beginning of an entry to the one below which the offset lies.
  private func find(_ place: inout Place) {
    var index = place.leaf * Self.capacity + place.index
    var offset = place.offset
    while offset >= entries[index].visible {
      offset -= entries[index].visible
      index += 1
    }
    (place.index, place.offset) = (index - place.leaf * Self.capacity, offset)
  }

  func place(of element: Int) -> Place {
    let leaf = Int(homes[element])
    var index = leaf * Self.capacity
    while element < Int(entries[index].first) || element >= entries[index].end { index += 1 }
    return Place(
      leaf: leaf, index: index - leaf * Self.capacity, offset: element - Int(entries[index].first))
  }

  /// The element behind another one, or the first of all; `nil` at the end of the text.
  func place(after place: Place?) -> Place? {
    guard let place else {
      return nodes[0].count == 0 ? nil : Place(leaf: 0, index: 0, offset: 0)
    }
    if place.offset + 1 < entry(place).count {
      return Place(leaf: place.leaf, index: place.index, offset: place.offset + 1)
    }
    if place.index + 1 < nodes[place.leaf].count {
      return Place(leaf: place.leaf, index: place.index + 1, offset: 0)
    }
    let next = Int(nodes[place.leaf].next)
    return next == 0 ? nil : Place(leaf: next, index: 0, offset: 0)
  }

  /// Every span in the order of the text.
  func forEachSpan(_ body: (Entry) -> Void) {
    var leaf = 0
    repeat {
      let start = leaf * Self.capacity
      for index in start..<(start + Int(nodes[leaf].count)) { body(entries[index]) }
      leaf = Int(nodes[leaf].next)
    } while leaf != 0
  }

  private func visible(in node: Int) -> Int {
    let node = nodes[node]
    return entries[Int(node.parent) * Self.capacity + Int(node.slot)].visible
  }
}
