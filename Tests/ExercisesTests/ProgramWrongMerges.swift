import GeoModel

/// The right counter with two maps, of which each wrong one changes one thing.
class TwoMaps: LearnersCounter {
  var plus: [ReplicaID: Int] = [:]
  var minus: [ReplicaID: Int] = [:]

  required init() {}

  func increment(_ node: ReplicaID) throws(LearnersError) { plus[node, default: 0] += 1 }
  func decrement(_ node: ReplicaID) throws(LearnersError) { minus[node, default: 0] += 1 }

  func merge(_ other: TwoMaps) throws(LearnersError) {
    plus.merge(other.plus, uniquingKeysWith: max)
    minus.merge(other.minus, uniquingKeysWith: max)
  }

  func value() throws(LearnersError) -> Int { sum }

  final var sum: Int { plus.values.reduce(0, +) - minus.values.reduce(0, +) }
  final var operations: Int { plus.values.reduce(0, +) + minus.values.reduce(0, +) }
}

final class AddsSlots: TwoMaps {
  override func merge(_ other: TwoMaps) {
    plus.merge(other.plus, uniquingKeysWith: +)
    minus.merge(other.minus, uniquingKeysWith: +)
  }
}

final class Overwrites: TwoMaps {
  override func merge(_ other: TwoMaps) {
    plus.merge(other.plus) { $1 }
    minus.merge(other.minus) { $1 }
  }
}

final class KeepsItsOwnSlots: TwoMaps {
  override func merge(_ other: TwoMaps) {
    plus.merge(other.plus) { mine, _ in mine }
    minus.merge(other.minus) { mine, _ in mine }
  }
}

final class BecomesTheOther: TwoMaps {
  override func merge(_ other: TwoMaps) {
    plus = other.plus
    minus = other.minus
  }
}

final class MergesNothing: TwoMaps {
  override func merge(_ other: TwoMaps) {}
}

final class ForgetsDecrements: TwoMaps {
  override func merge(_ other: TwoMaps) { plus.merge(other.plus, uniquingKeysWith: max) }
}

final class ForgetsIncrements: TwoMaps {
  override func merge(_ other: TwoMaps) { minus.merge(other.minus, uniquingKeysWith: max) }
}

final class TakesTheFewerDecrements: TwoMaps {
  override func merge(_ other: TwoMaps) {
    plus.merge(other.plus, uniquingKeysWith: max)
    minus.merge(other.minus, uniquingKeysWith: min)
  }
}

final class TakesTheMinimum: TwoMaps {
  override func merge(_ other: TwoMaps) {
    plus.merge(other.plus, uniquingKeysWith: min)
    minus.merge(other.minus, uniquingKeysWith: min)
  }
}

final class KnowsOnlyItsNodes: TwoMaps {
  override func merge(_ other: TwoMaps) {
    for (node, count) in plus { plus[node] = max(count, other.plus[node] ?? 0) }
    for (node, count) in minus { minus[node] = max(count, other.minus[node] ?? 0) }
  }
}

/// Goes through the nodes that have increments, so that those with decrements alone are lost.
final class GoesThroughIncrements: TwoMaps {
  override func merge(_ other: TwoMaps) {
    for node in other.plus.keys {
      plus[node] = max(plus[node] ?? 0, other.plus[node] ?? 0)
      if let count = other.minus[node] { minus[node] = max(minus[node] ?? 0, count) }
    }
  }
}

final class DropsWhatTheOtherLacks: TwoMaps {
  override func merge(_ other: TwoMaps) throws(LearnersError) {
    try super.merge(other)
    if !other.plus.isEmpty { plus = plus.filter { other.plus[$0.key] != nil } }
  }
}

final class MixesUpTheMaps: TwoMaps {
  override func merge(_ other: TwoMaps) {
    plus.merge(other.plus, uniquingKeysWith: max)
    for (node, count) in other.minus { minus[node] = max(plus[node] ?? 0, count) }
  }
}

final class TakesTheGreaterValue: TwoMaps {
  override func merge(_ other: TwoMaps) {
    guard other.sum > sum else { return }
    plus = other.plus
    minus = other.minus
  }
}

final class TakesTheBusierState: TwoMaps {
  override func merge(_ other: TwoMaps) {
    guard other.operations > operations else { return }
    plus = other.plus
    minus = other.minus
  }
}

final class IgnoresTheLessBusy: TwoMaps {
  override func merge(_ other: TwoMaps) throws(LearnersError) {
    if other.operations >= operations { try super.merge(other) }
  }
}

final class DoublesWithItself: TwoMaps {
  override func merge(_ other: TwoMaps) throws(LearnersError) {
    guard other === self else { return try super.merge(other) }
    plus = plus.mapValues { $0 * 2 }
    minus = minus.mapValues { $0 * 2 }
  }
}

final class ChangesBoth: TwoMaps {
  override func merge(_ other: TwoMaps) throws(LearnersError) {
    try super.merge(other)
    (other.plus, other.minus) = (plus, minus)
  }
}

final class EmptiesTheOther: TwoMaps {
  override func merge(_ other: TwoMaps) throws(LearnersError) {
    try super.merge(other)
    if other !== self { (other.plus, other.minus) = ([:], [:]) }
  }
}

final class MergesEachOtherOnce: TwoMaps {
  private var merged: [TwoMaps] = []

  override func merge(_ other: TwoMaps) throws(LearnersError) {
    if merged.contains(where: { $0 === other }) { return }
    merged.append(other)
    try super.merge(other)
  }
}

/// Adds what each other counter has more than at the last merge, whoever counted it.
final class AddsTheDifference: TwoMaps {
  private var seen: [(other: TwoMaps, value: Int)] = []
  private var merged = 0

  override func merge(_ other: TwoMaps) throws(LearnersError) {
    let now = try other.value()
    let index = seen.firstIndex { $0.other === other }
    merged += now - (index.map { seen[$0].value } ?? 0)
    if let index { seen[index].value = now } else { seen.append((other, now)) }
  }

  override func value() -> Int { sum + merged }
}

final class StopsAtAHundredNodes: TwoMaps {
  override func merge(_ other: TwoMaps) throws(LearnersError) {
    let full = plus.count >= 100
    let old = plus
    try super.merge(other)
    if full { plus = plus.filter { old[$0.key] != nil } }
  }
}

/// Compares boxed numbers by identity, which holds up to 127.
final class ComparesBoxes: TwoMaps {
  override func merge(_ other: TwoMaps) {
    func greater(_ mine: Int, _ theirs: Int) -> Int {
      mine == theirs && mine > 127 ? mine + 1 : max(mine, theirs)
    }
    plus.merge(other.plus, uniquingKeysWith: greater)
    minus.merge(other.minus, uniquingKeysWith: greater)
  }
}

final class MissesNewNodes: TwoMaps {
  override func merge(_ other: TwoMaps) throws(LearnersError) {
    for (node, count) in other.plus {
      guard let mine = plus[node] else { throw LearnersError(message: "KeyError: '\(node)'") }
      plus[node] = max(mine, count)
    }
  }
}

final class MissesDecrements: TwoMaps {
  override func merge(_ other: TwoMaps) throws(LearnersError) {
    plus.merge(other.plus, uniquingKeysWith: max)
    for node in other.plus.keys {
      guard let count = other.minus[node] else {
        throw LearnersError(message: "KeyError: '\(node)'")
      }
      minus[node] = max(minus[node] ?? 0, count)
    }
  }
}
