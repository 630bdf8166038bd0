import GeoModel

/// What happens among the replicas of a counter, in the learner's words, and what must then hold.
///
/// Counters have places: the replicas come first, each with an id of its own, which no other
/// replica uses; then come copies, which count nothing themselves. All replicas are new at the
/// beginning. States travel by merging alone.
package struct CounterHistory: Equatable, Sendable {
  /// One thing that happens; a repeated operation is one step.
  package enum Step: Equatable, Sendable, Codable {
    case increment(at: Int, count: Int)
    case decrement(at: Int, count: Int)
    /// A new counter merges another one, and so keeps its state of now.
    case copy(of: Int, as: Int)
    case merge(from: Int, into: Int)
    /// So many new counters count 1 each, under ids of their own, and are merged one by one.
    case gather(into: Int, count: Int)
    case value(of: Int)
  }

  /// What must hold of the values that are asked for.
  package enum Claim: String, Equatable, Sendable, Codable {
    /// Each is what the model says.
    case right
    /// All are the same, as they are in the model: a law says no more.
    case equal
  }

  /// The ids of the replicas, by place.
  package var nodes: [ReplicaID]
  package var steps: [Step]
  package var claim: Claim

  package init(nodes: [ReplicaID], _ steps: [Step], claim: Claim = .right) {
    self.nodes = nodes
    self.steps = steps
    self.claim = claim
  }

  /// A history of replicas whose ids are A, B, C and so on.
  ///
  /// - Parameter replicas: at most 26.
  init(replicas: Int, _ steps: [Step], claim: Claim = .right) {
    self.init(nodes: Array(Self.letters.prefix(replicas)), steps, claim: claim)
  }

  static let letters: [ReplicaID] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map { ReplicaID(String($0)) }
}

extension CounterHistory {
  /// How many places there are, those of copies counted.
  package var places: Int {
    steps.reduce(nodes.count) { places, step in
      if case .copy(_, let place) = step { max(places, place + 1) } else { places }
    }
  }

  /// The id under which a counter that is gathered counts.
  static func gatheredNode(_ number: Int) -> ReplicaID { ReplicaID("node-\(number)") }
}

extension CounterHistory.Step {
  /// The counters that must be there already.
  var uses: [Int] {
    switch self {
    case .increment(let at, _), .decrement(let at, _), .gather(let at, _): [at]
    case .copy(let of, _), .value(let of): [of]
    case .merge(let from, let into): [from, into]
    }
  }

  /// The step with every place renamed.
  func renamed(_ name: (Int) -> Int) -> Self {
    switch self {
    case .increment(let at, let count): .increment(at: name(at), count: count)
    case .decrement(let at, let count): .decrement(at: name(at), count: count)
    case .copy(let of, let place): .copy(of: name(of), as: name(place))
    case .merge(let from, let into): .merge(from: name(from), into: name(into))
    case .gather(let into, let count): .gather(into: name(into), count: count)
    case .value(let of): .value(of: name(of))
    }
  }

  /// How often the step counts; `nil` for one that does not.
  var count: Int? {
    switch self {
    case .increment(_, let count), .decrement(_, let count), .gather(_, let count): count
    case .copy, .merge, .value: nil
    }
  }

  /// The step with another count, if it has one.
  func counting(_ count: Int) -> Self {
    switch self {
    case .increment(let at, _): .increment(at: at, count: count)
    case .decrement(let at, _): .decrement(at: at, count: count)
    case .gather(let into, _): .gather(into: into, count: count)
    case .copy, .merge, .value: self
    }
  }
}

extension CounterHistory: Codable {
  private enum CodingKeys: String, CodingKey { case nodes, steps, claim }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      nodes: try values.decode([String].self, forKey: .nodes).map { ReplicaID($0) },
      try values.decode([Step].self, forKey: .steps),
      claim: try values.decode(Claim.self, forKey: .claim))
    guard isSound else {
      throw DecodingError.dataCorruptedError(
        forKey: .steps, in: values, debugDescription: "a step names a counter that is not there")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(nodes.map(\.name), forKey: .nodes)
    try values.encode(steps, forKey: .steps)
    try values.encode(claim, forKey: .claim)
  }

  /// How often a step may count, and how many places there may be: a file can be anybody's.
  private static let most = 100_000

  /// Whether every step uses counters that are there, and replicas alone count.
  package var isSound: Bool {
    guard nodes.count <= Self.most, steps.count <= Self.most else { return false }
    var known = Set(nodes.indices)
    return steps.allSatisfy { step in
      guard step.uses.allSatisfy(known.contains) else { return false }
      switch step {
      case .increment(let at, let count), .decrement(let at, let count):
        return nodes.indices.contains(at) && (1...Self.most).contains(count)
      case .gather(_, let count): return (1...Self.most).contains(count)
      case .copy(_, let place):
        guard (nodes.count..<Self.most).contains(place) else { return false }
        known.insert(place)
        return true
      case .merge, .value: return true
      }
    }
  }
}
