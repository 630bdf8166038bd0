import HeapModule

/// A deterministic discrete-event simulation: nodes, a network and faults in, a run out.
///
/// Events happen in the order of `(time, sequence number)`, so that the same input gives the same
/// run in any process on any machine.
public struct Simulation<N: Node>: Sendable {
  private let nodes: [N]
  private let network: Network
  private let faults: [(time: Instant, fault: Fault)]
  private let end: Instant
  private let eventLimit: Int

  /// - Parameters:
  ///   - nodes: by number; they start at time zero, in this order.
  ///   - network: knows the region of every node.
  ///   - faults: in any order; of faults at one time, the first listed happens first.
  ///   - end: events after this moment do not happen.
  ///   - eventLimit: the run stops here even when more would happen.
  public init(
    nodes: [N], network: Network, faults: [(time: Instant, fault: Fault)] = [],
    end: Instant = Instant(.seconds(3600)), eventLimit: Int = 10_000
  ) {
    self.nodes = nodes
    self.network = network
    self.faults = faults
    self.end = end
    self.eventLimit = eventLimit
  }

  /// Runs to the end and keeps every world, for pictures that can be stepped backwards.
  public func trace() -> Trace<N> {
    var trace = Trace<N>(steps: [])
    run { event, world in trace.steps.append(Trace.Step(event: event, world: world)) }
    return trace
  }

  /// Runs to the end, shows every event with the world just after it, and keeps nothing.
  public func run(observing observe: (Event<N.Message>, World<N>) -> Void) {
    var run = Run(nodes: nodes, network: network)
    for node in nodes.indices { run.schedule(.start(NodeID(node)), at: .start) }
    for (time, fault) in faults { run.schedule(.fault(fault), at: time) }
    var count = 0
    while count < eventLimit, let event = run.next(until: end) {
      observe(event, run.world)
      count += 1
    }
  }
}

/// The state of a run between two events.
private struct Run<N: Node> {
  var world: World<N>
  private let network: Network
  private var queue = Heap<Scheduled<N.Message>>()
  private var scheduledCount = 0
  private var sentCount = 0

  init(nodes: [N], network: Network) {
    world = World(
      time: .start, nodes: nodes, isUp: Array(repeating: true, count: nodes.count), inFlight: [])
    self.network = network
  }

  mutating func schedule(_ event: Event<N.Message>, at time: Instant) {
    queue.insert(Scheduled(time: time, number: scheduledCount, event: event))
    scheduledCount += 1
  }

  /// Lets the next event happen, unless it lies beyond the end.
  mutating func next(until end: Instant) -> Event<N.Message>? {
    guard let first = queue.min, first.time <= end else { return nil }
    queue.removeMin()
    world.time = first.time
    return happen(first.event)
  }

  /// - Returns: what really happened: a message to a node that is down is lost.
  private mutating func happen(_ event: Event<N.Message>) -> Event<N.Message> {
    switch event {
    case .start(let node):
      carryOut(world.nodes[node.index].start(at: world.time), of: node)
    case .wake(let node):
      guard world.isUp[node.index] else { return event }
      carryOut(world.nodes[node.index].wake(at: world.time), of: node)
    case .fault(.crash(let node)): world.isUp[node.index] = false
    case .fault(.recover(let node)): world.isUp[node.index] = true
    case .deliver(let envelope), .lose(let envelope):
      world.inFlight.removeAll { $0.number == envelope.number }
      guard world.isUp[envelope.receiver.index] else { return .lose(envelope) }
      let actions = world.nodes[envelope.receiver.index]
        .receive(envelope.message, from: envelope.sender, at: world.time)
      carryOut(actions, of: envelope.receiver)
    }
    return event
  }

  private mutating func carryOut(_ actions: [Action<N.Message>], of node: NodeID) {
    for action in actions {
      switch action {
      case .send(let message, let receiver): send(message, from: node, to: receiver)
      case .wake(let delay): schedule(.wake(node), at: world.time + delay)
      }
    }
  }

  private mutating func send(_ message: N.Message, from sender: NodeID, to receiver: NodeID) {
    let arrival = world.time + network.delay(from: sender, to: receiver)
    let envelope = Envelope(
      number: sentCount, sender: sender, receiver: receiver, message: message, sent: world.time,
      arrival: arrival)
    sentCount += 1
    world.inFlight.append(envelope)
    schedule(.deliver(envelope), at: arrival)
  }
}

/// An event that waits for its time.
private struct Scheduled<Message: Sendable>: Comparable, Sendable {
  let time: Instant
  let number: Int
  let event: Event<Message>

  static func == (left: Scheduled, right: Scheduled) -> Bool {
    (left.time, left.number) == (right.time, right.number)
  }

  static func < (left: Scheduled, right: Scheduled) -> Bool {
    (left.time, left.number) < (right.time, right.number)
  }
}
