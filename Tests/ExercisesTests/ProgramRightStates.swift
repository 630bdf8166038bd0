import GeoModel

/// Every operation by name: its node, its number there, and what it does.
final class SetOfOperations: LearnersCounter {
  private struct Operation: Hashable {
    let node: ReplicaID
    let number: Int
    let change: Int
  }
  private var operations: Set<Operation> = []
  private var counts: [ReplicaID: Int] = [:]

  private func add(_ node: ReplicaID, _ change: Int) {
    counts[node, default: 0] += 1
    operations.insert(Operation(node: node, number: counts[node] ?? 0, change: change))
  }
  func increment(_ node: ReplicaID) { add(node, 1) }
  func decrement(_ node: ReplicaID) { add(node, -1) }
  func merge(_ other: SetOfOperations) {
    operations.formUnion(other.operations)
    counts.merge(other.counts, uniquingKeysWith: max)
  }
  func value() -> Int { operations.reduce(0) { $0 + $1.change } }
}

/// Operations are named by the node and by how many are known in all.
final class SetOfSets: LearnersCounter {
  private var plus: [ReplicaID: Set<Int>] = [:]
  private var minus: [ReplicaID: Set<Int>] = [:]

  func increment(_ node: ReplicaID) { plus[node, default: []].insert(plus[node]?.count ?? 0) }
  func decrement(_ node: ReplicaID) { minus[node, default: []].insert(minus[node]?.count ?? 0) }
  func merge(_ other: SetOfSets) {
    plus.merge(other.plus) { $0.union($1) }
    minus.merge(other.minus) { $0.union($1) }
  }
  func value() -> Int {
    plus.values.reduce(0) { $0 + $1.count } - minus.values.reduce(0) { $0 + $1.count }
  }
}

/// What each node did, in order; of two logs of a node one is the beginning of the other.
final class LongestLog: LearnersCounter {
  private var logs: [ReplicaID: [Int8]] = [:]

  func increment(_ node: ReplicaID) { logs[node, default: []].append(1) }
  func decrement(_ node: ReplicaID) { logs[node, default: []].append(-1) }
  func merge(_ other: LongestLog) { logs.merge(other.logs) { $0.count >= $1.count ? $0 : $1 } }
  func value() -> Int { logs.values.reduce(0) { $0 + $1.reduce(0) { $0 + Int($1) } } }
}

/// A log in which equal operations that follow each other are one entry.
final class CompressedLog: LearnersCounter {
  private struct Log {
    var runs: [(change: Int, count: Int)] = []
    var length = 0

    mutating func append(_ change: Int) {
      length += 1
      if runs.last?.change == change {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((change, 1))
      }
    }
  }
  private var logs: [ReplicaID: Log] = [:]

  func increment(_ node: ReplicaID) { logs[node, default: Log()].append(1) }
  func decrement(_ node: ReplicaID) { logs[node, default: Log()].append(-1) }
  func merge(_ other: CompressedLog) { logs.merge(other.logs) { $0.length >= $1.length ? $0 : $1 } }
  func value() -> Int {
    logs.values.reduce(0) { $0 + $1.runs.reduce(0) { $0 + $1.change * $1.count } }
  }
}

/// A state is never changed: each operation makes the next one.
final class ImmutableStates: LearnersCounter {
  private struct State {
    let plus: [ReplicaID: Int]
    let minus: [ReplicaID: Int]
  }
  private var state = State(plus: [:], minus: [:])

  func increment(_ node: ReplicaID) {
    let plus = state.plus.merging([node: 1], uniquingKeysWith: +)
    state = State(plus: plus, minus: state.minus)
  }
  func decrement(_ node: ReplicaID) {
    let minus = state.minus.merging([node: 1], uniquingKeysWith: +)
    state = State(plus: state.plus, minus: minus)
  }
  func merge(_ other: ImmutableStates) {
    state = State(
      plus: state.plus.merging(other.state.plus, uniquingKeysWith: max),
      minus: state.minus.merging(other.state.minus, uniquingKeysWith: max))
  }
  func value() -> Int { state.plus.values.reduce(0, +) - state.minus.values.reduce(0, +) }
}

