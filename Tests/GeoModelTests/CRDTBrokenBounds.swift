import GeoModel

/// Where a bounded counter can go wrong; what is not said is done right.
protocol BoundFault: Sendable {
  typealias Route = BoundedCounter.Route

  static func route(of transfer: Route) -> Route
  static var debitsTransfers: Bool { get }
  static var guardsTransfers: Bool { get }
  static var sellsByValue: Bool { get }
  static func merged(_ mine: Int, _ theirs: Int) -> Int
}

extension BoundFault {
  static func route(of transfer: Route) -> Route { transfer }
  static var debitsTransfers: Bool { true }
  static var guardsTransfers: Bool { true }
  static var sellsByValue: Bool { false }
  static func merged(_ mine: Int, _ theirs: Int) -> Int { max(mine, theirs) }
}

struct FaultyBoundedCounter<Fault: BoundFault>: Replicated {
  var rights: SortedMap<BoundedCounter.Route, Int> = [:]
  var used: SortedMap<ReplicaID, Int> = [:]

  var value: Int { total { $0.from == $0.to } - used.values.reduce(0, +) }

  private func available(at replica: ReplicaID) -> Int {
    let given = total { $0.from == replica && $0.to != replica }
    return total { $0.to == replica } - (used[replica] ?? 0) - (Fault.debitsTransfers ? given : 0)
  }

  mutating func apply(_ update: BoundedCounter.Update, at replica: ReplicaID) throws(Refusal) {
    switch update {
    case .increment(let amount): rights[.init(from: replica, to: replica), default: 0] += amount
    case .decrement(let amount):
      let limit = Fault.sellsByValue ? value : available(at: replica)
      guard amount <= limit else { throw .holdsOnly(limit) }
      used[replica, default: 0] += amount
    case .transfer(_, replica): break
    case .transfer(let amount, let receiver):
      guard !Fault.guardsTransfers || amount <= available(at: replica) else {
        throw .holdsOnly(available(at: replica))
      }
      rights[Fault.route(of: .init(from: replica, to: receiver)), default: 0] += amount
    }
  }

  mutating func merge(_ other: FaultyBoundedCounter) {
    rights.merge(other.rights, uniquingWith: Fault.merged)
    used.merge(other.used, uniquingWith: Fault.merged)
  }

  private func total(_ isCounted: (BoundedCounter.Route) -> Bool) -> Int {
    rights.entries.reduce(0) { isCounted($1.key) ? $0 + $1.value : $0 }
  }
}

enum NoBoundFault: BoundFault {}

/// What is given away stays with the giver as well.
enum TransfersForFree: BoundFault {
  static var debitsTransfers: Bool { false }
}

/// Gives away more than it holds.
enum TransfersUnheld: BoundFault {
  static var guardsTransfers: Bool { false }
}

/// The receiver takes, and so raises a number that the giver raises as well.
enum LetsReceiversTake: BoundFault {
  static func route(of transfer: Route) -> Route { Route(from: transfer.to, to: transfer.from) }
}

/// Sells as long as the stock, as it is known here, is not empty.
enum SellsByLocalView: BoundFault {
  static var sellsByValue: Bool { true }
}

enum AddsRights: BoundFault {
  static func merged(_ mine: Int, _ theirs: Int) -> Int { mine + theirs }
}
