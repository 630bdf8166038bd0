import GeoModel

/// A cell that keeps siblings; its contents are the numbers of the writes.
protocol SiblingCell: Replicated where Update == SiblingSet<Int>.Update, Value == [Int] {
  var context: VersionVector { get }
}

extension SiblingSet<Int>: SiblingCell {}

extension VectorSiblingSet<Int>: SiblingCell {
  var context: VersionVector { vector }
}

/// Some of the first 64 writes, a bit each.
typealias Writes = UInt64

/// Replicas of a cell with a client beside each, and which writes have to be visible where: those
/// that no other write there knows.
struct SiblingRun<Cell: SiblingCell> {
  /// What a client got by its latest read.
  struct Memory {
    var context = VersionVector()
    var writes: Writes = 0
  }

  enum Step {
    case read(Int)
    /// A client writes to a replica, knowing what it read last.
    case write(client: Int, at: Int)
    /// The first takes over the second.
    case merge(Int, Int)
  }

  private(set) var cells: [Cell]
  private var known: [Writes]
  private var clients: [Memory]
  /// What the client had read before each write.
  private var pasts: [Writes] = []
  /// Every state that a replica has been in.
  private(set) var states: [Cell] = []
  /// A replica before and after each write.
  private var updates: [(before: Cell, after: Cell)] = []

  init(replicas count: Int) {
    cells = (0..<count).map { _ in Cell() }
    known = cells.map { _ in 0 }
    clients = cells.map { _ in Memory() }
  }

  init(seed: Int) {
    self.init(replicas: 3)
    var dice = SplitMix64(seed: UInt64(seed))
    for _ in 0..<40 {
      let (one, other) = (dice.integer(in: 0...2), dice.integer(in: 0...2))
      switch dice.integer(in: 0...2) {
      case 0: take(.read(one))
      case 1: take(.write(client: one, at: other))
      default: take(.merge(one, other))
      }
    }
  }

  mutating func take(_ step: Step) {
    switch step {
    case .read(let place):
      clients[place] = Memory(context: cells[place].context, writes: known[place])
    case .write(let client, let place): write(client: client, at: place)
    case .merge(let one, let other):
      cells[one].merge(cells[other])
      known[one] |= known[other]
      states.append(cells[one])
    }
  }

  private mutating func write(client: Int, at place: Int) {
    let memory = clients[client]
    let before = cells[place]
    known[place] |= memory.writes | 1 << pasts.count
    do {
      try cells[place].apply(
        .write(pasts.count, context: memory.context), at: EventHistory.names[place])
    } catch { preconditionFailure("a write is never refused") }
    pasts.append(memory.writes)
    states.append(cells[place])
    updates.append((before, cells[place]))
  }

  /// Whether each write left a state that knows the one before.
  var isInflationary: Bool {
    updates.allSatisfy { Law.counterexample(updating: $0.before, to: $0.after) == nil }
  }

  /// Which writes each replica shows.
  var visible: [[Int]] { cells.map { $0.value.sorted() } }

  /// Which ones it should.
  var expected: [[Int]] {
    known.map { known in
      let here = pasts.indices.filter { known & 1 << $0 != 0 }
      let replaced = here.reduce(0) { $0 | pasts[$1] }
      return here.filter { replaced & 1 << $0 == 0 }
    }
  }

  /// Visits this run and all that can follow within so many steps.
  func extend(by steps: Int, visit: (Self) -> Void) {
    visit(self)
    guard steps > 0 else { return }
    for step in choices {
      var next = self
      next.take(step)
      next.extend(by: steps - 1, visit: visit)
    }
  }

  /// A client writes only to its own replica, or to the first one.
  private var choices: [Step] {
    cells.indices.flatMap { place -> [Step] in
      let merges = cells.indices.filter { $0 != place }.map { Step.merge(place, $0) }
      let writes = Set([place, 0]).sorted().map { Step.write(client: place, at: $0) }
      return [.read(place)] + writes + merges
    }
  }
}

/// A cell that is wrong in one way, and otherwise asks the right one.
private protocol WrongCell: SiblingCell {
  var cell: SiblingSet<Int> { get set }
}

extension WrongCell {
  var value: [Int] { cell.value }
  var context: VersionVector { cell.context }
  mutating func merge(_ other: Self) { cell.merge(other.cell) }
}

/// Replaces all that the replica knows, read or not.
struct GreedyCell: WrongCell {
  fileprivate var cell = SiblingSet<Int>()
  mutating func apply(_ update: Update, at replica: ReplicaID) {
    guard case .write(let number, _) = update else { return }
    cell.write(number, context: cell.context, at: replica)
  }
}

/// Replaces nothing unless the client has read all: obsolescence by the whole vector.
struct HoardingCell: WrongCell {
  fileprivate var cell = SiblingSet<Int>()
  mutating func apply(_ update: Update, at replica: ReplicaID) {
    guard case .write(let number, let read) = update else { return }
    let knowsAll = [.equal, .before].contains(cell.context.order(to: read))
    cell.write(number, context: knowsAll ? read : VersionVector(), at: replica)
  }
}

/// Does not look at the context.
struct ForgettingCell: WrongCell {
  fileprivate var cell = SiblingSet<Int>()
  mutating func apply(_ update: Update, at replica: ReplicaID) {
    guard case .write(let number, _) = update else { return }
    cell.write(number, context: VersionVector(), at: replica)
  }
}

/// Merges by union, so that what was replaced comes back.
struct ResurrectingCell: SiblingCell {
  private var siblings: SortedMap<Dot, Int> = [:]
  private var cell = SiblingSet<Int>()
  var value: [Int] { siblings.values }
  var context: VersionVector { cell.context }

  mutating func apply(_ update: Update, at replica: ReplicaID) {
    guard case .write(let number, let read) = update else { return }
    let dot = cell.write(number, context: read, at: replica)
    siblings = siblings.filter { dot, _ in !read.contains(dot) }
    siblings[dot] = number
  }

  mutating func merge(_ other: Self) {
    cell.merge(other.cell)
    siblings.merge(other.siblings) { left, _ in left }
  }
}
