/// What an entry of the log asks of every server.
public enum RaftCommand: Hashable, Sendable {
  /// The first entry of every term: committing it commits all before it ([Ongaro 2014] §8).
  ///
  /// [Ongaro 2014]: https://raft.github.io/raft.pdf
  case nothing
  case write(RaftRequestID)
  /// From here on these are the members, committed or not ([thesis] §4.1).
  ///
  /// [thesis]: https://github.com/ongardie/dissertation
  case members(RaftMembers, by: RaftRequestID)
}

/// A command and the term of the leader that wrote it down.
public struct RaftEntry: Hashable, Sendable {
  public let term: Int
  public let command: RaftCommand

  public init(term: Int, command: RaftCommand) {
    self.term = term
    self.command = command
  }
}

/// The replicated log ([Ongaro 2014] §5.3). Its first entry has the index 1.
///
/// It is never compacted ([Ongaro 2014] §7): a run is short, and a picture shows the whole of it.
///
/// [Ongaro 2014]: https://raft.github.io/raft.pdf
public struct RaftLog: Hashable, Sendable {
  /// An entry by index and term, which together determine it and all before it.
  public struct Position: Hashable, Sendable {
    public let index: Int
    public let term: Int

    public init(index: Int, term: Int) {
      self.index = index
      self.term = term
    }
  }

  public private(set) var entries: [RaftEntry] = []
  /// The members before the first change.
  public let founders: RaftMembers
  /// The indices of the entries that change the members, in ascending order.
  private var changes: [Int] = []

  public init(founders: RaftMembers) {
    self.founders = founders
  }

  /// The index of the last entry, 0 when there is none.
  public var lastIndex: Int { entries.count }
  public var last: Position { Position(index: lastIndex, term: term(at: lastIndex)) }

  /// The entry at an index from 1 to `lastIndex`.
  public subscript(index: Int) -> RaftEntry { entries[index - 1] }

  /// The term of the entry at an index from 0 to `lastIndex`; before the first it is 0.
  public func term(at index: Int) -> Int { index == 0 ? 0 : entries[index - 1].term }

  /// Whether this log has the same entry, and so the same entries before it.
  public func contains(_ position: Position) -> Bool {
    position.index <= lastIndex && term(at: position.index) == position.term
  }

  /// Whether a log that ends at `other` may lead this one: its last term is later, or the same and
  /// it is not shorter ([Ongaro 2014] §5.4.1).
  ///
  /// [Ongaro 2014]: https://raft.github.io/raft.pdf
  public func isNotAhead(of other: Position) -> Bool {
    (last.term, last.index) <= (other.term, other.index)
  }

  public func entries(after index: Int) -> [RaftEntry] { Array(entries.dropFirst(index)) }

  public mutating func append(_ entry: RaftEntry) {
    entries.append(entry)
    if case .members = entry.command { changes.append(lastIndex) }
  }

  /// Takes over a leader's entries behind an index that both logs share.
  ///
  /// Only an entry of another term is removed, with all behind it: an old message must not shorten
  /// a log that has grown since ([Ongaro 2014] §5.3, figure 2).
  ///
  /// - Returns: whether anything was written.
  ///
  /// [Ongaro 2014]: https://raft.github.io/raft.pdf
  public mutating func merge(_ leaders: [RaftEntry], after index: Int) -> Bool {
    var index = index
    for (offset, entry) in leaders.enumerated() {
      index += 1
      if contains(Position(index: index, term: entry.term)) { continue }
      removeAll(from: index)
      for missing in leaders[offset...] { append(missing) }
      return true
    }
    return false
  }

  private mutating func removeAll(from index: Int) {
    entries.removeLast(max(0, lastIndex - index + 1))
    while let change = changes.last, change >= index { changes.removeLast() }
  }

  /// How far a leader should go back when its entry at `index` is not here: before the last entry,
  /// or before all entries of the term that contradicts ([Ongaro 2014] §5.3, the end).
  ///
  /// [Ongaro 2014]: https://raft.github.io/raft.pdf
  public func hint(below index: Int) -> Int {
    guard index <= lastIndex else { return lastIndex }
    let wrong = term(at: index)
    var hint = index - 1
    while hint > 0, term(at: hint) == wrong { hint -= 1 }
    return hint
  }
}

extension RaftLog {
  /// The members after the last change in the log, committed or not.
  public var members: RaftMembers { members(afterChange: changes.count) }

  /// The members before the last change in the log; the founders when there is none.
  public var formerMembers: RaftMembers { members(afterChange: max(0, changes.count - 1)) }

  /// The index of the last change of the members, 0 when there is none.
  public var lastChange: Int { changes.last ?? 0 }

  private func members(afterChange count: Int) -> RaftMembers {
    guard count > 0, case .members(let members, _) = self[changes[count - 1]].command else {
      return founders
    }
    return members
  }
}
