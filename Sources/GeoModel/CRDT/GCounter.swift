/// A counter that only grows: one slot for each replica, which only that replica raises.
///
/// The join is the greater number slot by slot, and the value the sum of all. Shapiro et al. 2011,
/// specification 6.
public struct GCounter: Replicated {
  /// How often each replica counted; a replica without an entry has not counted yet.
  public private(set) var slots: SortedMap<ReplicaID, Int> = [:]

  public init() {}

  /// - Parameter slots: none below 0.
  public init(slots: SortedMap<ReplicaID, Int>) {
    precondition(slots.values.allSatisfy { $0 >= 0 }, "a slot counts from 0")
    self.slots = slots.filter { $1 > 0 }
  }

  public enum Update: Equatable, Sendable {
    case increment(by: Int = 1)
  }

  public var value: Int { slots.values.reduce(0, +) }

  public mutating func apply(_ update: Update, at replica: ReplicaID) {
    switch update {
    case .increment(let amount): increment(by: amount, at: replica)
    }
  }

  /// - Parameter amount: at least 0.
  public mutating func increment(by amount: Int = 1, at replica: ReplicaID) {
    precondition(amount >= 0, "a grow-only counter cannot shrink")
    if amount > 0 { slots[replica, default: 0] += amount }
  }

  public mutating func merge(_ other: GCounter) {
    slots.merge(other.slots, uniquingWith: max)
  }
}
