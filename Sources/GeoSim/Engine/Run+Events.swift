import GeoModel

extension Run {
  /// Plans what will happen to a message.
  @inlinable mutating func schedule(
    _ kind: Ticket.Kind, _ envelope: Envelope<N.Message>, at time: Instant
  ) {
    let place: Int
    if let reused = free.popLast() {
      place = reused
      envelopes[reused] = envelope
    } else {
      place = envelopes.count
      precondition(place < Ticket.placeLimit, "too many events lie ahead")
      envelopes.append(envelope)
    }
    addTicket(kind, place: place, at: time)
  }

  @inlinable mutating func addTicket(_ kind: Ticket.Kind, place: Int, at time: Instant) {
    queue.insert(Ticket(time: time, number: ticketCount, kind: kind, place: place))
    ticketCount += 1
  }

  /// Lets happen what a ticket stands for.
  ///
  /// - Returns: what became of it; `nil` when the node is paused and will see it later.
  @inlinable mutating func happen(_ ticket: Ticket) -> Ticket.Kind? {
    switch ticket.kind {
    case .deliver: return deliver(ticket.place)
    case .remind: return receive(ticket.place, as: .remind)
    case .lose: free.append(ticket.place)
    case .start: start(NodeID(ticket.place))
    case .fault: apply(faults[ticket.place].fault)
    }
    return ticket.kind
  }

  @inlinable mutating func start(_ node: NodeID) {
    world.nodes[node.index].start(at: reading(of: node), into: &outbox)
    carryOut(of: node)
  }

  @inlinable mutating func deliver(_ place: Int) -> Ticket.Kind? {
    let (sender, receiver) = (envelopes[place].sender, envelopes[place].receiver)
    if world.isCut(from: sender, to: receiver) || world.conditions[receiver.index] == .down {
      free.append(place)
      return .lose
    }
    return receive(place, as: .deliver)
  }

  /// The node is not down, since its reminders die with it.
  @inlinable mutating func receive(_ place: Int, as kind: Ticket.Kind) -> Ticket.Kind? {
    let node = envelopes[place].receiver
    // Free only when the node has planned what follows: the caller still wants to read the place.
    defer { free.append(place) }
    if world.conditions[node.index] == .paused {
      waiting[node.index].append(Waiting(kind: kind, envelope: envelopes[place]))
      return nil
    }
    world.nodes[node.index].receive(
      envelopes[place].message, from: envelopes[place].sender, at: reading(of: node), into: &outbox)
    carryOut(of: node)
    return kind
  }

  @inlinable func reading(of node: NodeID) -> Instant {
    hasTrueClocks ? world.time : clocks[node.index].reading(at: world.time)
  }

  /// Does what a node has put into the outbox.
  @inlinable mutating func carryOut(of node: NodeID) {
    guard !outbox.storage.isEmpty else { return }
    for index in outbox.storage.indices {
      switch outbox.storage[index] {
      case .send(let message, let receiver): send(message, from: node, to: receiver)
      case .remind(let message, let delay): remind(node, of: message, after: delay)
      }
    }
    outbox.clear()
  }

  @inlinable mutating func remind(_ node: NodeID, of message: N.Message, after delay: Delay) {
    let time = world.time + (hasTrueClocks ? delay : clocks[node.index].trueDelay(delay))
    let envelope = Envelope(
      number: 0, sender: node, receiver: node, message: message, sent: world.time, arrival: time)
    schedule(.remind, envelope, at: time)
  }

  @inlinable mutating func send(_ message: N.Message, from sender: NodeID, to receiver: NodeID) {
    let link = sender.index * network.count + receiver.index
    let delay = network.jitter.draw(around: links[link].delay, with: &dice)
    var arrival = world.time + Delay(nanoseconds: delay)
    let isDropped =
      world.cuts[link] || (network.lossThreshold > 0 && dice.next() < network.lossThreshold)
    if network.keepsOrder, !isDropped {
      arrival = max(arrival, links[link].lastArrival)
      links[link].lastArrival = arrival
    }
    let envelope = Envelope(
      number: sentCount, sender: sender, receiver: receiver, message: message, sent: world.time,
      arrival: arrival)
    sentCount += 1
    schedule(isDropped ? .lose : .deliver, envelope, at: arrival)
  }
}
