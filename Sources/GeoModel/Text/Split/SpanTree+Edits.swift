extension SpanTree {
  /// Forgets the span that was found last, where positions may have moved under it.
  mutating func forgetCursor() { cursor = Cursor() }

  /// Puts new elements behind another one, or at the beginning of the text.
  mutating func append(_ count: Int, after place: Place?) {
    var place = place
    var left = count
    while left > 0 {
      let size = min(left, Self.longestSpan)
      append(Entry(first: UInt32(elementCount), measure: Int32(size)), after: place)
      left -= size
      if left > 0 { place = self.place(of: elementCount - 1) }
    }
  }

  private mutating func append(_ span: Entry, after place: Place?) {
    guard let place else {
      forgetCursor()
      return _ = insert(span, leaf: 0, index: 0)
    }
    guard let tail = cut(after: place) else {
      if !extend(place, by: span) { _ = insert(span, leaf: place.leaf, index: place.index + 1) }
      return
    }
    let new = insert(span, leaf: place.leaf, index: place.index + 1)
    _ = insert(tail, leaf: new.leaf, index: new.index + 1)
  }

  /// Takes away what is behind an element in its span.
  private mutating func cut(after place: Place) -> Entry? {
    let slot = place.leaf * Self.capacity + place.index
    let span = entries[slot]
    let kept = place.offset + 1
    guard kept < span.count else { return nil }
    let tail = span.part(from: kept, count: span.count - kept)
    entries[slot] = span.part(from: 0, count: kept)
    addVisible(-tail.visible, below: place.leaf)
    return tail
  }

  /// Lengthens a span by new elements, if they follow its last one.
  private mutating func extend(_ place: Place, by span: Entry) -> Bool {
    let slot = place.leaf * Self.capacity + place.index
    let old = entries[slot]
    guard old.measure > 0, old.end == span.first, old.count + span.count <= Self.longestSpan
    else { return false }
    entries[slot].measure += span.measure
    settle(span, in: place.leaf)
    addVisible(span.count, below: place.leaf)
    return true
  }

  /// Deletes elements of one visible span, from a place on.
  mutating func delete(_ count: Int, at place: Place) {
    let slot = place.leaf * Self.capacity + place.index
    let span = entries[slot]
    let dead = span.part(from: place.offset, count: count).deleted
    let tail = span.part(from: place.offset + count, count: span.count - place.offset - count)
    addVisible(-count, below: place.leaf)
    if place.offset == 0, joinsTombstones(before: place, dead) {
      entries[slot - 1].measure += dead.measure
      tail.count == 0 ? remove(place) : (entries[slot] = tail)
    } else if tail.count == 0, joinsTombstones(behind: place, dead) {
      entries[slot + 1].first = dead.first
      entries[slot + 1].measure += dead.measure
      if place.offset == 0 { remove(place) } else { entries[slot].measure = Int32(place.offset) }
    } else {
      part(place, dead, tail)
    }
  }

  /// Puts tombstones in the place of a part of a span.
  private mutating func part(_ place: Place, _ dead: Entry, _ tail: Entry) {
    let slot = place.leaf * Self.capacity + place.index
    addVisible(-tail.visible, below: place.leaf)
    var last = (leaf: place.leaf, index: place.index)
    if place.offset == 0 {
      entries[slot] = dead
    } else {
      entries[slot].measure = Int32(place.offset)
      last = insert(dead, leaf: place.leaf, index: place.index + 1)
    }
    if tail.count > 0 { _ = insert(tail, leaf: last.leaf, index: last.index + 1) }
  }

  private func joinsTombstones(before place: Place, _ dead: Entry) -> Bool {
    guard place.index > 0 else { return false }
    let before = entries[place.leaf * Self.capacity + place.index - 1]
    return before.measure < 0 && before.end == dead.first
      && before.count + dead.count <= Self.longestSpan
  }

  private func joinsTombstones(behind place: Place, _ dead: Entry) -> Bool {
    guard place.index + 1 < nodes[place.leaf].count else { return false }
    let behind = entries[place.leaf * Self.capacity + place.index + 1]
    return behind.measure < 0 && dead.end == behind.first
      && behind.count + dead.count <= Self.longestSpan
  }

  private mutating func addVisible(_ count: Int, below leaf: Int) {
    guard count != 0 else { return }
    visibleCount += count
    var node = nodes[leaf]
    while true {
      let parent = Int(node.parent)
      entries[parent * Self.capacity + Int(node.slot)].measure += Int32(count)
      if parent == root { return }
      node = nodes[parent]
    }
  }
}

