import GeoModel

/// A program that follows a wrong rule.
struct RuledCounters: Conversation {
  private struct Slot {
    let node: ReplicaID
    var increments: Int?
    var decrements: Int?
  }

  private let rule: CounterRule
  private var states: [[Slot]] = []
  /// The state of each counter, by its number.
  private var places: [Int] = []

  init(_ rule: CounterRule) {
    self.rule = rule
  }

  mutating func ask(_ requests: [CounterRequest]) -> [CounterReply] {
    requests.map { perform($0) }
  }

  private mutating func perform(_ request: CounterRequest) -> CounterReply {
    switch request {
    case .create(let number): create(number)
    case .increment(let number, let node, let count):
      let (state, slot) = place(of: node, in: number)
      states[state][slot].increments = (states[state][slot].increments ?? 0) + count
    case .decrement(let number, let node, let count):
      let (state, slot) = place(of: node, in: number)
      if rule.isNet {
        states[state][slot].increments = (states[state][slot].increments ?? 0) - count
      } else {
        states[state][slot].decrements = (states[state][slot].decrements ?? 0) + count
      }
    case .merge(let from, let into): merge(from, into)
    case .value(let number):
      let slots = states[places[number]]
      let increments = slots.reduce(0) { $0 + ($1.increments ?? 0) }
      let decrements = slots.reduce(0) { $0 + ($1.decrements ?? 0) }
      return .value(Int64(rule.value(increments, decrements)))
    }
    return .done
  }

  private mutating func create(_ number: Int) {
    while places.count <= number { places.append(places.count) }
    if rule.sharing == .all {
      places[number] = 0
      if states.isEmpty { states.append([]) }
      return
    }
    places[number] = states.count
    states.append([])
  }

  private mutating func place(of node: ReplicaID, in number: Int) -> (state: Int, slot: Int) {
    let state = places[number]
    if let slot = states[state].firstIndex(where: { rule.isSame($0.node, node) }) {
      return (state, slot)
    }
    states[state].append(Slot(node: node))
    return (state, states[state].count - 1)
  }

  private mutating func merge(_ from: Int, _ into: Int) {
    if rule.sharing == .adopted, states[places[into]].isEmpty {
      places[into] = places[from]
      return
    }
    let merged = joined(states[places[into]], states[places[from]])
    states[places[into]] = merged
    if rule.sharing == .both { states[places[from]] = merged }
  }

  private func joined(_ mine: [Slot], _ theirs: [Slot]) -> [Slot] {
    let new = theirs.filter { other in !mine.contains { rule.isSame($0.node, other.node) } }
    let nodes = mine + new.map { Slot(node: $0.node) }
    return nodes.map { slot in
      let other = theirs.first { rule.isSame($0.node, slot.node) }
      return Slot(
        node: slot.node,
        increments: rule.increments.joined(slot.increments, other?.increments),
        decrements: rule.decrements.joined(slot.decrements, other?.decrements))
    }
  }
}

extension CounterRule {
  /// Whether the rule gives every reply that a program gave, in the order of the histories.
  func explains(_ heard: ArraySlice<HeardHistory>) -> Bool {
    var counters = RuledCounters(self)
    return heard.allSatisfy { counters.ask($0.history.requests).elementsEqual($0.replies) }
  }
}
