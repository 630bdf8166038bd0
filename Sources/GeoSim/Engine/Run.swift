import GeoModel

/// A simulation in progress: each call of `next` lets one event happen.
///
/// The inner loop looks up no dictionary, calls through no existential, and allocates only while
/// its queue grows.
public struct Run<N: Node>: IteratorProtocol, Sendable {
  /// The system after the last event.
  public var world: World<N>

  @usableFromInline let network: Network
  @usableFromInline let faults: [ScheduledFault]
  @usableFromInline let end: Instant
  @usableFromInline var dice: SplitMix64
  @usableFromInline var queue = EventQueue()
  /// What the tickets of the queue stand for; `free` lists the places not in use.
  @usableFromInline var envelopes: [Envelope<N.Message>] = []
  @usableFromInline var free: [Int] = []
  @usableFromInline var outbox = Outbox<N.Message>()
  @usableFromInline var ticketCount = 0
  @usableFromInline var sentCount = 0
  /// Row i, column j: from node i to node j.
  @usableFromInline var links: [Link]
  @usableFromInline var clocks: [NodeClock]
  @usableFromInline var hasTrueClocks = true
  /// What waits for each node that is paused.
  @usableFromInline var waiting: [[Waiting<N.Message>]]

  init(_ simulation: Simulation<N>) {
    let count = simulation.nodes.count
    world = World(nodes: simulation.nodes)
    network = simulation.network
    faults = simulation.faults
    end = simulation.end
    dice = SplitMix64(seed: simulation.seed)
    links = network.delays.map { Link(delay: $0) }
    clocks = Array(repeating: NodeClock(), count: count)
    waiting = Array(repeating: [], count: count)
    for node in 0..<count { addTicket(.start, place: node, at: .start) }
    for index in faults.indices { addTicket(.fault, place: index, at: faults[index].time) }
  }

  /// Lets the next event happen.
  ///
  /// - Returns: what happened, or `nil` when nothing more does before the end.
  @inlinable @inline(__always) public mutating func next() -> Event<N.Message>? {
    guard let (kind, place) = advance() else { return nil }
    switch kind {
    case .deliver: return .deliver(envelopes[place])
    case .remind: return .remind(envelopes[place].receiver, envelopes[place].message)
    case .lose: return .lose(envelopes[place])
    case .start: return .start(NodeID(place))
    case .fault: return .fault(faults[place].fault)
    }
  }

  /// Lets the next event happen, and says only where it is to be found.
  ///
  /// An event has many words; built here, it would be copied again and again on its way out.
  @inlinable mutating func advance() -> (kind: Ticket.Kind, place: Int)? {
    while let ticket = queue.first, ticket.time <= end {
      queue.removeFirst()
      world.time = ticket.time
      if let kind = happen(ticket) { return (kind, ticket.place) }
    }
    return nil
  }

  /// Messages on their way, in no particular order.
  var undelivered: [Envelope<N.Message>] {
    queue.tickets.compactMap { ticket in
      switch ticket.kind {
      case .deliver, .lose: envelopes[ticket.place]
      case .start, .fault, .remind: nil
      }
    }
  }
}

/// The way from one node to another.
@usableFromInline struct Link: Sendable {
  /// The median in nanoseconds; longer while the link is slow.
  @usableFromInline var delay: Int64
  @usableFromInline var lastArrival = Instant.start

  init(delay: Int64) {
    self.delay = delay
  }
}

/// An event whose node is paused.
@usableFromInline struct Waiting<Message: Sendable>: Sendable {
  let kind: Ticket.Kind
  let envelope: Envelope<Message>

  @usableFromInline init(kind: Ticket.Kind, envelope: Envelope<Message>) {
    self.kind = kind
    self.envelope = envelope
  }
}
