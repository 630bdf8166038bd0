import GeoModel

/// Where a counter of slots can go wrong; what is not said is done right.
protocol CounterFault: Sendable {
  typealias Slots = SortedMap<ReplicaID, Int>

  static func slot(of replica: ReplicaID) -> ReplicaID
  static func counted(_ amount: Int) -> Int
  static func mergedIncrements(_ mine: Slots, _ theirs: Slots) -> Slots
  static func mergedDecrements(_ mine: Slots, _ theirs: Slots) -> Slots
  static func value(_ increments: Int, _ decrements: Int) -> Int
}

extension CounterFault {
  static func slot(of replica: ReplicaID) -> ReplicaID { replica }
  static func counted(_ amount: Int) -> Int { amount }
  static func mergedIncrements(_ mine: Slots, _ theirs: Slots) -> Slots { mine.merged(theirs, max) }
  static func mergedDecrements(_ mine: Slots, _ theirs: Slots) -> Slots { mine.merged(theirs, max) }
  static func value(_ increments: Int, _ decrements: Int) -> Int { increments - decrements }
}

struct FaultyCounter<Fault: CounterFault>: Replicated {
  var increments: SortedMap<ReplicaID, Int> = [:]
  var decrements: SortedMap<ReplicaID, Int> = [:]

  var value: Int {
    Fault.value(increments.values.reduce(0, +), decrements.values.reduce(0, +))
  }

  mutating func apply(_ update: PNCounter.Update, at replica: ReplicaID) {
    let slot = Fault.slot(of: replica)
    switch update {
    case .increment(let amount): increments[slot, default: 0] += Fault.counted(amount)
    case .decrement(let amount): decrements[slot, default: 0] += Fault.counted(amount)
    }
  }

  mutating func merge(_ other: FaultyCounter) {
    increments = Fault.mergedIncrements(increments, other.increments)
    decrements = Fault.mergedDecrements(decrements, other.decrements)
  }
}

enum NoCounterFault: CounterFault {}

enum AddsSlots: CounterFault {
  static func mergedIncrements(_ mine: Slots, _ theirs: Slots) -> Slots { mine.merged(theirs, +) }
  static func mergedDecrements(_ mine: Slots, _ theirs: Slots) -> Slots { mine.merged(theirs, +) }
}

/// Takes over whatever slot arrives, also an older one.
enum OverwritesSlots: CounterFault {
  static func mergedIncrements(_ mine: Slots, _ theirs: Slots) -> Slots {
    mine.merged(theirs) { $1 }
  }
  static func mergedDecrements(_ mine: Slots, _ theirs: Slots) -> Slots {
    mine.merged(theirs) { $1 }
  }
}

enum ForgetsDecrements: CounterFault {
  static func mergedDecrements(_ mine: Slots, _ theirs: Slots) -> Slots { mine }
}

enum KeepsLeastDecrements: CounterFault {
  static func mergedDecrements(_ mine: Slots, _ theirs: Slots) -> Slots { mine.merged(theirs, min) }
}

enum NeverLearns: CounterFault {
  static func mergedIncrements(_ mine: Slots, _ theirs: Slots) -> Slots { mine }
  static func mergedDecrements(_ mine: Slots, _ theirs: Slots) -> Slots { mine }
}

enum ClampsAtZero: CounterFault {
  static func value(_ increments: Int, _ decrements: Int) -> Int { max(0, increments - decrements) }
}

/// All replicas count in one place, so that of concurrent updates some are lost.
enum SharesOneSlot: CounterFault {
  static func slot(of replica: ReplicaID) -> ReplicaID { "all" }
}

enum CountsCalls: CounterFault {
  static func counted(_ amount: Int) -> Int { 1 }
}

/// One map of increments less decrements, of which the greater wins.
struct NetCounter: Replicated {
  var slots: SortedMap<ReplicaID, Int> = [:]

  var value: Int { slots.values.reduce(0, +) }

  mutating func apply(_ update: PNCounter.Update, at replica: ReplicaID) {
    switch update {
    case .increment(let amount): slots[replica, default: 0] += amount
    case .decrement(let amount): slots[replica, default: 0] -= amount
    }
  }

  mutating func merge(_ other: NetCounter) { slots.merge(other.slots, uniquingWith: max) }
}

/// One number that only grows, of which the greater wins: it keeps all laws, and loses updates.
struct SharedMaximum: Replicated {
  var value = 0

  mutating func apply(_ update: GCounter.Update, at replica: ReplicaID) {
    switch update {
    case .increment(let amount): value += amount
    }
  }

  mutating func merge(_ other: SharedMaximum) { value = max(value, other.value) }
}

extension SortedMap {
  func merged(_ other: Self, _ combine: (Value, Value) -> Value) -> Self {
    var merged = self
    merged.merge(other, uniquingWith: combine)
    return merged
  }
}