extension SpanTree.Entry {
  fileprivate func part(from offset: Int, count: Int) -> Self {
    Self(first: first + UInt32(offset), measure: Int32(measure < 0 ? -count : count))
  }

  fileprivate var deleted: Self { Self(first: first, measure: -abs(measure)) }
}

// MARK: - Nodes

extension SpanTree {
  /// Adds a span to a leaf, which may split.
  ///
  /// - Returns: where it is then.
  private mutating func insert(
    _ span: Entry, leaf: Int, index: Int
  ) -> (leaf: Int, index: Int) {
    var (leaf, index) = (leaf, index)
    if nodes[leaf].count == Self.capacity {
      let right = split(leaf)
      let half = Int(nodes[leaf].count)
      if index > half { (leaf, index) = (right, index - half) }
    }
    makeRoom(at: index, in: leaf)
    entries[leaf * Self.capacity + index] = span
    settle(span, in: leaf)
    addVisible(span.visible, below: leaf)
    spanCount += 1
    return (leaf, index)
  }

  private mutating func remove(_ place: Place) {
    let start = place.leaf * Self.capacity
    let end = start + Int(nodes[place.leaf].count)
    for slot in (start + place.index + 1)..<end { entries[slot - 1] = entries[slot] }
    nodes[place.leaf].count -= 1
    spanCount -= 1
  }

  /// Moves the entries of a node from an index on by one.
  private mutating func makeRoom(at index: Int, in node: Int) {
    let start = node * Self.capacity
    var slot = start + Int(nodes[node].count)
    while slot > start + index {
      entries[slot] = entries[slot - 1]
      slot -= 1
    }
    nodes[node].count += 1
  }

  /// Notes in which leaf the elements of a span are.
  private mutating func settle(_ span: Entry, in leaf: Int) {
    let home = UInt32(leaf)
    if span.first == homes.count {
      for _ in 0..<span.count { homes.append(home) }
    } else {
      for element in Int(span.first)..<span.end { homes[element] = home }
    }
  }

  /// Notes for the children of a branch, from an index on, where they are.
  private mutating func settleChildren(of branch: Int, from index: Int) {
    for slot in index..<Int(nodes[branch].count) {
      let child = Int(entries[branch * Self.capacity + slot].first)
      nodes[child].parent = UInt32(branch)
      nodes[child].slot = UInt32(slot)
    }
  }

  /// Moves the right half of a full node into a new one.
  private mutating func split(_ node: Int) -> Int {
    if node == root { grow() }
    forgetCursor()
    let right = addNode(isLeaf: nodes[node].isLeaf)
    let moved = moveHalf(of: node, to: right)
    if nodes[node].isLeaf {
      nodes[right].next = nodes[node].next
      nodes[node].next = UInt32(right)
    } else {
      settleChildren(of: right, from: 0)
    }
    if nodes[Int(nodes[node].parent)].count == Self.capacity { _ = split(Int(nodes[node].parent)) }
    let (parent, slot) = (Int(nodes[node].parent), Int(nodes[node].slot))
    entries[parent * Self.capacity + slot].measure -= moved
    makeRoom(at: slot + 1, in: parent)
    entries[parent * Self.capacity + slot + 1] = Entry(first: UInt32(right), measure: moved)
    settleChildren(of: parent, from: slot + 1)
    return right
  }

  /// - Returns: how many visible elements have moved.
  private mutating func moveHalf(of node: Int, to right: Int) -> Int32 {
    let half = Self.capacity / 2
    var moved: Int32 = 0
    for index in half..<Self.capacity {
      let entry = entries[node * Self.capacity + index]
      entries[right * Self.capacity + index - half] = entry
      moved += Int32(entry.visible)
      if nodes[node].isLeaf { settle(entry, in: right) }
    }
    nodes[node].count = UInt32(half)
    nodes[right].count = UInt32(Self.capacity - half)
    return moved
  }

  /// Puts a new root above the old one.
  private mutating func grow() {
    let old = root
    root = addNode(isLeaf: false)
    entries[root * Self.capacity] = Entry(first: UInt32(old), measure: Int32(visibleCount))
    nodes[root].count = 1
    settleChildren(of: root, from: 0)
  }

  private mutating func addNode(isLeaf: Bool) -> Int {
    nodes.append(Node(isLeaf: isLeaf))
    for _ in 0..<Self.capacity { entries.append(Entry(first: 0, measure: 0)) }
    return nodes.count - 1
  }
}
