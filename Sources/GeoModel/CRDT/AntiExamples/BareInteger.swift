/// How two integers are made one where nothing else is known than the integers.
public protocol IntegerMerge: Sendable {
  static func merged(_ mine: Int, with theirs: Int) -> Int
}

/// Adds both: what a state says is counted as often as the state arrives.
public enum SumMerge: IntegerMerge {
  public static func merged(_ mine: Int, with theirs: Int) -> Int { mine + theirs }
}

/// Keeps the greater: a semilattice, in which a decrement does not go up, and in which concurrent
/// increments are one.
public enum MaximumMerge: IntegerMerge {
  public static func merged(_ mine: Int, with theirs: Int) -> Int { max(mine, theirs) }
}

/// Keeps what arrived last: two replicas that exchange their states swap them.
public enum LastWriterMerge: IntegerMerge {
  public static func merged(_ mine: Int, with theirs: Int) -> Int { theirs }
}

/// An anti-example: a counter that is one number. No merge of it both counts every update and
/// counts it once; ``PNCounter`` needs a number for each replica.
public struct BareInteger<Merge: IntegerMerge>: Replicated {
  public private(set) var value = 0

  public init() {}

  public mutating func apply(_ update: PNCounter.Update, at replica: ReplicaID) {
    switch update {
    case .increment(let amount): value += amount
    case .decrement(let amount): value -= amount
    }
  }

  public mutating func merge(_ other: BareInteger) {
    value = Merge.merged(value, with: other.value)
  }
}
