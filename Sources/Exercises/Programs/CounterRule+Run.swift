import GeoModel

/// A program that follows a wrong rule.
struct RuledCounters: Conversation {
  private typealias Slot = (node: ReplicaID, count: Int)

  private let rule: CounterRule
  private var maps: [[Slot]] = []
  /// Which maps each counter has, by its number.
  private var places: [(increments: Int, decrements: Int)] = []

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
      add(count, of: node, in: places[number].increments)
    case .decrement(let number, let node, let count): decrement(number, node, count)
    case .merge(let from, let into): merge(from, into)
    case .value(let number): return .value(Int64(value(of: number)))
    }
    return .done
  }

  private mutating func create(_ number: Int) {
    while places.count <= number { places.append((0, 1)) }
    if rule.sharing == .all, !maps.isEmpty { return }
    places[number] = (maps.count, maps.count + 1)
    maps += [[], []]
  }

  private mutating func add(_ count: Int, of node: ReplicaID, in map: Int) {
    if let slot = maps[map].firstIndex(where: { rule.isSame($0.node, node) }) {
      maps[map][slot].count += count
    } else {
      maps[map].append((node, count))
    }
  }

  private mutating func decrement(_ number: Int, _ node: ReplicaID, _ count: Int) {
    switch rule.decrementing {
    case .apart: add(count, of: node, in: places[number].decrements)
    case .lowering: add(-count, of: node, in: places[number].increments)
    case .refusing:
      let allowed = min(count, max(0, value(of: number)))
      if allowed > 0 { add(allowed, of: node, in: places[number].decrements) }
    }
  }

  private func value(of number: Int) -> Int {
    let increments = maps[places[number].increments].reduce(0) { $0 + $1.count }
    let decrements = maps[places[number].decrements].reduce(0) { $0 + $1.count }
    return rule.value(increments, decrements)
  }

  private mutating func merge(_ from: Int, _ into: Int) {
    let (mine, theirs) = (places[into], places[from])
    places[into] = (
      merged(theirs.increments, mine.increments, by: rule.increments),
      merged(theirs.decrements, mine.decrements, by: rule.decrements)
    )
  }

  /// - Returns: the map that the merging counter has from now on.
  private mutating func merged(_ from: Int, _ into: Int, by join: CounterRule.Join) -> Int {
    if rule.sharing == .adopted, maps[into].isEmpty { return from }
    maps[into] = joined(maps[into], maps[from], by: join)
    if rule.sharing == .both { maps[from] = maps[into] }
    return into
  }

  private func joined(_ mine: [Slot], _ theirs: [Slot], by join: CounterRule.Join) -> [Slot] {
    let new = theirs.filter { other in !mine.contains { rule.isSame($0.node, other.node) } }
    let nodes = (mine + new).map(\.node)
    return nodes.compactMap { node in
      let own = mine.first { rule.isSame($0.node, node) }?.count
      let other = theirs.first { rule.isSame($0.node, node) }?.count
      return join.joined(own, other).map { (node, $0) }
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
