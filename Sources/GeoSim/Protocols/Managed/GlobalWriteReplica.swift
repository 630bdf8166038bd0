import GeoModel

extension GlobalWrite {
  /// A replica, and the gateway of the clients beside it.
  public struct Replica: Node, Sendable {
    let id: NodeID
    let peers: [NodeID]
    let setting: Setting
    /// At the leaseholder: the time of the write, from its proposal on.
    var proposed: Instant?
    var acknowledgements = 0
    /// At the leaseholder: reads that wait for the outcome of the write.
    var asked: [(reader: NodeID, sent: Instant)] = []
    /// The time of the write, once it is committed here.
    var value: Instant?
    /// Nothing will be written at or before this time that is not here already.
    var closed = Instant.start
    /// At the writer: when the write was sent and answered, by its own clock.
    public internal(set) var sent: Instant?
    public internal(set) var answered: Instant?
    /// In the order of their answers.
    public internal(set) var reads: [Read] = []

    init(id: NodeID, count: Int, setting: Setting) {
      self.id = id
      self.setting = setting
      peers = (0..<count).map(NodeID.init).filter { $0 != id }
    }

    var isLeaseholder: Bool { id == GlobalWrite.leader }

    public mutating func start(at now: Instant, into outbox: inout Outbox<Message>) {
      if isLeaseholder { outbox.remind(of: .closeNow, after: setting.closeInterval) }
      if id == setting.writer { outbox.remind(of: .writeNow, after: setting.writeDelay) }
      outbox.remind(of: .readNow, after: setting.readInterval)
    }

    public mutating func receive(
      _ message: Message, from sender: NodeID, at now: Instant, into outbox: inout Outbox<Message>
    ) {
      switch message {
      case .writeNow:
        sent = now
        outbox.send(.request, to: GlobalWrite.leader)
      case .request: propose(at: now, into: &outbox)
      case .append: if id.index < setting.voterCount { outbox.send(.acknowledge, to: sender) }
      case .acknowledge:
        acknowledgements += 1
        commitIfPossible(into: &outbox)
      case .commit(let time): apply(time)
      case .reply(let time): outbox.remind(of: .waitedOut, after: max(.zero, time - now))
      case .waitedOut: answered = now
      case .closeNow: close(at: now, into: &outbox)
      case .closed(let time): closed = max(closed, time)
      case .readNow: read(at: now, into: &outbox)
      case .ask(let sent): answer(sender, sent: sent, into: &outbox)
      case .answer(let sent, let value):
        finish(sent, value, isLocal: isLeaseholder, at: now, into: &outbox)
      case .finish(var read):
        read.done = now
        reads.append(read)
      }
    }
  }
}

/// Writing: at the leaseholder, and where its news arrive.
extension GlobalWrite.Replica {
  private mutating func propose(at now: Instant, into outbox: inout Outbox<GlobalWrite.Message>) {
    // What is closed is promised: the write comes after it.
    proposed = max(now + setting.lead, closed + Delay(nanoseconds: 1))
    for peer in peers { outbox.send(.append, to: peer) }
    commitIfPossible(into: &outbox)
  }

  private mutating func commitIfPossible(into outbox: inout Outbox<GlobalWrite.Message>) {
    guard let proposed, value == nil, acknowledgements >= setting.answersNeeded else { return }
    apply(proposed)
    for peer in peers { outbox.send(.commit(at: proposed), to: peer) }
    outbox.send(.reply(at: proposed), to: setting.writer)
    for read in asked {
      outbox.send(.answer(sent: read.sent, value: proposed), to: read.reader)
    }
    asked = []
  }

  private mutating func apply(_ time: Instant) {
    value = time
    closed = max(closed, time)
  }

  /// The side transport, silent while a write is on its way: what it closes would hide that one.
  private mutating func close(at now: Instant, into outbox: inout Outbox<GlobalWrite.Message>) {
    outbox.remind(of: .closeNow, after: setting.closeInterval)
    guard proposed == nil || value != nil else { return }
    closed = max(closed, now + setting.lead)
    for peer in peers { outbox.send(.closed(closed), to: peer) }
  }
}

/// Reading.
extension GlobalWrite.Replica {
  private mutating func read(at now: Instant, into outbox: inout Outbox<GlobalWrite.Message>) {
    outbox.remind(of: .readNow, after: setting.readInterval)
    if !isLeaseholder, closed >= now + setting.maxOffset {
      finish(now, value, isLocal: true, at: now, into: &outbox)
    } else {
      outbox.send(.ask(sent: now), to: GlobalWrite.leader)
    }
  }

  /// At the leaseholder: a write that may lie in the reader's past must be decided first.
  private mutating func answer(
    _ reader: NodeID, sent: Instant, into outbox: inout Outbox<GlobalWrite.Message>
  ) {
    if value == nil, let proposed, proposed <= sent + setting.maxOffset {
      asked.append((reader: reader, sent: sent))
    } else {
      outbox.send(.answer(sent: sent, value: value), to: reader)
    }
  }

  /// Returns what a read found, when its time has come on the reader's clock.
  private func finish(
    _ sent: Instant, _ value: Instant?, isLocal: Bool, at now: Instant,
    into outbox: inout Outbox<GlobalWrite.Message>
  ) {
    let seen = value.flatMap { $0 <= sent + setting.maxOffset ? $0 : nil }
    let read = GlobalWrite.Read(sent: sent, done: now, sawWrite: seen != nil, isLocal: isLocal)
    outbox.remind(of: .finish(read), after: max(.zero, (seen ?? now) - now))
  }
}