/// Takes the other's state as it is, which is safe: states are changed as copies only.
final class SharedUntilWritten: LearnersCounter {
  private final class State {
    let plus: [ReplicaID: Int]
    let minus: [ReplicaID: Int]

    init(_ plus: [ReplicaID: Int], _ minus: [ReplicaID: Int]) {
      self.plus = plus
      self.minus = minus
    }
  }
  private var state = State([:], [:])

  func increment(_ node: ReplicaID) {
    state = State(state.plus.merging([node: 1], uniquingKeysWith: +), state.minus)
  }
  func decrement(_ node: ReplicaID) {
    state = State(state.plus, state.minus.merging([node: 1], uniquingKeysWith: +))
  }
  func merge(_ other: SharedUntilWritten) {
    if state.plus.isEmpty, state.minus.isEmpty {
      state = other.state
    } else {
      state = State(
        state.plus.merging(other.state.plus, uniquingKeysWith: max),
        state.minus.merging(other.state.minus, uniquingKeysWith: max))
    }
  }
  func value() -> Int { state.plus.values.reduce(0, +) - state.minus.values.reduce(0, +) }
}

/// Arrays of numbers, and where each node stands in them.
final class ArraysAndPlaces: LearnersCounter {
  private var places: [ReplicaID: Int] = [:]
  private var plus: [Int] = []
  private var minus: [Int] = []

  private func place(of node: ReplicaID) -> Int {
    if let place = places[node] { return place }
    places[node] = plus.count
    plus.append(0)
    minus.append(0)
    return plus.count - 1
  }
  func increment(_ node: ReplicaID) { plus[place(of: node)] += 1 }
  func decrement(_ node: ReplicaID) { minus[place(of: node)] += 1 }
  func merge(_ other: ArraysAndPlaces) {
    for (node, theirs) in other.places {
      let mine = place(of: node)
      plus[mine] = max(plus[mine], other.plus[theirs])
      minus[mine] = max(minus[mine], other.minus[theirs])
    }
  }
  func value() -> Int { plus.reduce(0, +) - minus.reduce(0, +) }
}

final class SortedPairs: LearnersCounter {
  private var plus: SortedMap<ReplicaID, Int> = [:]
  private var minus: SortedMap<ReplicaID, Int> = [:]

  func increment(_ node: ReplicaID) { plus[node, default: 0] += 1 }
  func decrement(_ node: ReplicaID) { minus[node, default: 0] += 1 }
  func merge(_ other: SortedPairs) {
    plus.merge(other.plus, uniquingWith: max)
    minus.merge(other.minus, uniquingWith: max)
  }
  func value() -> Int { plus.values.reduce(0, +) - minus.values.reduce(0, +) }
}

final class UnsortedList: LearnersCounter {
  private var slots: [(node: ReplicaID, plus: Int, minus: Int)] = []

  private func raise(_ node: ReplicaID, plus: Int, minus: Int) {
    guard let index = slots.firstIndex(where: { $0.node == node }) else {
      return slots.append((node, plus, minus))
    }
    slots[index].plus = max(slots[index].plus, plus)
    slots[index].minus = max(slots[index].minus, minus)
  }
  private func slot(_ node: ReplicaID) -> (plus: Int, minus: Int) {
    slots.first { $0.node == node }.map { ($0.plus, $0.minus) } ?? (0, 0)
  }
  func increment(_ node: ReplicaID) { raise(node, plus: slot(node).plus + 1, minus: 0) }
  func decrement(_ node: ReplicaID) { raise(node, plus: 0, minus: slot(node).minus + 1) }
  func merge(_ other: UnsortedList) {
    for slot in other.slots { raise(slot.node, plus: slot.plus, minus: slot.minus) }
  }
  func value() -> Int { slots.reduce(0) { $0 + $1.plus - $1.minus } }
}

final class LinkedSlots: LearnersCounter {
  private final class Slot {
    let node: ReplicaID
    var (plus, minus) = (0, 0)
    let next: Slot?

