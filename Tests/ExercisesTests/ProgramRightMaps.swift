import GeoModel

/// The model's own counter.
final class Modelled: LearnersCounter {
  private var counter = PNCounter()

  func increment(_ node: ReplicaID) { counter.apply(.increment(), at: node) }
  func decrement(_ node: ReplicaID) { counter.apply(.decrement(), at: node) }
  func merge(_ other: Modelled) { counter.merge(other.counter) }
  func value() -> Int { counter.value }
}

final class OneMapOfPairs: LearnersCounter {
  private var slots: [ReplicaID: (plus: Int, minus: Int)] = [:]

  func increment(_ node: ReplicaID) { slots[node, default: (0, 0)].plus += 1 }
  func decrement(_ node: ReplicaID) { slots[node, default: (0, 0)].minus += 1 }
  func merge(_ other: OneMapOfPairs) {
    slots.merge(other.slots) { (max($0.plus, $1.plus), max($0.minus, $1.minus)) }
  }
  func value() -> Int { slots.values.reduce(0) { $0 + $1.plus - $1.minus } }
}

/// The operations of each node and how many of them were decrements: both only grow.
final class OperationsAndDecrements: LearnersCounter {
  private var slots: [ReplicaID: (all: Int, minus: Int)] = [:]

  func increment(_ node: ReplicaID) { slots[node, default: (0, 0)].all += 1 }
  func decrement(_ node: ReplicaID) {
    slots[node, default: (0, 0)].all += 1
    slots[node, default: (0, 0)].minus += 1
  }
  func merge(_ other: OperationsAndDecrements) {
    slots.merge(other.slots) { (max($0.all, $1.all), max($0.minus, $1.minus)) }
  }
  func value() -> Int { slots.values.reduce(0) { $0 + $1.all - 2 * $1.minus } }
}

/// The slot with more operations of its node is the newer one.
final class NewerSlotWins: LearnersCounter {
  private struct Slot {
    var (operations, net) = (0, 0)
  }
  private var slots: [ReplicaID: Slot] = [:]

  private func count(_ node: ReplicaID, _ change: Int) {
    slots[node, default: Slot()].operations += 1
    slots[node, default: Slot()].net += change
  }
  func increment(_ node: ReplicaID) { count(node, 1) }
  func decrement(_ node: ReplicaID) { count(node, -1) }
  func merge(_ other: NewerSlotWins) {
    slots.merge(other.slots) { $0.operations >= $1.operations ? $0 : $1 }
  }
  func value() -> Int { slots.values.reduce(0) { $0 + $1.net } }
}

/// One map whose keys tell the kind and the node.
final class KeysWithKinds: LearnersCounter {
  private struct Key: Hashable {
    let isDecrement: Bool
    let node: ReplicaID
  }
  private var counts: [Key: Int] = [:]

  func increment(_ node: ReplicaID) { counts[Key(isDecrement: false, node: node), default: 0] += 1 }
  func decrement(_ node: ReplicaID) { counts[Key(isDecrement: true, node: node), default: 0] += 1 }
  func merge(_ other: KeysWithKinds) { counts.merge(other.counts, uniquingKeysWith: max) }
  func value() -> Int { counts.reduce(0) { $0 + ($1.key.isDecrement ? -$1.value : $1.value) } }
}

final class BytesAsKeys: LearnersCounter {
  private var plus: [[UInt8]: Int] = [:]
  private var minus: [[UInt8]: Int] = [:]

  func increment(_ node: ReplicaID) { plus[Array(node.name.utf8), default: 0] += 1 }
  func decrement(_ node: ReplicaID) { minus[Array(node.name.utf8), default: 0] += 1 }
  func merge(_ other: BytesAsKeys) {
    plus.merge(other.plus, uniquingKeysWith: max)
    minus.merge(other.minus, uniquingKeysWith: max)
  }
  func value() -> Int { plus.values.reduce(0, +) - minus.values.reduce(0, +) }
}

/// Numbers as decimal text, as they come out of a file.
final class NumbersAsText: LearnersCounter {
  private var plus: [ReplicaID: String] = [:]
  private var minus: [ReplicaID: String] = [:]

