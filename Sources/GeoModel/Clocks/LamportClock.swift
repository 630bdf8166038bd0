/// A counter in place of a clock: whatever knows of an event has a greater time than the event.
///
/// The converse does not hold: of two events with different times, neither need know of the other.
/// [Lamport 1978], with times made unique by the replica where an order of all events is needed.
///
/// [Lamport 1978]: https://doi.org/10.1145/359545.359563
public struct LamportClock: Hashable, Sendable {
  /// Of the latest event; 0 before the first one.
  public private(set) var time: Int

  public init(time: Int = 0) {
    self.time = time
  }

  /// An event of the replica itself, the sending of a message among them.
  ///
  /// - Returns: its time.
  @discardableResult
  public mutating func tick() -> Int {
    time += 1
    return time
  }

  /// The arrival of a message, which is an event as well.
  ///
  /// - Parameter sent: the time of its sending.
  /// - Returns: the time of its arrival, after both.
  @discardableResult
  public mutating func observe(_ sent: Int) -> Int {
    time = max(time, sent)
    return tick()
  }
}