    init(_ node: ReplicaID, next: Slot?) {
      self.node = node
      self.next = next
    }
  }
  private var first: Slot?

  private func slot(_ node: ReplicaID) -> Slot {
    var slot = first
    while let present = slot {
      if present.node == node { return present }
      slot = present.next
    }
    let new = Slot(node, next: first)
    first = new
    return new
  }
  func increment(_ node: ReplicaID) { slot(node).plus += 1 }
  func decrement(_ node: ReplicaID) { slot(node).minus += 1 }
  func merge(_ other: LinkedSlots) {
    var theirs = other.first
    while let present = theirs {
      let mine = slot(present.node)
      mine.plus = max(mine.plus, present.plus)
      mine.minus = max(mine.minus, present.minus)
      theirs = present.next
    }
  }
  func value() -> Int {
    var (sum, slot) = (0, first)
    while let present = slot {
      sum += present.plus - present.minus
      slot = present.next
    }
    return sum
  }
}

/// Operations as bits of each node, from the lowest on.
final class Bits: LearnersCounter {
  private var plus: [ReplicaID: [UInt64]] = [:]
  private var minus: [ReplicaID: [UInt64]] = [:]

  private static func add(_ words: inout [UInt64]) {
    if words.last ?? .max == .max { words.append(0) }
    words[words.count - 1] = words[words.count - 1] << 1 | 1
  }
  private static func union(_ one: [UInt64], _ other: [UInt64]) -> [UInt64] {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    return zip(short, long).map { $0 | $1 } + long.dropFirst(short.count)
  }
  private static func count(_ map: [ReplicaID: [UInt64]]) -> Int {
    map.values.reduce(0) { $0 + $1.reduce(0) { $0 + $1.nonzeroBitCount } }
  }
  func increment(_ node: ReplicaID) { Self.add(&plus[node, default: []]) }
  func decrement(_ node: ReplicaID) { Self.add(&minus[node, default: []]) }
  func merge(_ other: Bits) {
    plus.merge(other.plus, uniquingKeysWith: Self.union)
    minus.merge(other.minus, uniquingKeysWith: Self.union)
  }
  func value() -> Int { Self.count(plus) - Self.count(minus) }
}

/// A map that shares all that does not change with the maps from which it came.
final class PersistentTree: LearnersCounter {
  private indirect enum Tree {
    case empty
    case slot(left: Tree, node: ReplicaID, plus: Int, minus: Int, right: Tree)

    func raised(_ node: ReplicaID, _ change: (Int, Int) -> (Int, Int)) -> Tree {
      switch self {
      case .empty:
        let (plus, minus) = change(0, 0)
        return .slot(left: .empty, node: node, plus: plus, minus: minus, right: .empty)
      case .slot(let left, let own, let plus, let minus, let right):
        if node < own {
          let left = left.raised(node, change)
          return .slot(left: left, node: own, plus: plus, minus: minus, right: right)
        }
        if own < node {
          let right = right.raised(node, change)
          return .slot(left: left, node: own, plus: plus, minus: minus, right: right)
        }
        let (more, less) = change(plus, minus)
        return .slot(left: left, node: own, plus: more, minus: less, right: right)
      }
    }

    func joined(with other: Tree) -> Tree {
      guard case .slot(let left, let node, let plus, let minus, let right) = other else {
        return self
      }
      return raised(node) { (max($0, plus), max($1, minus)) }.joined(with: left).joined(with: right)
    }

    var value: Int {
      guard case .slot(let left, _, let plus, let minus, let right) = self else { return 0 }
      return left.value + plus - minus + right.value
    }
  }
  private var tree = Tree.empty

  func increment(_ node: ReplicaID) { tree = tree.raised(node) { ($0 + 1, $1) } }
  func decrement(_ node: ReplicaID) { tree = tree.raised(node) { ($0, $1 + 1) } }
  func merge(_ other: PersistentTree) { tree = tree.joined(with: other.tree) }
  func value() -> Int { tree.value }
}
