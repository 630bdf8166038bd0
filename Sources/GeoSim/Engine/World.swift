/// The system at one moment.
public struct World<N: Node>: Sendable {
  public internal(set) var time: Instant
  /// By number.
  public internal(set) var nodes: [N]
  /// Whether each node is up, by number.
  public internal(set) var isUp: [Bool]
  /// Messages sent and not yet arrived, in the order of sending.
  public internal(set) var inFlight: [Envelope<N.Message>]
}

/// A run: the world after each event, in order.
public struct Trace<N: Node>: Sendable {
  public struct Step: Sendable {
    public let event: Event<N.Message>
    /// The world just after the event.
    public let world: World<N>
  }

  public internal(set) var steps: [Step]

  /// The last step at or before a moment; `nil` before the first.
  ///
  /// - Complexity: O(log *n*) for *n* events.
  public func lastStep(at time: Instant) -> Int? {
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].world.time <= time { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }

  /// The world at a moment: that of the last event at or before it.
  public func world(at time: Instant) -> World<N>? {
    lastStep(at: time).map { steps[$0].world }
  }
}
