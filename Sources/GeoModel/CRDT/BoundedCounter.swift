/// A stock that never falls below 0: every unit belongs to one replica, which alone may use it up
/// or give it away.
///
/// The price is that a replica may refuse while another one still holds units. The idea is escrow
/// (O'Neil 1986), the type Balegas et al., "Extending eventually consistent cloud databases for
/// enforcing numeric invariants", 2015.
public struct BoundedCounter: Replicated {
  /// From which replica to which one units went; to itself are those that it brought in.
  public struct Route: Hashable, Comparable, Sendable {
    public let from: ReplicaID
    public let to: ReplicaID

    public init(from: ReplicaID, to: ReplicaID) {
      self.from = from
      self.to = to
    }

    public static func < (left: Route, right: Route) -> Bool {
      (left.from, left.to) < (right.from, right.to)
    }
  }

  /// How many units ever took each route. Only the giver raises its own, so the greater is newer.
  public private(set) var rights: SortedMap<Route, Int> = [:]
  /// How many units each replica has used up.
  public private(set) var used = GCounter()

  public init() {}

  init(rights: SortedMap<Route, Int>, used: GCounter) {
    self.rights = rights
    self.used = used
  }

  /// - Parameter stock: what every replica brings in before it starts, none below 0.
  public init(stock: SortedMap<ReplicaID, Int>) {
    for (replica, amount) in stock.entries {
      bring(amount, over: Route(from: replica, to: replica))
    }
  }

  public enum Update: Equatable, Sendable {
    case increment(by: Int = 1)
    case decrement(by: Int = 1)
    case transfer(Int, to: ReplicaID)
  }

  /// All that was brought in and not used up.
  public var value: Int { total { $0.from == $0.to } - used.value }

  /// How many units a replica may use up or give away, as far as is known here; the replica itself
  /// knows of all that it used and gave, and so holds no less.
  public func available(at replica: ReplicaID) -> Int {
    total { $0.to == replica } - total { $0.from == replica && $0.to != replica }
      - (used.slots[replica] ?? 0)
  }

  /// - Throws: ``Refusal/holdsOnly(_:)`` where the replica would use or give more than it holds.
  public mutating func apply(_ update: Update, at replica: ReplicaID) throws(Refusal) {
    switch update {
    case .increment(let amount): bring(amount, over: Route(from: replica, to: replica))
    case .decrement(let amount):
      try demand(amount, of: replica)
      used.increment(by: amount, at: replica)
    case .transfer(_, replica): break
    case .transfer(let amount, let receiver):
      try demand(amount, of: replica)
      bring(amount, over: Route(from: replica, to: receiver))
    }
  }

  public mutating func merge(_ other: BoundedCounter) {
    rights.merge(other.rights, uniquingWith: max)
    used.merge(other.used)
  }

  private mutating func bring(_ amount: Int, over route: Route) {
    precondition(amount >= 0, "units are counted from 0")
    if amount > 0 { rights[route, default: 0] += amount }
  }

  private func demand(_ amount: Int, of replica: ReplicaID) throws(Refusal) {
    let available = available(at: replica)
    guard amount <= available else { throw .holdsOnly(available) }
  }

  private func total(_ isCounted: (Route) -> Bool) -> Int {
    rights.entries.reduce(0) { isCounted($1.key) ? $0 + $1.value : $0 }
  }
}
