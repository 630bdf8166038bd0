import GeoModel

final class StopsAtZero: TwoMaps {
  override func value() -> Int { max(0, sum) }
}

final class DropsTheSign: TwoMaps {
  override func value() -> Int { abs(sum) }
}

final class LeavesDecrementsOut: TwoMaps {
  override func value() -> Int { plus.values.reduce(0, +) }
}

final class CountsOperations: TwoMaps {
  override func value() -> Int { operations }
}

final class RefusesToGoBelowZero: TwoMaps {
  override func decrement(_ node: ReplicaID) throws(LearnersError) {
    if sum > 0 { try super.decrement(node) }
  }
}

final class DecrementsItsOwnIncrements: TwoMaps {
  override func decrement(_ node: ReplicaID) throws(LearnersError) {
    if plus[node, default: 0] > minus[node, default: 0] { try super.decrement(node) }
  }
}

final class LowersTheSlot: TwoMaps {
  override func decrement(_ node: ReplicaID) { plus[node, default: 0] -= 1 }
}

final class SetsToOne: TwoMaps {
  override func increment(_ node: ReplicaID) { plus[node] = 1 }
}

final class StartsAtOne: TwoMaps {
  override func increment(_ node: ReplicaID) { plus[node, default: 1] += 1 }
}

final class EightBits: TwoMaps {
  override func value() -> Int { Int(Int8(truncatingIfNeeded: sum)) }
}

final class SixteenBitSlots: TwoMaps {
  override func increment(_ node: ReplicaID) {
    plus[node] = Int(Int16(truncatingIfNeeded: (plus[node] ?? 0) + 1))
  }
}

final class SticksAtThousand: TwoMaps {
  override func increment(_ node: ReplicaID) { plus[node] = min(1_000, (plus[node] ?? 0) + 1) }
}

final class EmptiedByReading: TwoMaps {
  override func value() -> Int {
    defer { (plus, minus) = ([:], [:]) }
    return sum
  }
}

final class CountsReads: TwoMaps {
  private var reads = 0

  override func value() -> Int {
    reads += 1
    return sum + (reads > 2 ? 1 : 0)
  }
}

/// Puts the difference into one slot when it is read, which merges then lose.
final class FoldsByReading: TwoMaps {
  override func value() -> Int {
    let value = sum
    plus = ["total": max(0, value)]
    minus = ["total": max(0, -value)]
    return value
  }
}

/// Keeps its value for later, and forgets that a merge changes it.
final class CachedOverMerges: TwoMaps {
  private var cache: Int?

  override func increment(_ node: ReplicaID) throws(LearnersError) {
    try super.increment(node)
    cache = nil
  }
  override func decrement(_ node: ReplicaID) throws(LearnersError) {
    try super.decrement(node)
    cache = nil
  }
  override func value() -> Int {
    let value = cache ?? sum
    cache = value
    return value
  }
}

final class CachedOverDecrements: TwoMaps {
  private var cache: Int?

  override func increment(_ node: ReplicaID) throws(LearnersError) {
    try super.increment(node)
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

final class ThrowsAtUnknownDecrements: TwoMaps {
  override func decrement(_ node: ReplicaID) throws(LearnersError) {
    guard plus[node] != nil else { throw LearnersError(message: "KeyError: '\(node)'") }
    try super.decrement(node)
  }
}

final class ThrowsBelowZero: TwoMaps {
  override func value() throws(LearnersError) -> Int {
    guard sum >= 0 else { throw LearnersError(message: "ValueError: negative") }
    return sum
  }
}

final class ThrowsAtEmptyIDs: TwoMaps {
  override func increment(_ node: ReplicaID) throws(LearnersError) {
    guard !node.name.isEmpty else { throw LearnersError(message: "ValueError: no id") }
    try super.increment(node)
  }
}

/// A counter that treats ids in some way before it uses them.
class ChangesIDs: TwoMaps {
  func changed(_ name: String) -> String { name }

  override final func increment(_ node: ReplicaID) throws(LearnersError) {
    try super.increment(ReplicaID(changed(node.name)))
  }
  override final func decrement(_ node: ReplicaID) throws(LearnersError) {
    try super.decrement(ReplicaID(changed(node.name)))
  }
}

final class IgnoresCase: ChangesIDs {
  override func changed(_ name: String) -> String { name.lowercased() }
}

final class TrimsIDs: ChangesIDs {
  override func changed(_ name: String) -> String { name.split(separator: " ").joined() }
}

final class CutsIDs: ChangesIDs {
  override func changed(_ name: String) -> String { String(name.unicodeScalars.prefix(16)) }
}

final class ReadsIDsAsNumbers: ChangesIDs {
  override func changed(_ name: String) -> String { Int(name).map(String.init) ?? name }
}

final class HashesIDs: ChangesIDs {
  override func changed(_ name: String) -> String {
    String(name.utf16.reduce(Int32(0)) { $0 &* 31 &+ Int32($1) })
  }
}

/// Sixteen slots, and a node's slot by the sum of its bytes.
final class SixteenSlots: ChangesIDs {
  override func changed(_ name: String) -> String { "\(name.utf8.reduce(0) { $0 + Int($1) } % 16)" }
}

/// Compares ids as people read them, whichever code points spell them.
final class NormalisesIDs: LearnersCounter {
  private var plus: [String: Int] = [:]
  private var minus: [String: Int] = [:]

  func increment(_ node: ReplicaID) { plus[node.name, default: 0] += 1 }
  func decrement(_ node: ReplicaID) { minus[node.name, default: 0] += 1 }
  func merge(_ other: NormalisesIDs) {
    plus.merge(other.plus, uniquingKeysWith: max)
    minus.merge(other.minus, uniquingKeysWith: max)
  }
  func value() -> Int { plus.values.reduce(0, +) - minus.values.reduce(0, +) }
}
