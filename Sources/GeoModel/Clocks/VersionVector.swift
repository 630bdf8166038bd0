/// How many updates of each replica are known: all of them, up to a number.
///
/// Of two vectors that know the same in no slot less, one is the past of the other; otherwise they
/// are concurrent (Parker et al. 1983, section III; [Shapiro et al. 2011], specification 10).
///
/// [Shapiro et al. 2011]: https://inria.hal.science/inria-00555588
public struct VersionVector: Equatable, Sendable {
  /// A replica without an entry has no update that is known; no entry is 0.
  public private(set) var entries: SortedMap<ReplicaID, Int> = [:]

  public init() {}

  /// - Parameter entries: none below 0.
  public init(_ entries: SortedMap<ReplicaID, Int>) {
    precondition(entries.values.allSatisfy { $0 >= 0 }, "updates are counted from 0")
    self.entries = entries.filter { $1 > 0 }
  }

  /// How many updates of a replica are known.
  public subscript(replica: ReplicaID) -> Int { entries[replica] ?? 0 }

  public func contains(_ dot: Dot) -> Bool { dot.counter <= self[dot.replica] }

  /// Counts one more update of a replica.
  ///
  /// - Returns: its name, which no other update has where only the replica itself counts.
  @discardableResult
  public mutating func increment(at replica: ReplicaID) -> Dot {
    let dot = Dot(replica: replica, counter: self[replica] + 1)
    observe(dot)
    return dot
  }

  /// From now on an update is known, and with it all that its replica made before.
  public mutating func observe(_ dot: Dot) {
    if !contains(dot) { entries[dot.replica] = dot.counter }
  }

  /// Knows everything that another vector knows: the greater number, slot by slot.
  public mutating func merge(_ other: VersionVector) {
    entries.merge(other.entries, uniquingWith: max)
  }

  /// How this vector stands to another.
  public func order(to other: VersionVector) -> Causality {
    var merged = self
    merged.merge(other)
    return switch (merged == self, merged == other) {
    case (true, true): .equal
    case (false, true): .before
    case (true, false): .after
    case (false, false): .concurrent
    }
  }
}

extension SortedMap where Key == Dot {
  /// Keeps what both have, and what one side has and the other has never seen; what it has seen and
  /// no longer has was replaced there.
  ///
  /// - Parameters:
  ///   - mine: everything that was ever known here.
  ///   - theirs: everything that was ever known there.
  mutating func mergeSurvivors(
    of other: Self, knowing mine: VersionVector, and theirs: VersionVector
  ) {
    merge(other) { dot, left, right in
      if left == nil { return mine.contains(dot) ? nil : right }
      if right == nil { return theirs.contains(dot) ? nil : left }
      return left
    }
  }
}

/// What one version is to another.
public enum Causality: Equatable, Sendable {
  case equal
  /// The other one knows all that this one knows, and more.
  case before
  /// This one knows all that the other one knows, and more.
  case after
  /// Each knows what the other does not.
  case concurrent
}
