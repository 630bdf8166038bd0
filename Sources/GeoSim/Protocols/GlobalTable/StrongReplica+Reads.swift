import GeoModel

/// Reads of the latest version, wherever it was written.
extension StrongReplica {
  private static let againAfter = Delay(.milliseconds(100))
  private static let mostRounds = 100

  /// Asks everybody what they know.
  mutating func collect(
    _ key: String, for request: TableRequest, into outbox: inout Outbox<TableMessage>
  ) {
    let own = states[key, default: TableSlotState()]
    readings.append(Reading(request: request, key: key, states: SortedMap([(id, own)])))
    ask(for: request.id, key, into: &outbox)
  }

  private func ask(
    for id: TableRequest.ID, _ key: String, into outbox: inout Outbox<TableMessage>
  ) {
    for peer in peers { outbox.send(.collect(id, key), to: peer) }
    outbox.remind(of: .collectAgain(id), after: Self.againAfter)
  }

  mutating func collectAgain(
    _ request: TableRequest.ID, into outbox: inout Outbox<TableMessage>
  ) {
    guard let place = readings.firstIndex(where: { $0.request.id == request }) else { return }
    let key = readings[place].key
    readings[place].rounds += 1
    guard readings[place].rounds < Self.mostRounds else {
      readings.remove(at: place)
      return
    }
    readings[place].states[id] = states[key, default: TableSlotState()]
    ask(for: request, key, into: &outbox)
  }

  mutating func add(
    _ state: TableSlotState, of replica: NodeID, to request: TableRequest.ID,
    into outbox: inout Outbox<TableMessage>
  ) {
    guard let place = readings.firstIndex(where: { $0.request.id == request }) else { return }
    readings[place].states[replica] = state
    guard let (slot, item) = readings[place].latest else { return }
    let reading = readings.remove(at: place)
    learn(slot, item, into: &outbox)
    finish(reading, with: item, into: &outbox)
  }

  private mutating func finish(
    _ reading: Reading, with item: TableItem, into outbox: inout Outbox<TableMessage>
  ) {
    guard case .write(let write) = reading.request.task else {
      return reply(.value(item.value), to: reading.request, into: &outbox)
    }
    if item.applying(write, of: reading.request.id) == nil,
      !item.includes(reading.request.id)
    {
      return reply(.conditionFailed, to: reading.request, into: &outbox)
    }
    begin(write, of: reading.request, into: &outbox)
  }
}

extension StrongReplica.Reading {
  /// The latest version, once two replicas make it certain.
  ///
  /// A write that was answered before the read began is at one of any two replicas, decided or
  /// accepted. So if two know of no proposal for the next slot, none was answered; if two have
  /// accepted the same one, it is decided; else more must be heard.
  fileprivate var latest: (slot: TableSlot, item: TableItem)? {
    guard let best = states.values.max(by: { $0.version < $1.version }) else { return nil }
    let next = states.values.compactMap(\.accepted).filter { $0.slot.number > best.version }
    if states.count - next.count >= 2 {
      return (TableSlot(key: key, number: best.version), best.item)
    }
    for proposal in next where next.count(where: { $0 == proposal }) >= 2 {
      return (proposal.slot, proposal.item)
    }
    return nil
  }
}
