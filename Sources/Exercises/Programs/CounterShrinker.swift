/// Makes a history that a program fails shorter, as long as it fails in the same way.
struct CounterShrinker {
  private var history: CounterHistory
  private var fault: CounterFault

  /// More steps than this are not looked through by heart.
  static let mostSteps = 8
  /// A round that shortens nothing is the last one; this bounds them all.
  private static let mostRounds = 60
  /// Pairs of steps are left out together only in histories that are short already.
  private static let mostStepsForPairs = 14

  /// The shortest history found, and what is wrong in it.
  ///
  /// - Returns: `nil` where the program does not fail when it is asked again.
  static func shrunk(
    _ failed: CounterHistory, _ conversation: inout some Conversation
  ) throws(ProgramFailure) -> (history: CounterHistory, fault: CounterFault)? {
    guard let fault = try conversation.ask([failed])[0].fault else { return nil }
    var shrinker = CounterShrinker(history: failed, fault: fault)
    try shrinker.shrink(&conversation)
    if shrinker.history.lines.count > mostSteps {
      _ = try shrinker.adopt(SmallScope.histories, &conversation)
      try shrinker.shrink(&conversation)
    }
    _ = try shrinker.adopt([shrinker.history.plain, shrinker.history.numbered], &conversation)
    guard let last = try conversation.ask([shrinker.history])[0].fault,
      last.isLike(shrinker.fault)
    else { return nil }
    return (shrinker.history, last)
  }

  private mutating func shrink(
    _ conversation: inout some Conversation
  ) throws(ProgramFailure) {
    for _ in 0..<Self.mostRounds {
      guard try adopt(shorter, &conversation) else { break }
    }
    for index in history.steps.indices { try lowerCount(at: index, &conversation) }
  }

  /// Takes the first of some histories that fails alike.
  private mutating func adopt(
    _ candidates: [CounterHistory], _ conversation: inout some Conversation
  ) throws(ProgramFailure) -> Bool {
    for batch in candidates.filter(\.isFair).batches {
      for heard in try conversation.ask(batch) {
        guard let fault = heard.fault, fault.isLike(self.fault) else { continue }
        history = heard.history
        self.fault = fault
        return true
      }
    }
    return false
  }

  /// Histories with fewer steps or fewer counters, the shortest first.
  private var shorter: [CounterHistory] {
    let count = history.steps.count
    var candidates: [CounterHistory] =
      fault.lastStep.map { last in
        last < count - 1 ? [history.without(Array(last + 1..<count))] : []
      } ?? []
    var width = count / 2
    while width > 0 {
      candidates += stride(from: 0, to: count, by: width).map { start in
        history.without(Array(start..<min(start + width, count)))
      }
      width /= 2
    }
    candidates += history.fused
    guard count <= Self.mostStepsForPairs else { return candidates }
    return candidates
      + (0..<count).flatMap { one in
        (one + 1..<max(one + 1, count)).map { history.without([one, $0]) }
      }
  }

  /// The least count of a step with which the history fails, by halving.
  private mutating func lowerCount(
    at index: Int, _ conversation: inout some Conversation
  ) throws(ProgramFailure) {
    guard var failing = history.steps[index].count else { return }
    var passing = 0
    while failing - passing > 1 {
      let middle = (failing + passing) / 2
      var candidate = history
      candidate.steps[index] = candidate.steps[index].counting(middle)
      if try adopt([candidate], &conversation) { failing = middle } else { passing = middle }
    }
  }
}

extension CounterFault {
  /// The step after which nothing counts; `nil` where no step is wrong.
  fileprivate var lastStep: Int? {
    switch self {
    case .threw(let step, _): step
    case .notANumber(let step, _), .wrong(let step, _, _), .unequal(_, let step, _, _): step
    }
  }
}

extension CounterHistory {
  /// Whether the model keeps the claim, and all counters are there.
  fileprivate var isFair: Bool {
    guard isSound else { return false }
    return claim == .right || Set(answers).count <= 1
  }

  fileprivate func without(_ indices: [Int]) -> CounterHistory {
    var shorter = self
    shorter.steps = steps.indices.filter { !indices.contains($0) }.map { steps[$0] }
    return shorter
  }

  /// The histories in which one counter stands for two, or one step for two of its kind.
  fileprivate var fused: [CounterHistory] {
    let counters = (0..<places).flatMap { one in
      (one + 1..<max(one + 1, places)).map { fused($0, into: one) }
    }
    return counters.filter { $0 != self } + fusedCounts
  }

  private func fused(_ other: Int, into one: Int) -> CounterHistory {
    var fused = self
    fused.steps = steps.map { $0.renamed { $0 == other ? one : $0 } }.filter { step in
      switch step {
      case .copy(let of, let place): of != place
      case .merge(let from, let into): from != into
      default: true
      }
    }
    return fused
  }

  private var fusedCounts: [CounterHistory] {
    steps.indices.flatMap { one in
      steps.indices.dropFirst(one + 1).compactMap { two -> CounterHistory? in
        guard let first = steps[one].count, let second = steps[two].count,
          steps[one].counting(1) == steps[two].counting(1)
        else { return nil }
        var fused = self
        fused.steps[one] = steps[one].counting(first + second)
        return fused.without([two])
      }
    }
  }

  /// The history with its counters numbered as they appear.
  fileprivate var numbered: CounterHistory {
    let appearing = steps.flatMap { $0.uses + [$0.changed] }
    let used = appearing.enumerated().filter { !appearing[..<$0.offset].contains($0.element) }
      .map(\.element)
    let replicas = used.filter { $0 < nodes.count }
    let order = replicas + used.filter { $0 >= nodes.count }
    let renamed = steps.map { $0.renamed { place in order.firstIndex(of: place) ?? place } }
    return CounterHistory(nodes: replicas.map { nodes[$0] }, renamed, claim: claim)
  }

  /// The numbered history with ids that nobody stumbles over.
  fileprivate var plain: CounterHistory {
    let numbered = numbered
    return CounterHistory(replicas: numbered.nodes.count, numbered.steps, claim: claim)
  }
}
