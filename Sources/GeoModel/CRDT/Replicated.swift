/// A value of which every replica has a copy, changes it alone, and merges what others changed.
///
/// A state-based CRDT is one whose states form a join-semilattice, whose updates only go up in it,
/// and whose merge is the join ([Shapiro et al. 2011]). The protocol asks for the parts, not for
/// the laws: a type that breaks them conforms as well, so that it can be caught (``Law``).
///
/// [Shapiro et al. 2011]: https://inria.hal.science/inria-00555588
public protocol Replicated: Equatable, Sendable {
  /// What a client may ask of a replica.
  associatedtype Update: Sendable
  /// What a reader sees.
  associatedtype Value: Equatable & Sendable

  /// The state of before the first update.
  init()

  var value: Value { get }

  /// Changes the state as a client of a replica asks.
  ///
  /// - Throws: where the type does not allow the update now; the state is then as before.
  mutating func apply(_ update: Update, at replica: ReplicaID) throws(Refusal)

  /// Takes over everything that another state knows.
  mutating func merge(_ other: Self)
}

extension Replicated {
  /// The merge of two states, neither of which changes.
  @inlinable public func merged(with other: Self) -> Self {
    var merged = self
    merged.merge(other)
    return merged
  }

  /// Whether everything that is known here is known there: the order of the semilattice.
  public func isKnown(to other: Self) -> Bool { other.merged(with: self) == other }
}

/// Why a type does not allow an update now.
public enum Refusal: Error, Equatable, Sendable {
  /// An element that was removed cannot be added again.
  case removedForEver
  /// What is not there cannot be removed.
  case notThere
  /// A replica may give away only what it holds.
  case holdsOnly(Int)
  /// A position lies outside a text of so many characters.
  case outside(length: Int)
}