  private static func number(_ text: String?) -> Int64 { text.flatMap { Int64($0) } ?? 0 }
  private static func greater(_ one: String, _ other: String) -> String {
    number(one) >= number(other) ? one : other
  }
  func increment(_ node: ReplicaID) { plus[node] = "\(Self.number(plus[node]) + 1)" }
  func decrement(_ node: ReplicaID) { minus[node] = "\(Self.number(minus[node]) + 1)" }
  func merge(_ other: NumbersAsText) {
    plus.merge(other.plus, uniquingKeysWith: Self.greater)
    minus.merge(other.minus, uniquingKeysWith: Self.greater)
  }
  func value() -> Int {
    let sum = plus.values.reduce(0) { $0 + Self.number($1) }
    return Int(minus.values.reduce(sum) { $0 - Self.number($1) })
  }
}

final class FloatingPoint: LearnersCounter {
  private var plus: [ReplicaID: Double] = [:]
  private var minus: [ReplicaID: Double] = [:]

  func increment(_ node: ReplicaID) { plus[node, default: 0] += 1 }
  func decrement(_ node: ReplicaID) { minus[node, default: 0] += 1 }
  func merge(_ other: FloatingPoint) {
    plus.merge(other.plus, uniquingKeysWith: max)
    minus.merge(other.minus, uniquingKeysWith: max)
  }
  func value() -> Int { Int(plus.values.reduce(0, +) - minus.values.reduce(0, +)) }
}

final class CachedUntilChanged: TwoMaps {
  private var cache: Int?

  override func increment(_ node: ReplicaID) throws(LearnersError) {
    try super.increment(node)
    cache = nil
  }
  override func decrement(_ node: ReplicaID) throws(LearnersError) {
    try super.decrement(node)
    cache = nil
  }
  override func merge(_ other: TwoMaps) throws(LearnersError) {
    try super.merge(other)
    cache = nil
  }
  override func value() -> Int {
    let value = cache ?? sum
    cache = value
    return value
  }
}

/// Keeps its value up to date with every change of a slot.
final class RunningValue: TwoMaps {
  private var running = 0

  override func increment(_ node: ReplicaID) throws(LearnersError) {
    try super.increment(node)
    running += 1
  }
  override func decrement(_ node: ReplicaID) throws(LearnersError) {
    try super.decrement(node)
    running -= 1
  }
  override func merge(_ other: TwoMaps) {
    for (node, count) in other.plus where count > plus[node] ?? 0 {
      running += count - (plus[node] ?? 0)
      plus[node] = count
    }
    for (node, count) in other.minus where count > minus[node] ?? 0 {
      running -= count - (minus[node] ?? 0)
      minus[node] = count
    }
  }
  override func value() -> Int { running }
}

/// Has a slot for every id that it ever heard of, and drops the empty ones now and then.
final class PrunedWhenRead: TwoMaps {
  override func merge(_ other: TwoMaps) {
    for node in Set(plus.keys).union(other.plus.keys).union(minus.keys).union(other.minus.keys) {
      plus[node] = max(plus[node] ?? 0, other.plus[node] ?? 0)
      minus[node] = max(minus[node] ?? 0, other.minus[node] ?? 0)
    }
  }
  override func value() -> Int {
    plus = plus.filter { $0.value > 0 }
    minus = minus.filter { $0.value > 0 }
    return sum
  }
}

/// Keeps the states that it was told, and joins them when it is asked.
final class MergedWhenRead: LearnersCounter {
  private var own = PNCounter()
  private var heard: [PNCounter] = []

  private func settle() {
    for state in heard { own.merge(state) }
    heard = []
  }
  func increment(_ node: ReplicaID) { own.apply(.increment(), at: node) }
  func decrement(_ node: ReplicaID) { own.apply(.decrement(), at: node) }
  func merge(_ other: MergedWhenRead) {
    heard += other.heard + [other.own]
    if heard.count > 50 { settle() }
  }
  func value() -> Int {
    settle()
    return own.value
  }
}

final class TwoGCounters: LearnersCounter {
  private var plus = GCounter()
  private var minus = GCounter()

  func increment(_ node: ReplicaID) { plus.increment(at: node) }
  func decrement(_ node: ReplicaID) { minus.increment(at: node) }
  func merge(_ other: TwoGCounters) {
    plus.merge(other.plus)
    minus.merge(other.minus)
  }
  func value() -> Int { plus.value - minus.value }
}
