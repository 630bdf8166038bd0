import GeoModel

/// Histories by chance: updates, copies of states, and merges of them, old or new.
struct RandomCounterHistory {
  private typealias Step = CounterHistory.Step

  private var dice: SplitMix64
  private let replicas: Int
  private var copies = 0
  private var steps: [Step] = []

  private init(_ dice: SplitMix64, replicas: Int) {
    self.dice = dice
    self.replicas = replicas
  }

  private static let gossipCount = 300
  private static let readCount = 60
  private static let mostSteps = 25
  private static let preludeSteps = 6
  private static let readSteps = 8

  /// Histories after which everybody merges everybody, twice, and is then asked.
  static func gossip(_ seed: UInt64) -> [CounterHistory] {
    var dice = SplitMix64(seed: seed)
    return (0..<gossipCount).map { _ in
      let replicas = dice.integer(in: 3...5)
      let count = dice.integer(in: 1...mostSteps)
      var random = RandomCounterHistory(SplitMix64(seed: dice.next()), replicas: replicas)
      for _ in 0..<count { random.addStep() }
      random.mergeAll()
      random.mergeAll()
      return random.history(random.steps + (0..<replicas).map { .value(of: $0) })
    }
  }

  /// Histories that ask after each step for the value of the counter that changed.
  static func read(_ seed: UInt64) -> [CounterHistory] {
    var dice = SplitMix64(seed: seed)
    return (0..<readCount).map { _ in
      var random = RandomCounterHistory(SplitMix64(seed: dice.next()), replicas: 3)
      for _ in 0..<readSteps { random.addStep() }
      return random.history(random.steps.flatMap { [$0, .value(of: $0.changed)] })
    }
  }

  /// Steps of three replicas, in which no state is old.
  static func prelude(_ dice: inout SplitMix64) -> [CounterHistory.Step] {
    var random = RandomCounterHistory(SplitMix64(seed: dice.next()), replicas: 3)
    for _ in 0..<preludeSteps { random.addStep(allowsCopies: false) }
    return random.steps
  }

  private func history(_ steps: [CounterHistory.Step]) -> CounterHistory {
    CounterHistory(replicas: replicas, steps)
  }

  private mutating func addStep(allowsCopies: Bool = true) {
    let at = dice.integer(in: 0...replicas - 1)
    switch dice.integer(in: 0...(allowsCopies ? 7 : 5)) {
    case 0, 1: steps.append(.increment(at, dice.integer(in: 1...3)))
    case 2, 3: steps.append(.decrement(at, dice.integer(in: 1...3)))
    case 4, 5: steps.append(.merge(from: source(otherThan: at), into: at))
    default:
      steps.append(.copy(of: at, as: replicas + copies))
      copies += 1
    }
  }

  /// Another replica, or any copy.
  private mutating func source(otherThan place: Int) -> Int {
    let number = dice.integer(in: 0...replicas + copies - 2)
    return number < place ? number : number + 1
  }

  private mutating func mergeAll() {
    for into in 0..<replicas {
      for from in 0..<replicas where from != into {
        steps.append(.merge(from: from, into: into))
      }
    }
  }
}

extension CounterHistory.Step {
  /// The counter that the step changes; for a value, the one that is asked.
  var changed: Int {
    switch self {
    case .increment(let at, _), .decrement(let at, _), .value(let at): at
    case .copy(_, let place): place
    case .merge(_, let into), .gather(let into, _): into
    }
  }
}
