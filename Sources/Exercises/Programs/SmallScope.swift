import GeoModel

/// Every history of up to three replicas and six operations that ends in a merge.
///
/// Of histories that differ only in the names of the replicas, or in the order of steps that do
/// not touch the same counter, there is one. Left out are steps that the last merge cannot hear
/// of, merges of counters that know nothing, and a decrement right before an increment at the same
/// replica: each of them is tried elsewhere.
struct SmallScope {
  static let histories = (2...mostSteps).flatMap { count in
    var scope = SmallScope(count: count)
    scope.search()
    return scope.found
  }

  private static let mostSteps = 6
  private static let mostReplicas = 3

  private struct Operation: Equatable {
    let step: CounterHistory.Step
    let reads: Int
    let writes: Int
    /// The place in the order in which independent operations are told.
    let rank: Int

    var isUpdate: Bool { reads == writes }

    func isIndependent(of other: Operation) -> Bool {
      writes != other.writes && writes != other.reads && other.writes != reads
    }
  }

  private let count: Int
  /// The steps from the last one backwards.
  private var backwards: [Operation] = []
  /// The replicas that are named so far are those below.
  private var named = 2
  private var found: [CounterHistory] = []

  private init(count: Int) {
    self.count = count
  }

  private static let operations: [Operation] = {
    let updates = (0..<mostReplicas).flatMap { at in
      [(CounterHistory.Step.increment(at), at, at), (.decrement(at), at, at)]
    }
    let merges = (0..<mostReplicas).flatMap { from in
      (0..<mostReplicas).filter { $0 != from }.map { into in
        (CounterHistory.Step.merge(from: from, into: into), from, into)
      }
    }
    return (updates + merges).enumerated().map { rank, operation in
      Operation(step: operation.0, reads: operation.1, writes: operation.2, rank: rank)
    }
  }()

  private mutating func search() {
    backwards = Self.operations.filter { $0.step == .merge(from: 1, into: 0) }
    extend()
  }

  private mutating func extend() {
    guard backwards.count < count else { return add() }
    for operation in Self.operations where canPrecede(operation) {
      let before = named
      named = max(named, operation.reads + 1)
      backwards.append(operation)
      extend()
      backwards.removeLast()
      named = before
    }
  }

  /// Whether the operation is heard of later, names its replicas in order, and stands in its
  /// place among operations whose order makes no difference.
  private func canPrecede(_ operation: Operation) -> Bool {
    guard operation.writes < named, operation.reads <= named, let next = backwards.last else {
      return false
    }
    let isSameUpdate = operation.isUpdate && next.isUpdate && operation.writes == next.writes
    guard isSameUpdate || operation.isIndependent(of: next) else { return true }
    return operation.rank <= next.rank
  }

  private mutating func add() {
    var knowing: Set<Int> = []
    for operation in backwards.reversed() {
      if !operation.isUpdate, !knowing.contains(operation.reads) { return }
      knowing.insert(operation.writes)
    }
    let steps = backwards.reversed().map(\.step) + [.value(of: 0)]
    found.append(CounterHistory(replicas: named, steps))
  }
}
