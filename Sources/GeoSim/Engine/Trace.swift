/// A run: the world after each event, in order.
public struct Trace<N: Node>: Sendable {
  public struct Step: Sendable {
    public let event: Event<N.Message>
    /// The world just after the event.
    public let world: World<N>
  }

  public let steps: [Step]
  /// Every message of the run, in the order of sending, also those still on their way at the end.
  public let envelopes: [Envelope<N.Message>]

  init(steps: [Step], undelivered: [Envelope<N.Message>]) {
    self.steps = steps
    let arrived = steps.compactMap { step in
      switch step.event {
      case .deliver(let envelope), .lose(let envelope): envelope
      case .start, .remind, .fault: nil
      }
    }
    envelopes = (arrived + undelivered).sorted { $0.number < $1.number }
  }

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

  /// The messages on their way at a moment, in the order of sending.
  public func inFlight(at time: Instant) -> [Envelope<N.Message>] {
    envelopes.filter { $0.sent <= time && time < $0.arrival }
  }

  /// One line for every event: the same bytes for the same run, in any process.
  public var text: String {
    steps.map { "\($0.world.time.nanoseconds) \($0.event)\n" }.joined()
  }
}
