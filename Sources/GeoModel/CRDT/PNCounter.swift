/// A counter that grows and shrinks: two counters that only grow, one for each direction.
///
/// The value can fall below 0, whatever the replicas intend: see ``BoundedCounter``. Shapiro et al.
/// 2011, specification 7.
public struct PNCounter: Replicated {
  public private(set) var increments = GCounter()
  public private(set) var decrements = GCounter()

  public init() {}

  public init(increments: GCounter, decrements: GCounter) {
    self.increments = increments
    self.decrements = decrements
  }

  public enum Update: Equatable, Sendable {
    case increment(by: Int = 1)
    case decrement(by: Int = 1)
  }

  public var value: Int { increments.value - decrements.value }

  public mutating func apply(_ update: Update, at replica: ReplicaID) {
    switch update {
    case .increment(let amount): increments.increment(by: amount, at: replica)
    case .decrement(let amount): decrements.increment(by: amount, at: replica)
    }
  }

  public mutating func merge(_ other: PNCounter) {
    increments.merge(other.increments)
    decrements.merge(other.decrements)
  }
}
