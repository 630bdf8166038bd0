import GeoModel

/// A wrong rule that a learner's counter may follow, as something that can be run.
///
/// A counter has a slot of increments and one of decrements for each node, like the right one;
/// a rule says what is different.
struct CounterRule: Sendable {
  /// What becomes of a slot in a merge; `nil` is a slot that is not there.
  enum Join: Sendable {
    case maximum, maximumFromZero, minimum, minimumFromZero, sum, theirs, whole, mine, newOnly
  }

  /// What a decrement does.
  enum Decrementing: Sendable {
    /// It raises a slot of decrements.
    case apart
    /// It lowers the slot of increments.
    case lowering
    /// Nothing, where the value is 0 or less.
    case refusing
  }

  /// Whose states are one.
  enum Sharing: Sendable {
    case none
    /// A counter without counts takes the map that it merges for its own.
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
  var decrementing = Decrementing.apart
  var increments = Join.maximum
  var decrements = Join.maximum
  var value: @Sendable (Int, Int) -> Int = { $0 - $1 }
  var sharing = Sharing.none
}

extension CounterRule.Join {
  func joined(_ mine: Int?, _ theirs: Int?) -> Int? {
    switch self {
    case .maximum: mine.map { max($0, theirs ?? $0) } ?? theirs
    case .maximumFromZero: max(mine ?? 0, theirs ?? 0)
    case .minimum: mine.map { min($0, theirs ?? $0) } ?? theirs
    case .minimumFromZero: min(mine ?? 0, theirs ?? 0)
    case .sum: (mine ?? 0) + (theirs ?? 0)
    case .theirs: theirs ?? mine
    case .whole: theirs
    case .mine: mine
    case .newOnly: mine ?? theirs
    }
  }
}
