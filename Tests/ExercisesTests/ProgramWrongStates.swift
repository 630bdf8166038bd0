import Exercises
import GeoModel

/// One number for all nodes; a subclass says how two become one.
class OneNumber: LearnersCounter {
  var number = 0

  required init() {}

  func increment(_ node: ReplicaID) { number += 1 }
  func decrement(_ node: ReplicaID) { number -= 1 }
  func merge(_ other: OneNumber) {}
  func value() -> Int { number }
}

final class OneSum: OneNumber {
  override func merge(_ other: OneNumber) { number += other.number }
}

final class OneMaximum: OneNumber {
  override func merge(_ other: OneNumber) { number = max(number, other.number) }
}

final class LastOneWins: OneNumber {
  override func merge(_ other: OneNumber) { number = other.number }
}

final class Average: OneNumber {
  override func merge(_ other: OneNumber) { number = (number + other.number) / 2 }
}

final class TwoMaxima: LearnersCounter {
  private var (plus, minus) = (0, 0)

  func increment(_ node: ReplicaID) { plus += 1 }
  func decrement(_ node: ReplicaID) { minus += 1 }
  func merge(_ other: TwoMaxima) {
    plus = max(plus, other.plus)
    minus = max(minus, other.minus)
  }
  func value() -> Int { plus - minus }
}

final class NetMaximum: LearnersCounter {
  private var slots: [ReplicaID: Int] = [:]

  func increment(_ node: ReplicaID) { slots[node, default: 0] += 1 }
  func decrement(_ node: ReplicaID) { slots[node, default: 0] -= 1 }
  func merge(_ other: NetMaximum) { slots.merge(other.slots, uniquingKeysWith: max) }
  func value() -> Int { slots.values.reduce(0, +) }
}

/// Keeps the other's map where it has none of its own, as `self.p = self.p or other.p` does.
final class Aliases: LearnersCounter {
  private final class Slots {
    var counts: [ReplicaID: Int] = [:]
  }
  private var plus = Slots()
  private var minus = Slots()

  func increment(_ node: ReplicaID) { plus.counts[node, default: 0] += 1 }
  func decrement(_ node: ReplicaID) { minus.counts[node, default: 0] += 1 }
  func merge(_ other: Aliases) {
    if plus.counts.isEmpty { plus = other.plus }
    if minus.counts.isEmpty { minus = other.minus }
    plus.counts.merge(other.plus.counts, uniquingKeysWith: max)
    minus.counts.merge(other.minus.counts, uniquingKeysWith: max)
  }
  func value() -> Int { plus.counts.values.reduce(0, +) - minus.counts.values.reduce(0, +) }
}

/// Slots in the order in which nodes appear, so that a slot means another node elsewhere.
final class MatchesByPlace: LearnersCounter {
  private var nodes: [ReplicaID] = []
  private var plus: [Int] = []
  private var minus: [Int] = []

  private func place(of node: ReplicaID) -> Int {
    if let place = nodes.firstIndex(of: node) { return place }
    nodes.append(node)
    plus.append(0)
    minus.append(0)
    return nodes.count - 1
  }

  func increment(_ node: ReplicaID) { plus[place(of: node)] += 1 }
  func decrement(_ node: ReplicaID) { minus[place(of: node)] += 1 }
  func merge(_ other: MatchesByPlace) {
    for (place, node) in other.nodes.enumerated() {
      if place == nodes.count { _ = self.place(of: node) }
      guard place < nodes.count else { continue }
      plus[place] = max(plus[place], other.plus[place])
      minus[place] = max(minus[place], other.minus[place])
    }
  }
  func value() -> Int { plus.reduce(0, +) - minus.reduce(0, +) }
}

/// Does again whatever the other one did.
final class RepeatsTheLog: LearnersCounter {
  private var log: [Int] = []

  func increment(_ node: ReplicaID) { log.append(1) }
  func decrement(_ node: ReplicaID) { log.append(-1) }
  func merge(_ other: RepeatsTheLog) { log += other.log.prefix(10_000) }
  func value() -> Int { log.reduce(0, +) }
}

