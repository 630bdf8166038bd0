/// When something happened, by a hybrid logical clock: physical time as far as it goes, and a
/// count where it does not tell events apart.
public struct HybridTimestamp: Hashable, Comparable, Sendable {
  /// The greatest physical time that was known then; *l* in the paper, in the unit of the clocks.
  public let wall: Int
  /// How many events in a row had that time already; *c* in the paper.
  public let logical: Int

  public init(wall: Int, logical: Int = 0) {
    self.wall = wall
    self.logical = logical
  }

  public static func < (left: HybridTimestamp, right: HybridTimestamp) -> Bool {
    (left.wall, left.logical) < (right.wall, right.logical)
  }
}
