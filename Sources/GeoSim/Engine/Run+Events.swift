import GeoModel
import HeapModule

extension Run {
  @inlinable mutating func schedule(_ event: Pending<N.Message>, at time: Instant) {
    let place: Int32
    if let reused = free.popLast() {
      place = reused
      pending[Int(reused)] = event
    } else {
      place = Int32(pending.count)
      pending.append(event)
    }
    queue.insert(Ticket(time: time, number: ticketCount, place: place))
    ticketCount += 1
  }

  /// - Returns: what really happened; `nil` when nothing did: a reminder died with its node, or
  ///   the node is paused and will see the event later.
  @inlinable mutating func happen(_ event: Pending<N.Message>) -> Event<N.Message>? {
    switch event {
    case .deliver(let envelope): return deliver(envelope)
    case .remind(let node, let message, let crashes):
      return remind(node, message, crashes: crashes)
    case .lose(let envelope): return .lose(envelope)
    case .start(let node):
      world.nodes[node.index].start(at: reading(of: node), into: &outbox)
      carryOut(of: node)
      return .start(node)
    case .fault(let index):
      apply(faults[index].fault)
      return .fault(faults[index].fault)
    }
  }

  @inlinable mutating func deliver(_ envelope: Envelope<N.Message>) -> Event<N.Message>? {
    let node = envelope.receiver
    if world.isCut(from: envelope.sender, to: node) { return .lose(envelope) }
    switch world.conditions[node.index] {
    case .down: return .lose(envelope)
    case .paused:
      waiting[node.index].append(.deliver(envelope))
      return nil
    case .up:
      world.nodes[node.index].receive(
        envelope.message, from: envelope.sender, at: reading(of: node), into: &outbox)
      carryOut(of: node)
      return .deliver(envelope)
    }
  }

  @inlinable mutating func remind(_ node: NodeID, _ message: N.Message, crashes planned: Int)
    -> Event<N.Message>?
  {
    guard crashes[node.index] == planned else { return nil }
    if world.conditions[node.index] == .paused {
      waiting[node.index].append(.remind(node, message, crashes: planned))
      return nil
    }
    world.nodes[node.index].receive(message, from: node, at: reading(of: node), into: &outbox)
    carryOut(of: node)
    return .remind(node, message)
  }

  @inlinable func reading(of node: NodeID) -> Instant {
    hasTrueClocks ? world.time : skewedReading(of: node)
  }

  @usableFromInline func skewedReading(of node: NodeID) -> Instant {
    clocks[node.index].reading(at: world.time)
  }

  /// Does what a node has put into the outbox.
  @inlinable mutating func carryOut(of node: NodeID) {
    for index in outbox.storage.indices {
      switch outbox.storage[index] {
      case .send(let message, let receiver): send(message, from: node, to: receiver)
      case .remind(let message, let delay):
        let trueDelay = hasTrueClocks ? delay : slowed(delay, of: node)
        schedule(
          .remind(node, message, crashes: crashes[node.index]), at: world.time + trueDelay)
      }
    }
    outbox.clear()
  }

  @usableFromInline func slowed(_ delay: Delay, of node: NodeID) -> Delay {
    clocks[node.index].trueDelay(delay)
  }

  @inlinable mutating func send(_ message: N.Message, from sender: NodeID, to receiver: NodeID) {
    let link = sender.index * network.count + receiver.index
    var delay = network.jitter.draw(around: network.delays[link], with: &dice)
    if slowness[link] != 1 { delay = Int64(Double(delay) * slowness[link]) }
    var arrival = world.time + Delay(nanoseconds: delay)
    let isDropped =
      world.cuts[link] || (network.lossThreshold > 0 && dice.next() < network.lossThreshold)
    if network.keepsOrder, !isDropped {
      arrival = max(arrival, lastArrivals[link])
      lastArrivals[link] = arrival
    }
    let envelope = Envelope(
      number: sentCount, sender: sender, receiver: receiver, message: message, sent: world.time,
      arrival: arrival)
    sentCount += 1
    schedule(isDropped ? .lose(envelope) : .deliver(envelope), at: arrival)
  }
}
