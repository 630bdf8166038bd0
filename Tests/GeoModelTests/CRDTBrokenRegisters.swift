import GeoModel

/// Where a register whose last write wins can go wrong; what is not said is done right.
protocol LastWriteFault: Sendable {
  typealias Write = LWWRegister<Int>.Write

  /// Whether a write of a client replaces the one that is there.
  static func replaces(_ new: Write, _ old: Write) -> Bool
  /// Whether a write that arrives does.
  static func wins(_ theirs: Write, _ mine: Write) -> Bool
}

extension LastWriteFault {
  static func replaces(_ new: Write, _ old: Write) -> Bool { new.wins(against: old) }
  static func wins(_ theirs: Write, _ mine: Write) -> Bool { theirs.wins(against: mine) }
}

struct FaultyLWWRegister<Fault: LastWriteFault>: Replicated {
  var write: LWWRegister<Int>.Write?

  var value: Int? { write?.content }

  mutating func apply(_ update: LWWRegister<Int>.Update, at replica: ReplicaID) {
    switch update {
    case .set(let content, let time):
      let new = LWWRegister<Int>.Write(content: content, time: time, replica: replica)
      if write.map({ Fault.replaces(new, $0) }) ?? true { write = new }
    }
  }

  mutating func merge(_ other: FaultyLWWRegister) {
    guard let theirs = other.write else { return }
    if write.map({ Fault.wins(theirs, $0) }) ?? true { write = theirs }
  }
}

enum NoLastWriteFault: LastWriteFault {}

enum TakesLaterArrival: LastWriteFault {
  static func wins(_ theirs: Write, _ mine: Write) -> Bool { true }
}

/// Of two contents the greater wins, whenever they were written.
enum ForgetsTime: LastWriteFault {
  static func replaces(_ new: Write, _ old: Write) -> Bool { wins(new, old) }
  static func wins(_ theirs: Write, _ mine: Write) -> Bool { theirs.content > mine.content }
}

enum TakesTiesOfOthers: LastWriteFault {
  static func wins(_ theirs: Write, _ mine: Write) -> Bool { theirs.time >= mine.time }
}

/// A client is obeyed whatever its clock says, so that an older copy undoes its write.
enum ObeysClients: LastWriteFault {
  static func replaces(_ new: Write, _ old: Write) -> Bool { true }
}

enum FirstWriteWins: LastWriteFault {
  static func replaces(_ new: Write, _ old: Write) -> Bool { old.wins(against: new) }
  static func wins(_ theirs: Write, _ mine: Write) -> Bool { mine.wins(against: theirs) }
}

/// Where a register of siblings can go wrong; what is not said is done right.
protocol SiblingFault: Sendable {
  typealias Versions = [FaultyMVRegister<Self>.Sibling]

  /// What a write of a client claims to have seen.
  static func past(of siblings: Versions, at replica: ReplicaID) -> VersionVector
  static func kept(of all: Versions) -> Versions
}

extension SiblingFault {
  static func past(of siblings: Versions, at replica: ReplicaID) -> VersionVector {
    siblings.reduce(into: VersionVector()) { $0.merge($1.version) }
  }

  static func kept(of all: Versions) -> Versions { FaultyMVRegister<Self>.undominated(all) }
}

struct FaultyMVRegister<Fault: SiblingFault>: Replicated {
  struct Sibling: Equatable, Sendable {
    let content: Int
    let dot: Dot
    let version: VersionVector
  }

  var siblings: [Sibling] = []

  var value: [Int] { siblings.map(\.content).sorted() }

  mutating func apply(_ update: MVRegister<Int>.Update, at replica: ReplicaID) {
    switch update {
    case .set(let content):
      var version = Fault.past(of: siblings, at: replica)
      let dot = version.increment(at: replica)
      siblings = [Sibling(content: content, dot: dot, version: version)]
    }
  }

  mutating func merge(_ other: FaultyMVRegister) {
    let others = other.siblings.filter { !siblings.contains($0) }
    siblings = Fault.kept(of: siblings + others).sorted { $0.dot < $1.dot }
  }

  static func undominated(_ all: [Sibling]) -> [Sibling] {
    all.filter { one in !all.contains { one.version.order(to: $0.version) == .before } }
  }
}

enum NoSiblingFault: SiblingFault {}

/// Of concurrent writes the greatest content stays.
enum DropsSiblings: SiblingFault {
  static func kept(of all: Versions) -> Versions {
    FaultyMVRegister<Self>.undominated(all).max { $0.content < $1.content }.map { [$0] } ?? []
  }
}

enum KeepsDominated: SiblingFault {
  static func kept(of all: Versions) -> Versions { all }
}

/// A write claims to have seen only those of its own replica.
enum ForgetsPast: SiblingFault {
  static func past(of siblings: Versions, at replica: ReplicaID) -> VersionVector {
    let count = siblings.map { $0.version[replica] }.max() ?? 0
    return VersionVector([replica: count])
  }
}

/// Where a map can go wrong; what is not said is done right.
protocol MapFault: Sendable {
  static var keepsRemovals: Bool { get }
  static func merged(_ mine: Cell, _ theirs: Cell) -> Cell
}

typealias Cell = LWWRegister<Int?>

extension MapFault {
  static var keepsRemovals: Bool { true }
  static func merged(_ mine: Cell, _ theirs: Cell) -> Cell { mine.merged(with: theirs) }
}

struct FaultyMap<Fault: MapFault>: Replicated {
  var cells: SortedMap<Int, Cell> = [:]

  var value: SortedMap<Int, Int> {
    SortedMap(cells.entries.compactMap { key, cell in cell.write?.content.map { (key, $0) } })
  }

  mutating func apply(_ update: LWWMap<Int, Int>.Update, at replica: ReplicaID) {
    switch update {
    case .set(let content, let key, let time):
      cells[key, default: Cell()].apply(.set(content, time: time), at: replica)
    case .remove(let key, let time):
      cells[key, default: Cell()].apply(.set(nil, time: time), at: replica)
      if !Fault.keepsRemovals, cells[key]?.write?.content == nil { cells[key] = nil }
    }
  }

  mutating func merge(_ other: FaultyMap) { cells.merge(other.cells, uniquingWith: Fault.merged) }
}

enum NoMapFault: MapFault {}

enum ForgetsRemovals: MapFault {
  static var keepsRemovals: Bool { false }
}

/// A removal wins against every write, whatever the clocks say.
enum RemovalsWin: MapFault {
  static func merged(_ mine: Cell, _ theirs: Cell) -> Cell {
    if mine.write?.content == nil { return mine }
    return theirs.write?.content == nil ? theirs : mine.merged(with: theirs)
  }
}

enum KeepsOwnCells: MapFault {
  static func merged(_ mine: Cell, _ theirs: Cell) -> Cell { mine }
}
