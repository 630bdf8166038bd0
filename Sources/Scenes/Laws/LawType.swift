import Content
import GeoModel

/// A type whose laws are tried: what its clients do, and how its states are written.
struct LawType<Inner: Replicated>: Sendable {
  typealias Deed = LawDeed<Inner.Update>

  let name: String
  /// One or two.
  let updates: [Deed]
  let text: @Sendable (Inner) -> String
  let valueText: @Sendable (Inner) -> String
  /// What the value should be after so many of the first update and of the second.
  var asked: (@Sendable (Int, Int) -> String)?
}

/// Something that a client does.
struct LawDeed<Update: Sendable>: Sendable {
  /// For the footer.
  let word: String
  /// As the end of a sentence.
  let meaning: String
  /// From the replica, and how many updates it has made, this one included.
  let make: @Sendable (ReplicaID, Int) -> Update
}

/// A state, and what its replica was asked for, which merging does not touch.
struct Tallied<Inner: Replicated>: Replicated {
  private(set) var inner = Inner()
  /// How often the replica was asked for each update.
  private(set) var counts = [0, 0]

  struct Update: Sendable {
    /// Which of the type's updates it is.
    let index: Int
    let update: Inner.Update
  }

  var value: Inner.Value { inner.value }
  /// How many updates the replica was asked for.
  var count: Int { counts[0] + counts[1] }

  mutating func apply(_ update: Update, at replica: ReplicaID) throws(Refusal) {
    try inner.apply(update.update, at: replica)
    counts[update.index] += 1
  }

  mutating func merge(_ other: Tallied) { inner.merge(other.inner) }
}