/// Operations have numbers, but no node: those of two replicas are taken for the same.
final class NumbersWithoutNodes: LearnersCounter {
  private var plus: Set<Int> = []
  private var minus: Set<Int> = []

  func increment(_ node: ReplicaID) { plus.insert(plus.count) }
  func decrement(_ node: ReplicaID) { minus.insert(minus.count) }
  func merge(_ other: NumbersWithoutNodes) {
    plus.formUnion(other.plus)
    minus.formUnion(other.minus)
  }
  func value() -> Int { plus.count - minus.count }
}

/// Numbers its operations by how many it knows of its node, with the sign left out.
final class NumbersWithoutSigns: LearnersCounter {
  private struct Name: Hashable {
    let node: ReplicaID
    let number: Int
  }
  private var operations: [Name: Int] = [:]
  private var counts: [ReplicaID: (plus: Int, minus: Int)] = [:]

  func increment(_ node: ReplicaID) {
    counts[node, default: (0, 0)].plus += 1
    operations[Name(node: node, number: counts[node]?.plus ?? 0)] = 1
  }
  func decrement(_ node: ReplicaID) {
    counts[node, default: (0, 0)].minus += 1
    operations[Name(node: node, number: counts[node]?.minus ?? 0)] = -1
  }
  func merge(_ other: NumbersWithoutSigns) { operations.merge(other.operations) { $1 } }
  func value() -> Int { operations.values.reduce(0, +) }
}

/// The log of a node that says the most wins, although a log with decrements says less.
final class TakesTheGreaterLog: LearnersCounter {
  private var logs: [ReplicaID: [Int]] = [:]

  func increment(_ node: ReplicaID) { logs[node, default: []].append(1) }
  func decrement(_ node: ReplicaID) { logs[node, default: []].append(-1) }
  func merge(_ other: TakesTheGreaterLog) {
    logs.merge(other.logs) { $0.reduce(0, +) >= $1.reduce(0, +) ? $0 : $1 }
  }
  func value() -> Int { logs.values.reduce(0) { $0 + $1.reduce(0, +) } }
}

/// All counters have one state, as with maps that are made in the class.
struct OneStateForAll: Conversation {
  private var counters = Counters<TwoMaps>()

  init() {
    _ = counters.ask([.create(0)])
  }

  mutating func ask(_ requests: [CounterRequest]) -> [CounterReply] {
    requests.map { request in
      switch request {
      case .create: .done
      case .increment(_, let node, let count):
        counters.ask([.increment(0, node: node, count: count)])[0]
      case .decrement(_, let node, let count):
        counters.ask([.decrement(0, node: node, count: count)])[0]
      case .merge: .done
      case .value: counters.ask([.value(0)])[0]
      }
    }
  }
}

/// Answers as it should, but for what a rule says about each answer.
struct Altered: Conversation {
  private var counters = Counters<TwoMaps>()
  private var values = 0
  /// The answer in place of a value; its second argument is how many were asked for so far.
  let answer: @Sendable (Int64, Int) -> CounterReply

  init(_ answer: @escaping @Sendable (Int64, Int) -> CounterReply) {
    self.answer = answer
  }

  mutating func ask(_ requests: [CounterRequest]) -> [CounterReply] {
    counters.ask(requests).map { reply in
      guard case .value(let value) = reply else { return reply }
      values += 1
      return answer(value, values)
    }
  }
}

/// A program that ends after so many requests.
struct Ending: Conversation {
  private var counters = Counters<TwoMaps>()
  private var left: Int
  private let failure: ProgramFailure

  init(after count: Int, _ failure: ProgramFailure) {
    left = count
    self.failure = failure
  }

  mutating func ask(_ requests: [CounterRequest]) throws(ProgramFailure) -> [CounterReply] {
    left -= requests.count
    guard left >= 0 else { throw failure }
    return counters.ask(requests)
  }
}
