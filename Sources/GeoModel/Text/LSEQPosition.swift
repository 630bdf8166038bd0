/// A place between others, for ever: a path of digits, such that between any two there is a third.
///
/// Paths are compared step by step, and a path comes before those that go on from it. Each step
/// names who took it, so that no two replicas ever make the same position.
public struct LSEQPosition: Hashable, Comparable, Sendable {
  public struct Step: Hashable, Sendable {
    /// From 0 to below ``LSEQPosition/base(at:)``.
    public let digit: Int
    public let replica: ReplicaID
    /// How many elements the replica had made, this one included.
    public let counter: Int
  }

  /// Never empty; the last digit is not 0, since nothing could come before it.
  public let steps: [Step]

  /// How many digits there are at a depth: 16, and twice as many at each further one.
  static func base(at depth: Int) -> Int { 16 << min(depth, 32) }

  public static func < (left: LSEQPosition, right: LSEQPosition) -> Bool {
    left.steps.lexicographicallyPrecedes(right.steps)
  }
}

extension LSEQPosition.Step: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    if left.digit != right.digit { return left.digit < right.digit }
    return left.replica != right.replica
      ? left.replica < right.replica : left.counter < right.counter
  }
}

extension LSEQPosition {
  /// At most so far from its neighbour a digit is chosen, to leave room on the other side.
  private static let boundary = 10

  /// A new position between two, neither of which need be there.
  ///
  /// The shortest path with a digit to spare is taken. Half of the depths count up from the left
  /// neighbour and half down from the right one, as if by chance, because nobody knows whether a
  /// text grows at its end or at its beginning.
  init(
    between left: LSEQPosition?, and right: LSEQPosition?, replica: ReplicaID, counter: Int
  ) {
    var steps: [Step] = []
    // The right neighbour is a bound only as long as the path runs along it.
    var right = right
    while true {
      let below = left?.steps.dropFirst(steps.count).first
      let above = right?.steps.dropFirst(steps.count).first
      let first = (below?.digit ?? 0) + 1
      let end = above?.digit ?? Self.base(at: steps.count)
      if first < end {
        let digit = Self.digit(in: first..<end, at: steps.count, replica, counter)
        steps.append(Step(digit: digit, replica: replica, counter: counter))
        break
      }
      let zero = Step(digit: 0, replica: replica, counter: counter)
      steps.append(below ?? (above?.digit == 0 ? above : nil) ?? zero)
      if steps.last != above { right = nil }
    }
    self.steps = steps
  }

  private static func digit(
    in free: Range<Int>, at depth: Int, _ replica: ReplicaID, _ counter: Int
  ) -> Int {
    var strategy = SplitMix64(seed: UInt64(depth))
    let seed = replica.name.utf8.reduce(UInt64(counter)) { $0 &* 31 &+ UInt64($1) }
    var dice = SplitMix64(seed: seed)
    let distance = dice.integer(in: 0...(min(boundary, free.count) - 1))
    return strategy.happens(0.5) ? free.lowerBound + distance : free.upperBound - 1 - distance
  }
}
