/// A PN-counter: a counter that goes up and down at many replicas and loses no count.
///
/// Each replica has a value of this type and counts under its own node id, which is any text.
/// Replicas learn of each other by merge alone: perhaps late, twice, or from an old copy.
///
/// Judge it: geolearn check 2 --file PNCounter.swift
struct PNCounter {
  // What must a replica know, so that it never counts another one's operations twice?

  /// Counts one up at `nodeID`.
  mutating func increment(_ nodeID: String) {
    fatalError("increment is still to be written")
  }

  /// Counts one down at `nodeID`.
  mutating func decrement(_ nodeID: String) {
    fatalError("decrement is still to be written")
  }

  /// Takes in what `other` knows.
  mutating func merge(_ other: PNCounter) {
    fatalError("merge is still to be written")
  }

  /// All increments less all decrements that are known here.
  func value() -> Int {
    fatalError("value is still to be written")
  }
}
