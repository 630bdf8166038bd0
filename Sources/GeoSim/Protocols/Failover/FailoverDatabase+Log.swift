extension Failover.Database {
  // MARK: - The primary sends its log

  mutating func ship(into outbox: inout Outbox) {
    guard let pause = rules.shipping else {
      sendToOthers(from: shipped, through: log.length, into: &outbox)
      shipped = log.length
      return
    }
    guard !isShipping else { return }
    isShipping = true
    outbox.remind(of: .database(.ship), after: pause)
  }

  mutating func shipNext(into outbox: inout Outbox) {
    isShipping = false
    guard role == .primary || role == .lapsed, shipped < log.length else { return }
    sendToOthers(from: shipped, through: shipped + 1, into: &outbox)
    shipped += 1
    if shipped < log.length { ship(into: &outbox) }
  }

  private func sendToOthers(from: Int, through: Int, into outbox: inout Outbox) {
    let append = Failover.DatabaseMessage.append(
      epoch: epoch, of: epoch, from: from, through: through)
    for other in others { outbox.send(.database(append), to: other) }
  }

  /// An append of nothing, by which standbys see what they have not received.
  func remindOthers(into outbox: inout Outbox) {
    sendToOthers(from: shipped, through: shipped, into: &outbox)
  }

  func resend(from start: Int, epoch wanted: Int, to standby: NodeID, into outbox: inout Outbox) {
    guard wanted == epoch, role == .primary || role == .lapsed else { return }
    var from = start
    while from < shipped, let stretch = log.stretch(at: from) {
      let end = min(stretch.end, shipped)
      let append = Failover.DatabaseMessage.append(
        epoch: epoch, of: stretch.epoch, from: from, through: end)
      outbox.send(.database(append), to: standby)
      from = end
    }
  }

  /// Tells a database how much of its log is the beginning of this one's.
  func join(
    _ wanted: Int, of last: Int, length: Int, from standby: NodeID, into outbox: inout Outbox
  ) {
    guard wanted == epoch, role == .primary || role == .lapsed else { return }
    let common = log.end(of: last).map { min($0, length) }
    let follow = Failover.DatabaseMessage.follow(epoch: epoch, of: last, length: common)
    outbox.send(.database(follow), to: standby)
  }

  // MARK: - A standby receives it

  mutating func append(
    epoch sent: Int, of: Int, from: Int, through: Int, source sender: NodeID, at now: Instant,
    into outbox: inout Outbox
  ) {
    guard sent >= epoch, heeds(sent, into: &outbox) else { return }
    guard sent == epoch, source == sender else {
      return askToJoin(sent, sender, into: &outbox)
    }
    guard from <= log.length else {
      outbox.send(.database(.missing(epoch: epoch, from: log.length)), to: sender)
      return
    }
    if through > log.length { receive(through, of: of, at: now) }
    if rules.waiting != .any(0), epoch == 1 {
      outbox.send(.database(.stored(epoch: epoch, length: log.length)), to: sender)
    }
  }

  private mutating func receive(_ through: Int, of: Int, at now: Instant) {
    let count = Int64(through - log.length)
    log.extend(through: through, of: of)
    let work = Delay(nanoseconds: rules.replay.nanoseconds * count)
    replayedAt = max(replayedAt, now) + work
  }

  /// Whether a word of a primary counts. One that takes itself for the primary listens only where
  /// there are epochs or leases to tell who is right.
  private mutating func heeds(_ sent: Int, into outbox: inout Outbox) -> Bool {
    switch role {
    case .standby, .fenced: return true
    case .primary, .lapsed, .asking, .promoting:
      guard sent > epoch, rules.isFencing || rules.lease != nil else { return false }
      stepDown(into: &outbox)
      return true
    }
  }

  private func askToJoin(_ wanted: Int, _ primary: NodeID, into outbox: inout Outbox) {
    let join = Failover.DatabaseMessage.join(
      epoch: wanted, of: log.epoch, length: log.length)
    outbox.send(.database(join), to: primary)
  }

  /// Gives up what the primary's log does not have, and follows it.
  mutating func follow(
    _ new: Int, of last: Int, length: Int?, source sender: NodeID, into outbox: inout Outbox
  ) {
    guard new >= epoch, role == .standby || role == .fenced, log.epoch == last,
      source != sender || new > epoch
    else { return }
    let before = log.length
    guard let length else {
      log.cutLastEpoch()
      discardedWrites += before - log.length
      return askToJoin(new, sender, into: &outbox)
    }
    log.cut(to: length)
    discardedWrites += before - log.length
    epoch = new
    role = .standby
    source = sender
    outbox.send(.database(.missing(epoch: epoch, from: log.length)), to: sender)
  }
}
