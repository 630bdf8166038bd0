extension Failover.Database {
  typealias Outbox = Failover.Outbox

  /// What the process looks at before it begins.
  func mayWrite(at now: Instant) -> Bool {
    role == .primary && (rules.lease == nil || now < leaseEnd)
  }

  /// What is looked at when the write reaches the disk.
  private func isAdmitted(begun: Int, at now: Instant) -> Bool {
    guard begun == epoch else { return false }
    return rules.isFencing ? mayWrite(at: now) : role == .primary || role == .lapsed
  }

  mutating func write(
    from client: NodeID, sent: Instant, at now: Instant, into outbox: inout Outbox
  ) {
    lapseIfOver(at: now)
    guard mayWrite(at: now) else {
      outbox.send(.client(.refused(sent: sent)), to: client)
      return
    }
    let flushed = Failover.DatabaseMessage.flushed(client: client, sent: sent, epoch: epoch)
    outbox.remind(of: .database(flushed), after: rules.flush)
  }

  mutating func flushed(
    client: NodeID, sent: Instant, begun: Int, at now: Instant, into outbox: inout Outbox
  ) {
    guard isAdmitted(begun: begun, at: now) else {
      rejectedWrites += 1
      outbox.send(.client(.refused(sent: sent)), to: client)
      return
    }
    let position = log.length
    log.extend(through: position + 1, of: epoch)
    ship(into: &outbox)
    let waiter = Waiter(client: client, sent: sent, position: position)
    guard isWaiting else { return accept(waiter, into: &outbox) }
    waiters.append(waiter)
    if let patience = rules.patience {
      outbox.remind(of: .database(.waitedEnough(position: position)), after: patience)
    }
  }

  private mutating func accept(_ waiter: Waiter, into outbox: inout Outbox) {
    acceptedWrites += 1
    acceptedPosition = waiter.position
    let accepted = Failover.ClientMessage.accepted(
      epoch: epoch, position: waiter.position, sent: waiter.sent)
    outbox.send(.client(accepted), to: waiter.client)
  }

  // MARK: - Waiting for standbys

  /// After a failover, and after a fall-back, a write waits for nobody.
  private var isWaiting: Bool { epoch == 1 && catchUpLength == nil && rules.waiting != .any(0) }

  private func isStored(_ position: Int) -> Bool {
    switch rules.waiting {
    case .named(let standby):
      others.firstIndex(of: standby).map { stored[$0] > position } ?? false
    case .any(let needed): stored.count { $0 > position } >= needed
    }
  }

  mutating func stored(
    _ length: Int, of sent: Int, by standby: NodeID, at now: Instant, into outbox: inout Outbox
  ) {
    guard sent == epoch, let index = others.firstIndex(of: standby) else { return }
    stored[index] = max(stored[index], length)
    if let needed = catchUpLength, length >= needed { catchUpLength = nil }
    while firstWaiter < waiters.count, isStored(waiters[firstWaiter].position) {
      settle(waiters[firstWaiter], at: now, into: &outbox)
      firstWaiter += 1
    }
    forgetSettled()
  }

  /// The standbys have the write; whether it is accepted is decided now.
  private mutating func settle(_ waiter: Waiter, at now: Instant, into outbox: inout Outbox) {
    if isAdmitted(begun: epoch, at: now) {
      accept(waiter, into: &outbox)
    } else {
      rejectedWrites += 1
      outbox.send(.client(.refused(sent: waiter.sent)), to: waiter.client)
    }
  }

  private mutating func forgetSettled() {
    guard firstWaiter == waiters.count else { return }
    waiters.removeAll(keepingCapacity: true)
    firstWaiter = 0
  }

  mutating func waitedEnough(_ position: Int, at now: Instant, into outbox: inout Outbox) {
    guard firstWaiter < waiters.count, waiters[firstWaiter].position <= position else { return }
    catchUpLength = log.length
    while firstWaiter < waiters.count {
      settle(waiters[firstWaiter], at: now, into: &outbox)
      firstWaiter += 1
    }
    forgetSettled()
  }

  /// Those who wait hear that they waited in vain: the write may be in the log all the same.
  mutating func refuseWaiters(into outbox: inout Outbox) {
    for waiter in waiters[firstWaiter...] {
      outbox.send(.client(.refused(sent: waiter.sent)), to: waiter.client)
    }
    waiters.removeAll(keepingCapacity: true)
    firstWaiter = 0
  }
}
