extension Failover.Database {
  mutating func tick(at now: Instant, into outbox: inout Outbox) {
    outbox.remind(of: .database(.tick), after: rules.tick)
    switch role {
    case .primary, .lapsed:
      remindOthers(into: &outbox)
      if rules.lease != nil { askForLease(at: now, into: &outbox) }
    case .asking: askForLease(at: now, into: &outbox)
    case .promoting:
      if rules.lease != nil { askForLease(at: now, into: &outbox) }
    case .standby, .fenced: break
    }
  }

  private func askForLease(at now: Instant, into outbox: inout Outbox) {
    outbox.send(.coordinator(.renew(epoch: epoch, asked: now)), to: coordinator)
  }

  /// The lease counts from the moment of asking, which is before anybody granted it.
  mutating func granted(
    of sent: Int, asked: Instant, at now: Instant, into outbox: inout Outbox
  ) {
    guard sent == epoch else { return }
    if let lease = rules.lease {
      leaseEnd = max(leaseEnd, asked + lease)
      guard now < leaseEnd else { return }
      outbox.remind(of: .database(.leaseEnds), after: leaseEnd - now)
    }
    switch role {
    case .lapsed, .asking: role = .primary
    case .primary, .promoting, .fenced, .standby: break
    }
  }

  mutating func lapseIfOver(at now: Instant) {
    if rules.lease != nil, role == .primary, now >= leaseEnd { role = .lapsed }
  }

  // MARK: - A new epoch

  mutating func fence(_ new: Int, into outbox: inout Outbox) {
    guard new >= epoch, new > epoch || role == .fenced || role == .standby else { return }
    if new > epoch {
      epoch = new
      source = nil
      if role != .standby { stepDown(into: &outbox) }
    }
    let fenced = Failover.CoordinatorMessage.fenced(
      epoch: epoch, of: log.epoch, length: log.length)
    outbox.send(.coordinator(fenced), to: coordinator)
  }

  mutating func stepDown(into outbox: inout Outbox) {
    role = .fenced
    source = nil
    isWarming = false
    refuseWaiters(into: &outbox)
  }

  mutating func promote(_ new: Int, at now: Instant, into outbox: inout Outbox) {
    guard new >= epoch else { return }
    switch role {
    case .primary, .lapsed:
      if new == epoch, !isWarming { tellOpen(into: &outbox) }
    case .promoting where new == epoch: break
    case .promoting, .asking, .fenced, .standby:
      epoch = new
      role = .promoting
      if rules.lease != nil { askForLease(at: now, into: &outbox) }
      let backlog = max(replayedAt, now) - now
      let work = Delay(nanoseconds: backlog.nanoseconds + rules.roleChange.nanoseconds)
      outbox.remind(of: .database(.replayed(epoch: new)), after: work)
    }
  }

  mutating func replayed(of begun: Int, at now: Instant, into outbox: inout Outbox) {
    guard role == .promoting, begun == epoch else { return }
    role = .primary
    source = nil
    for index in stored.indices { stored[index] = 0 }
    shipped = log.length
    catchUpLength = nil
    isWarming = true
    lapseIfOver(at: now)
    remindOthers(into: &outbox)
    outbox.remind(of: .database(.warm(epoch: epoch)), after: rules.warmUp)
  }

  mutating func warm(of begun: Int, into outbox: inout Outbox) {
    guard begun == epoch, isWarming else { return }
    isWarming = false
    tellOpen(into: &outbox)
  }

  private func tellOpen(into outbox: inout Outbox) {
    outbox.send(.coordinator(.opened(epoch: epoch)), to: coordinator)
  }

  /// The log is on the disk; what only the process knew is gone.
  mutating func restart(at now: Instant, into outbox: inout Outbox) {
    waiters.removeAll(keepingCapacity: true)
    firstWaiter = 0
    isShipping = false
    isWarming = false
    outbox.remind(of: .database(.tick), after: rules.tick)
    switch role {
    case .primary, .lapsed, .asking:
      // Without epochs and leases nothing tells it that it is not the primary any more.
      guard rules.isFencing || rules.lease != nil else { return }
      role = .asking
      askForLease(at: now, into: &outbox)
    case .promoting: role = .fenced
    case .fenced, .standby: break
    }
  }
}
