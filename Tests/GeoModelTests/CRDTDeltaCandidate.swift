import GeoModel
import Testing

/// A type whose states can be taken apart; each closure names the seeds for which something fails.
struct DeltaCandidate: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let faultsOfParts: @Sendable (ClosedRange<UInt64>) -> [UInt64]
  let faultsOfDifferences: @Sendable (ClosedRange<UInt64>) -> [UInt64]
  let faultsOfBytes: @Sendable (ClosedRange<UInt64>) -> [UInt64]
  let faultsOfSync: @Sendable (ClosedRange<UInt64>) -> [UInt64]

  init<State: Decomposable & ByteEncodable>(
    _ type: State.Type, _ subject: Subject<State.Update, State.Value>
  ) {
    testDescription = "\(type)"
    let draw = subject.draw
    let states = { @Sendable (seed: UInt64) in Self.reachable(State.self, seed, draw) }
    faultsOfParts = { $0.filter { !states($0).allSatisfy(Self.partsMakeWhole) } }
    faultsOfDifferences = { seeds in
      seeds.filter { !Self.pairs(of: states($0)).allSatisfy(Self.differenceIsExact) }
    }
    faultsOfBytes = { seeds in
      seeds.filter {
        !Self.pairs(of: states($0)).allSatisfy {
          ($0 == $1) == ($0.encodedBytes == $1.encodedBytes)
        }
      }
    }
    faultsOfSync = { $0.filter { !DeltaMesh<State>.run(seed: $0, steps: 60, draw: draw).agrees } }
  }

  /// States of replicas and of messages in a random history.
  private static func reachable<State: Replicated>(
    _ type: State.Type, _ seed: UInt64,
    _ draw: @escaping @Sendable (inout SplitMix64) -> State.Update
  ) -> [State] {
    var gossip = Gossip<State>(["A", "B", "C"])
    var history = RandomHistory<State>(seed: seed, draw: draw)
    // A refused update is one that does not happen.
    for _ in 1...30 { try? gossip.take(history.next(in: gossip)) }
    return [State()] + gossip.replicas + gossip.messages.map(\.state)
  }

  private static func pairs<State>(of states: [State]) -> [(State, State)] {
    states.flatMap { one in states.map { (one, $0) } }
  }

  private static func partsMakeWhole<State: Decomposable>(_ state: State) -> Bool {
    let parts = state.joinDecomposition
    let all = parts.reduce(into: State()) { $0.merge($1) }
    let isMinimal = parts.indices.allSatisfy { place in
      var rest = parts
      rest.remove(at: place)
      return rest.reduce(into: State()) { $0.merge($1) } != state
    }
    return all == state && isMinimal && parts.allSatisfy { $0.joinDecomposition == [$0] }
  }

  private static func differenceIsExact<State: Decomposable>(_ state: State, _ known: State) -> Bool
  {
    let difference = state.difference(from: known)
    return known.merged(with: difference) == known.merged(with: state)
      && difference.isKnown(to: state)
      && difference.joinDecomposition.allSatisfy { !$0.isKnown(to: known) }
  }
}

/// Three replicas that send one another deltas over links that lose, double and disorder.
struct DeltaMesh<State: Decomposable & ByteEncodable> {
  private struct Letter {
    let from: Int
    let to: Int
    let message: DeltaSync<State>.Message
  }

  /// In bytes: what was sent, and what whole states would have taken in the same messages.
  private(set) var traffic = (deltas: 0, wholeStates: 0)
  private var states = [State](repeating: State(), count: 3)
  /// Row i, column j: what replica i knows of replica j.
  private var syncs = [[DeltaSync<State>]](
    repeating: [DeltaSync<State>](repeating: DeltaSync(), count: 3), count: 3)
  private var letters: [Letter] = []
  private var answers: [Letter] = []
  private let names: [ReplicaID] = ["A", "B", "C"]

  /// All know the same, and know that they do.
  private(set) var agrees = false

  static func run(
    seed: UInt64, steps: Int, draw: (inout SplitMix64) -> State.Update
  ) -> DeltaMesh {
    var mesh = DeltaMesh()
    var dice = SplitMix64(seed: seed)
    for _ in 1...steps { mesh.step(&dice, draw) }
    mesh.finish()
    return mesh
  }

  private mutating func step(_ dice: inout SplitMix64, _ draw: (inout SplitMix64) -> State.Update) {
    let place = dice.integer(in: 0...2)
    switch dice.integer(in: 1...10) {
    // A refused update is one that does not happen.
    case 1...4: try? states[place].apply(draw(&dice), at: names[place])
    case 5...6: send(from: place, to: (place + dice.integer(in: 1...2)) % 3)
    case 7...8:
      guard let index = anyIndex(of: letters, &dice) else { return }
      deliver(letters[index])
      if dice.happens(0.7) { letters.remove(at: index) }
    case 9:
      guard let index = anyIndex(of: answers, &dice) else { return }
      accept(answers.remove(at: index))
    default:
      if let index = anyIndex(of: letters, &dice) { letters.remove(at: index) }
      if let index = anyIndex(of: answers, &dice) { answers.remove(at: index) }
    }
  }

  private func anyIndex(of list: [Letter], _ dice: inout SplitMix64) -> Int? {
    list.isEmpty ? nil : dice.integer(in: 0...list.count - 1)
  }

  private mutating func send(from: Int, to: Int) {
    guard let message = syncs[from][to].message(from: states[from]) else { return }
    traffic.deltas += message.delta.encodedBytes.count
    traffic.wholeStates += states[from].encodedBytes.count
    letters.append(Letter(from: from, to: to, message: message))
  }

  private mutating func deliver(_ letter: Letter) {
    syncs[letter.to][letter.from].receive(letter.message, into: &states[letter.to])
    answers.append(letter)
  }

  private mutating func accept(_ answer: Letter) {
    syncs[answer.from][answer.to].acknowledge(answer.message.number)
  }

  /// From here on nothing is lost: two rounds are enough.
  private mutating func finish() {
    let whole = states.reduce(into: State()) { $0.merge($1) }
    let pairs = (0...2).flatMap { from in (0...2).filter { $0 != from }.map { (from, $0) } }
    (letters, answers) = ([], [])
    for (from, to) in pairs + pairs {
      send(from: from, to: to)
      letters.forEach { deliver($0) }
      answers.forEach { accept($0) }
      (letters, answers) = ([], [])
    }
    let isSilent = pairs.allSatisfy { syncs[$0][$1].message(from: states[$0]) == nil }
    agrees = isSilent && states.allSatisfy { $0 == whole }
  }
}
