import GeoModel

struct SetOfCommonElements: Replicated {
  var elements: SortedSet<Int> = []

  var value: [Int] { elements.elements }

  mutating func apply(_ update: GSet<Int>.Update, at replica: ReplicaID) {
    switch update {
    case .add(let element): elements.insert(element)
    }
  }

  mutating func merge(_ other: SetOfCommonElements) {
    elements = elements.filter { other.elements.contains($0) }
  }
}

/// Keeps the set with more elements.
struct LargerSet: Replicated {
  var elements: SortedSet<Int> = []

  var value: [Int] { elements.elements }

  mutating func apply(_ update: GSet<Int>.Update, at replica: ReplicaID) {
    switch update {
    case .add(let element): elements.insert(element)
    }
  }

  mutating func merge(_ other: LargerSet) {
    if other.elements.count > elements.count { elements = other.elements }
  }
}

/// Where a set of two phases can go wrong; what is not said is done right.
protocol TwoPhaseFault: Sendable {
  static var readds: Bool { get }
  static var removesUnseen: Bool { get }
  static var sendsTombstones: Bool { get }
  static var keepsTombstones: Bool { get }
}

extension TwoPhaseFault {
  static var readds: Bool { false }
  static var removesUnseen: Bool { false }
  static var sendsTombstones: Bool { true }
  static var keepsTombstones: Bool { true }
}

struct FaultyTwoPhaseSet<Fault: TwoPhaseFault>: Replicated {
  var added: SortedSet<Int> = []
  var removed: SortedSet<Int> = []

  var value: [Int] { added.elements.filter { !removed.contains($0) } }

  mutating func apply(_ update: TwoPhaseSet<Int>.Update, at replica: ReplicaID) throws(Refusal) {
    switch update {
    case .add(let element): try add(element)
    case .remove(let element):
      guard Fault.removesUnseen || value.contains(element) else { throw .notThere }
      if Fault.keepsTombstones { removed.insert(element) } else { added.remove(element) }
    }
  }

  private mutating func add(_ element: Int) throws(Refusal) {
    if Fault.readds { removed.remove(element) }
    guard !removed.contains(element) else { throw .removedForEver }
    added.insert(element)
  }

  mutating func merge(_ other: FaultyTwoPhaseSet) {
    added.formUnion(other.added)
    if Fault.sendsTombstones { removed.formUnion(other.removed) }
  }
}

enum NoTwoPhaseFault: TwoPhaseFault {}

enum Readds: TwoPhaseFault {
  static var readds: Bool { true }
}

enum RemovesUnseen: TwoPhaseFault {
  static var removesUnseen: Bool { true }
}

enum HidesTombstones: TwoPhaseFault {
  static var sendsTombstones: Bool { false }
}

enum ForgetsTombstones: TwoPhaseFault {
  static var keepsTombstones: Bool { false }
}

/// Where an observed-remove set can go wrong; what is not said is done right.
protocol ObservedRemoveFault: Sendable {
  typealias Dots = SortedSet<Dot>

  static func dot(at replica: ReplicaID, _ context: VersionVector, live: [Dot]) -> Dot
  static func removed(_ dots: Dots) -> Dots
  static func kept(
    _ mine: Dots, _ theirs: Dots, _ seen: (mine: VersionVector, theirs: VersionVector)
  )
    -> Dots
  static func merged(_ mine: VersionVector, _ theirs: VersionVector) -> VersionVector
}

extension ObservedRemoveFault {
  static func dot(at replica: ReplicaID, _ context: VersionVector, live: [Dot]) -> Dot {
    Dot(replica: replica, counter: context[replica] + 1)
  }

  static func removed(_ dots: Dots) -> Dots { [] }

  static func kept(
    _ mine: Dots, _ theirs: Dots, _ seen: (mine: VersionVector, theirs: VersionVector)
  )
    -> Dots
  {
    var kept = mine.filter { theirs.contains($0) || !seen.theirs.contains($0) }
    kept.formUnion(theirs.filter { !seen.mine.contains($0) })
    return kept
  }

  static func merged(_ mine: VersionVector, _ theirs: VersionVector) -> VersionVector {
    var merged = mine
    merged.merge(theirs)
    return merged
  }
}

struct FaultyORSet<Fault: ObservedRemoveFault>: Replicated {
  var dots: SortedMap<Int, SortedSet<Dot>> = [:]
  var context = VersionVector()

  var value: [Int] { dots.keys }

  mutating func apply(_ update: ORSet<Int>.Update, at replica: ReplicaID) {
    switch update {
    case .add(let element):
      let dot = Fault.dot(at: replica, context, live: dots.values.flatMap(\.elements))
      context.observe(dot)
      dots[element] = [dot]
    case .remove(let element):
      let left = dots[element].map(Fault.removed) ?? []
      dots[element] = left.isEmpty ? nil : left
    }
  }

  mutating func merge(_ other: FaultyORSet) {
    let seen = (mine: context, theirs: other.context)
    dots.merge(other.dots) { _, mine, theirs in
      let kept = Fault.kept(mine ?? [], theirs ?? [], seen)
      return kept.isEmpty ? nil : kept
    }
    context = Fault.merged(context, other.context)
  }
}

enum NoObservedRemoveFault: ObservedRemoveFault {}

/// Counts the additions that are still there, so that a name comes again.
enum ReusesDots: ObservedRemoveFault {
  static func dot(at replica: ReplicaID, _ context: VersionVector, live: [Dot]) -> Dot {
    Dot(replica: replica, counter: live.filter { $0.replica == replica }.count + 1)
  }
}

/// Names additions by one count for all replicas, which two of them raise at the same time.
enum CountsForAll: ObservedRemoveFault {
  static func dot(at replica: ReplicaID, _ context: VersionVector, live: [Dot]) -> Dot {
    Dot(replica: "all", counter: context["all"] + 1)
  }
}

enum RemovesOneDot: ObservedRemoveFault {
  static func removed(_ dots: Dots) -> Dots { SortedSet(Array(dots.elements.dropFirst())) }
}

/// Takes over every dot of the other side, also those that were removed here.
enum Resurrects: ObservedRemoveFault {
  static func kept(
    _ mine: Dots, _ theirs: Dots, _ seen: (mine: VersionVector, theirs: VersionVector)
  )
    -> Dots
  {
    var kept = mine
    kept.formUnion(theirs)
    return kept
  }
}

/// Takes for removed whatever the other side has not, also what it has never seen.
enum RemovesUnknown: ObservedRemoveFault {
  static func kept(
    _ mine: Dots, _ theirs: Dots, _ seen: (mine: VersionVector, theirs: VersionVector)
  )
    -> Dots
  { mine.filter { theirs.contains($0) } }
}

enum ForgetsContext: ObservedRemoveFault {
  static func merged(_ mine: VersionVector, _ theirs: VersionVector) -> VersionVector { mine }
}

enum OverwritesContext: ObservedRemoveFault {
  static func merged(_ mine: VersionVector, _ theirs: VersionVector) -> VersionVector { theirs }
}

/// Keeps elements that were ever removed out for ever: a removal wins, against the definition.
struct RemoveWinsSet: Replicated {
  var added: SortedSet<Int> = []
  var removed: SortedSet<Int> = []

  var value: [Int] { added.elements.filter { !removed.contains($0) } }

  mutating func apply(_ update: ORSet<Int>.Update, at replica: ReplicaID) {
    switch update {
    case .add(let element): added.insert(element)
    case .remove(let element): removed.insert(element)
    }
  }

  mutating func merge(_ other: RemoveWinsSet) {
    added.formUnion(other.added)
    removed.formUnion(other.removed)
  }
}
