/// Values by key, in the order of the keys: equal contents are equal and are listed alike.
///
/// An array of pairs, so that joining two of them is one walk along both.
public struct SortedMap<Key: Comparable & Sendable, Value: Sendable>: Sendable {
  @usableFromInline var pairs: [(key: Key, value: Value)] = []

  @inlinable public init() {}

  /// - Parameter list: in any order; of equal keys the last one counts.
  public init(_ list: [(Key, Value)]) {
    for (key, value) in list { self[key] = value }
  }

  @inlinable public var entries: [(key: Key, value: Value)] { pairs }
  @inlinable public var count: Int { entries.count }
  @inlinable public var isEmpty: Bool { entries.isEmpty }
  public var keys: [Key] { entries.map(\.key) }
  public var values: [Value] { entries.map(\.value) }

  /// The value of a key; setting `nil` removes it.
  ///
  /// - Complexity: O(log *n*) to read and to replace, O(*n*) to add and to remove.
  public subscript(key: Key) -> Value? {
    get {
      let index = index(of: key)
      return holds(key, at: index) ? entries[index].value : nil
    }
    set {
      let index = index(of: key)
      switch (holds(key, at: index), newValue) {
      case (true, let value?): pairs[index].value = value
      case (true, nil): pairs.remove(at: index)
      case (false, let value?): pairs.insert((key, value), at: index)
      case (false, nil): break
      }
    }
  }

  public subscript(key: Key, default value: Value) -> Value {
    get { self[key] ?? value }
    set { self[key] = newValue }
  }

  /// Takes over every entry of another map, in one walk along both.
  ///
  /// - Parameter combine: what becomes of a key that both have.
  /// - Complexity: O(*n* + *m*).
  @inlinable public mutating func merge(
    _ other: Self, uniquingWith combine: (Value, Value) -> Value
  ) {
    if entries.isEmpty { return self = other }
    if hasKeys(of: other) {
      for index in entries.indices {
        pairs[index].value = combine(pairs[index].value, other.entries[index].value)
      }
      return
    }
    merge(other) { _, left, right in
      guard let left, let right else { return left ?? right }
      return combine(left, right)
    }
  }

  /// Joins two maps, in one walk along both.
  ///
  /// - Parameter combine: what becomes of a key, of whose two values one may be missing; `nil`
  ///   drops it.
  /// - Complexity: O(*n* + *m*).
  @inlinable public mutating func merge(
    _ other: Self, combining combine: (Key, Value?, Value?) -> Value?
  ) {
    let (mine, theirs) = (entries, other.entries)
    var joined: [(key: Key, value: Value)] = []
    joined.reserveCapacity(mine.count + theirs.count)
    var (left, right) = (0, 0)
    while left < mine.count || right < theirs.count {
      let key: Key
      let value: Value?
      if right == theirs.count || left < mine.count && mine[left].key < theirs[right].key {
        key = mine[left].key
        value = combine(key, mine[left].value, nil)
        left += 1
      } else if left == mine.count || theirs[right].key < mine[left].key {
        key = theirs[right].key
        value = combine(key, nil, theirs[right].value)
        right += 1
      } else {
        key = mine[left].key
        value = combine(key, mine[left].value, theirs[right].value)
        left += 1
        right += 1
      }
      if let value { joined.append((key, value)) }
    }
    pairs = joined
  }

  /// The entries that a rule keeps.
  @inlinable public func filter(_ isKept: (Key, Value) -> Bool) -> Self {
    var kept = Self()
    kept.pairs = entries.filter { isKept($0.key, $0.value) }
    return kept
  }

  /// The same keys with other values.
  public func mapValues<Other>(_ transform: (Value) -> Other) -> SortedMap<Key, Other> {
    var mapped = SortedMap<Key, Other>()
    mapped.pairs = entries.map { ($0.key, transform($0.value)) }
    return mapped
  }

  @inlinable func hasKeys(of other: Self) -> Bool {
    count == other.count && entries.indices.allSatisfy { entries[$0].key == other.entries[$0].key }
  }

  /// The first place whose key is not below the given one.
  private func index(of key: Key) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func holds(_ key: Key, at index: Int) -> Bool {
    index < entries.count && entries[index].key == key
  }
}

extension SortedMap: Equatable where Value: Equatable {
  public static func == (left: Self, right: Self) -> Bool {
    left.entries.elementsEqual(right.entries) { $0.key == $1.key && $0.value == $1.value }
  }
}

extension SortedMap: Hashable where Key: Hashable, Value: Hashable {
  public func hash(into hasher: inout Hasher) {
    for (key, value) in entries {
      hasher.combine(key)
      hasher.combine(value)
    }
    hasher.combine(count)
  }
}

extension SortedMap: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (Key, Value)...) {
    self.init(elements)
  }
}
