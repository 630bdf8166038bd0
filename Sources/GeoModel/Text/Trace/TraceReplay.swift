/// A trace, typed again: every writer has a replica, and sends each transaction as encoded bytes.
public struct TraceReplay: Sendable {
  /// One for each writer.
  public private(set) var replicas: [SplitRGA]
  /// The bytes of each transaction; none where there is nobody to send them to.
  private var updates: [[UInt8]] = []
  private let endContent: String

  /// Types the transactions in order, each when its writer has received what it had seen.
  public init(_ trace: EditingTrace) throws(TraceFault) {
    endContent = trace.endContent
    // Everywhere the numbers of the authors are those of the agents.
    var text = SplitRGA()
    for agent in 0..<trace.agents { _ = text.author(Self.replica(of: agent)) }
    replicas = Array(repeating: text, count: trace.agents)
    var mail = TraceMail(trace)
    for place in trace.transactions.indices {
      try trace.requireKnown(at: place)
      if trace.agents == 1 {
        try replicas[0].type(trace, place, by: 0)
      } else {
        try type(trace, place, mail.missing(before: place))
      }
    }
    for agent in replicas.indices { deliver(mail.missing(to: agent), to: agent) }
  }

  private mutating func type(
    _ trace: EditingTrace, _ place: Int, _ missing: [Int]
  ) throws(TraceFault) {
    let agent = trace.transactions[place].agent
    deliver(missing, to: agent)
    let known = replicas[agent].knownOperations
    try replicas[agent].type(trace, place, by: agent)
    updates.append(replicas[agent].update(since: known).encoded)
  }

  /// Whether every replica shows the recorded end text, scalar by scalar.
  public var isRight: Bool {
    replicas.allSatisfy { $0.value.unicodeScalars.elementsEqual(endContent.unicodeScalars) }
  }

  /// The name under which a writer's replica counts.
  ///
  /// Of the same length, so that they are ordered as the numbers are.
  public static func replica(of agent: Int) -> ReplicaID {
    let digits = String(agent)
    return ReplicaID(String(repeating: "0", count: max(0, 3 - digits.count)) + digits)
  }

  private mutating func deliver(_ transactions: [Int], to agent: Int) {
    for transaction in transactions {
      do {
        try replicas[agent].merge(TextUpdate(decoding: updates[transaction]))
      } catch {
        preconditionFailure("a replica's own update cannot be followed: \(error)")
      }
    }
  }
}

extension EditingTrace {
  fileprivate func requireKnown(at place: Int) throws(TraceFault) {
    guard (0..<agents).contains(transactions[place].agent) else {
      throw .agent(transaction: place)
    }
    for index in transactions[place].parents.indices
    where !(0..<place).contains(transactions[place].parents[index]) {
      throw .parent(transaction: place)
    }
  }
}

extension SplitRGA {
  /// Reads the patches where they are: copies would count references, which takes longer than a
  /// patch does.
  fileprivate mutating func type(
    _ trace: EditingTrace, _ place: Int, by author: Int
  ) throws(TraceFault) {
    for index in trace.transactions[place].patches.indices {
      let patch = trace.transactions[place].patches[index]
      guard patch.position >= 0, patch.deleted >= 0, patch.position <= count - patch.deleted else {
        throw .outside(transaction: place, length: count)
      }
      delete(patch.deleted, at: patch.position, by: author)
      insert(patch.inserted, at: patch.position, by: author)
    }
  }
}

/// Which transactions have reached which writer.
private struct TraceMail {
  private let trace: EditingTrace
  private var hasArrived: [[Bool]]
  /// The place of the writer's transaction before, for each transaction.
  private var previous: [Int?] = []

  init(_ trace: EditingTrace) {
    self.trace = trace
    let nothing = Array(repeating: false, count: trace.agents > 1 ? trace.transactions.count : 0)
    hasArrived = Array(repeating: nothing, count: trace.agents)
    var last: [Int?] = Array(repeating: nil, count: trace.agents)
    guard trace.agents > 1 else { return }
    for (place, transaction) in trace.transactions.enumerated()
    where last.indices.contains(transaction.agent) {
      previous.append(last[transaction.agent])
      last[transaction.agent] = place
    }
  }

  /// What must reach the writer of a transaction before it can be typed, in order.
  mutating func missing(before place: Int) -> [Int] {
    let transaction = trace.transactions[place]
    hasArrived[transaction.agent][place] = true
    var missing: [Int] = []
    var open = transaction.parents
    while let next = open.popLast() {
      guard !hasArrived[transaction.agent][next] else { continue }
      hasArrived[transaction.agent][next] = true
      missing.append(next)
      open += trace.transactions[next].parents
      if let previous = previous[next] { open.append(previous) }
    }
    return missing.sorted()
  }

  /// What has not reached a writer in the end.
  func missing(to agent: Int) -> [Int] {
    hasArrived[agent].indices.filter { !hasArrived[agent][$0] }
  }
}
