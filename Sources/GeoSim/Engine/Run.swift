import GeoModel
import HeapModule

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
  @usableFromInline var queue = Heap<Ticket>()
  /// What the tickets of the queue stand for; `free` lists the places not in use.
  @usableFromInline var pending: [Pending<N.Message>] = []
  @usableFromInline var free: [Int32] = []
  @usableFromInline var outbox = Outbox<N.Message>()
  @usableFromInline var ticketCount: Int64 = 0
  @usableFromInline var sentCount = 0
  /// By link, row i, column j: the last arrival, and how many times slower it is than usual.
  @usableFromInline var lastArrivals: [Instant]
  @usableFromInline var slowness: [Double]
  var clocks: [NodeClock]
  /// How often each node has crashed: what it had planned before is forgotten.
  @usableFromInline var crashes: [Int]
  /// What waits for each node that is paused.
  @usableFromInline var waiting: [[Pending<N.Message>]]
  @usableFromInline var hasTrueClocks = true

  init(_ simulation: Simulation<N>) {
    let count = simulation.nodes.count
    world = World(nodes: simulation.nodes)
    network = simulation.network
    faults = simulation.faults
    end = simulation.end
    dice = SplitMix64(seed: simulation.seed)
    lastArrivals = Array(repeating: .start, count: count * count)
    slowness = Array(repeating: 1, count: count * count)
    clocks = Array(repeating: NodeClock(), count: count)
    crashes = Array(repeating: 0, count: count)
    waiting = Array(repeating: [], count: count)
    for node in 0..<count { schedule(.start(NodeID(node)), at: .start) }
    for index in faults.indices { schedule(.fault(index), at: faults[index].time) }
  }

  /// Lets the next event happen.
  ///
  /// - Returns: what happened, or `nil` when nothing more does before the end.
  @inlinable public mutating func next() -> Event<N.Message>? {
    while let ticket = queue.min, ticket.time <= end {
      queue.removeMin()
      world.time = ticket.time
      free.append(ticket.place)
      if let event = happen(pending[Int(ticket.place)]) { return event }
    }
    return nil
  }

  /// Messages on their way, in no particular order.
  var undelivered: [Envelope<N.Message>] {
    queue.unordered.compactMap { ticket in
      switch pending[Int(ticket.place)] {
      case .deliver(let envelope), .lose(let envelope): envelope
      case .start, .remind, .fault: nil
      }
    }
  }
}

/// The place of a pending event in the order of things.
@usableFromInline struct Ticket: Comparable, Sendable {
  @usableFromInline let time: Instant
  @usableFromInline let number: Int64
  @usableFromInline let place: Int32

  @inlinable init(time: Instant, number: Int64, place: Int32) {
    self.time = time
    self.number = number
    self.place = place
  }

  @inlinable static func < (left: Ticket, right: Ticket) -> Bool {
    left.time == right.time ? left.number < right.number : left.time < right.time
  }
}

/// Something that will happen.
@usableFromInline enum Pending<Message: Sendable>: Sendable {
  case start(NodeID)
  case deliver(Envelope<Message>)
  case lose(Envelope<Message>)
  /// Valid only while the node has crashed so often.
  case remind(NodeID, Message, crashes: Int)
  /// By position in the list of faults.
  case fault(Int)
}
