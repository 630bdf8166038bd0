/// A counter in a table whose last writer wins, counted up in two regions: what is left of it.
///
/// Every increment is added to the version of its own region, and that whole version is sent to the
/// other one. A version counts the increments that it was built on, so of two versions that do not
/// know of each other only one survives. This is the rule worked out write by write, without a
/// simulation; the simulation must come to the same.
public struct LastWriterCounter: Equatable, Sendable {
  /// How many increments each region makes.
  public var increments: Int
  /// The time from one of them to the next, above zero.
  public var interval: Duration
  /// How much later than the first region the second one begins.
  public var offset: Duration
  /// From an increment until it is known in the other region.
  public var lag: Duration

  public init(
    increments: Int, interval: Duration, offset: Duration = .zero, lag: Duration
  ) {
    self.increments = increments
    self.interval = interval
    self.offset = offset
    self.lag = lag
  }

  private struct Write {
    var time: Duration
    /// 0 or 1; of versions with one time that of region 1 wins.
    var region: Int
    var count: Int

    func isBelow(_ other: Write) -> Bool { (time, region) < (other.time, other.region) }
  }

  /// What the counter says in both regions once all is known in both.
  ///
  /// - Complexity: O(*n*²) for *n* increments.
  public var survivors: Int {
    var writes: [Write] = []
    let moments = (0..<increments).flatMap { number in
      [0, 1].map { (time: interval * number + offset * $0, region: $0) }
    }
    for (time, region) in moments.sorted(by: { ($0.time, $0.region) < ($1.time, $1.region) }) {
      let known = writes.filter { $0.region == region || $0.time + lag <= time }
      let base = known.max { $0.isBelow($1) }
      writes.append(Write(time: time, region: region, count: (base?.count ?? 0) + 1))
    }
    return writes.max { $0.isBelow($1) }?.count ?? 0
  }

  /// Increments that were answered, and are gone.
  public var lost: Int { 2 * increments - survivors }
}
