/// A clock that shows physical time, and yet never gives an event a time below one that it knows.
///
/// [Kulkarni et al. 2014]. If no two physical clocks are more than ε apart, `wall` is never behind
/// the replica's own clock and at most ε ahead of it. If each physical clock moves on between two
/// events of its replica, `logical` stays below *n* · (ε + 1), for *n* replicas.
///
/// The physical time is given from outside: milliseconds or nanoseconds, the same unit everywhere.
///
/// [Kulkarni et al. 2014]: https://cse.buffalo.edu/tech-reports/2014-04.pdf
public struct HybridLogicalClock: Hashable, Sendable {
  /// Of the latest event; `nil` before the first one.
  public private(set) var latest: HybridTimestamp?

  /// - Parameter latest: an event that is known already.
  public init(latest: HybridTimestamp? = nil) {
    self.latest = latest
  }

  /// An event of the replica itself, the sending of a message among them.
  ///
  /// - Parameter physical: what the replica's physical clock shows; it may have been set back.
  /// - Returns: the time of the event.
  @discardableResult
  public mutating func send(at physical: Int) -> HybridTimestamp {
    advance(past: latest, at: physical)
  }

  /// The arrival of a message, which is an event as well.
  ///
  /// - Parameters:
  ///   - sent: the time of its sending.
  ///   - physical: what the receiver's physical clock shows.
  /// - Returns: the time of its arrival, after both.
  @discardableResult
  public mutating func receive(_ sent: HybridTimestamp, at physical: Int) -> HybridTimestamp {
    advance(past: max(latest ?? sent, sent), at: physical)
  }

  private mutating func advance(past known: HybridTimestamp?, at physical: Int) -> HybridTimestamp {
    var next = HybridTimestamp(wall: physical)
    if let known, known.wall >= physical {
      next = HybridTimestamp(wall: known.wall, logical: known.logical + 1)
    }
    latest = next
    return next
  }
}
