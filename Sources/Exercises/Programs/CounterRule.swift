import GeoModel

/// A wrong rule that a learner's counter may follow, as something that can be run.
///
/// A counter has a slot of increments and one of decrements for each node, like the right one;
/// a rule says what is different.
struct CounterRule: Sendable {
  /// What becomes of a slot in a merge; `nil` is a slot that is not there.
  enum Join: Sendable { case maximum, minimum, sum, theirs, whole, mine, knownOnly, newOnly }

  /// Whose states are one.
  enum Sharing: Sendable {
    case none
    /// A counter without counts takes the state that it merges for its own.
    case adopted
    /// A merge changes both.
    case both
    case all
  }

  /// As reports call it: `shared-maximum`.
  let name: String
  /// Behind "like one": "whose merge adds".
  let claim: String
  /// One step forward.
  let help: String
  var isSame: @Sendable (ReplicaID, ReplicaID) -> Bool = { $0 == $1 }
  /// Whether a decrement lowers the slot of increments.
  var isNet = false
  var increments = Join.maximum
  var decrements = Join.maximum
  var value: @Sendable (Int, Int) -> Int = { $0 - $1 }
  var sharing = Sharing.none
}

extension CounterRule.Join {
  func joined(_ mine: Int?, _ theirs: Int?) -> Int? {
    switch self {
    case .maximum: mine.map { max($0, theirs ?? $0) } ?? theirs
    case .minimum: mine.map { min($0, theirs ?? $0) } ?? theirs
    case .sum: (mine ?? 0) + (theirs ?? 0)
    case .theirs: theirs ?? mine
    case .whole: theirs
    case .mine: mine
    case .knownOnly: mine.map { max($0, theirs ?? $0) }
    case .newOnly: mine ?? theirs
    }
  }
}
