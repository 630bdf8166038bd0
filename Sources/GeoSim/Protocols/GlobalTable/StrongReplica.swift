import GeoModel

/// A replica that agrees with two others before it answers (MRSC).
///
/// Every write of an item has a slot, numbered from 1. A replica proposes the next version to all
/// three; each accepts the first proposal for a slot and refuses others; a version that two have
/// accepted is decided. So a write takes one round trip to the nearer of the other regions, and of
/// two that meet at most one is decided. A stalemate, or a proposal whose author is gone, is settled
/// by a round of [Paxos](https://lamport.azurewebsites.net/pubs/paxos-simple.pdf) with a higher
/// ballot.
///
/// Two of three would be too few for such fast rounds ([Lamport 2006]), since a third party cannot
/// see which of two proposals got the second vote. It can here, because a replica votes for its own
/// proposal and counts its votes itself: asked by another for a promise, it either has decided
/// already, or never will.
///
/// What AWS does inside is not published. Its developer guide says what comes out: a write is in two
/// regions before it is answered, reads and conditions see the latest version, and a write to an
/// item that is being modified elsewhere fails with ReplicatedWriteConflictException.
///
/// [Lamport 2006]: https://doi.org/10.1007/s00446-006-0005-x
public struct StrongReplica: Sendable {
  /// A write of a client, under way.
  struct Attempt: Sendable {
    var request: TableRequest
    var write: TableWrite
    var slot: TableSlot
    var accepted: [NodeID]
    var refused: [NodeID] = []
  }

  /// A round that settles a slot.
  struct Settlement: Sendable {
    var ballot: Int
    var promises: [(replica: NodeID, accepted: TableProposal?)]
    /// Once enough have promised: what is proposed, and who accepts it.
    var proposal: TableProposal?
    var accepted: [NodeID] = []
  }

  /// A read of the latest version, under way.
  struct Reading: Sendable {
    var request: TableRequest
    var key: String
    /// What each replica knew at some moment since the read began.
    var states: SortedMap<NodeID, TableSlotState>
    var rounds = 0
  }

  public let id: NodeID
  let peers: [NodeID]
  let rules: TableRules

  // On disk.
  public internal(set) var states: SortedMap<String, TableSlotState> = [:]
  // In memory.
  var attempts: SortedMap<String, Attempt> = [:]
  var settlements: SortedMap<String, Settlement> = [:]
  var readings: [Reading] = []
  /// Who has yet to hear what this replica has decided last.
  var unaware: SortedMap<String, [NodeID]> = [:]

  init(id: NodeID, peers: [NodeID], rules: TableRules) {
    self.id = id
    self.peers = peers
    self.rules = rules
  }

  /// The value of an item as far as this replica has heard.
  public func value(of key: String) -> Int? { states[key]?.item.value }

  /// Two that wait for each other must not wake together.
  var patience: Delay { Delay(.milliseconds(300 + 100 * id.index)) }

  mutating func receive(
    _ message: TableMessage, from sender: NodeID, at now: Instant,
    into outbox: inout Outbox<TableMessage>
  ) {
    switch message {
    case .request(let request): answer(request, into: &outbox)
    case .propose(let proposal): consider(proposal, from: sender, into: &outbox)
    case .accepted(let slot, let ballot):
      count(slot, ballot: ballot, from: sender, into: &outbox)
    case .busy(let slot): countRefusal(slot, from: sender, into: &outbox)
    case .behind(let slot, let item): catchUp(slot, item, into: &outbox)
    case .decided(let slot, let item):
      learn(slot, item, into: &outbox)
      outbox.send(.heard(slot), to: sender)
    case .heard(let slot):
      if states[slot.key]?.version == slot.number {
        unaware[slot.key]?.removeAll { $0 == sender }
      }
    case .tell(let key): tell(key, into: &outbox)
    case .settle(let slot): settle(slot, into: &outbox)
    case .prepare(let slot, let ballot, let base):
      promise(slot, ballot: ballot, base: base, to: sender, into: &outbox)
    case .promise(let slot, let ballot, let accepted):
      countPromise(slot, ballot: ballot, accepted, from: sender, into: &outbox)
    case .collect(let id, let key):
      outbox.send(.state(id, states[key, default: TableSlotState()]), to: sender)
    case .state(let id, let state): add(state, of: sender, to: id, into: &outbox)
    case .collectAgain(let id): collectAgain(id, into: &outbox)
    default: break
    }
  }

  /// What clients wanted is forgotten; what is open is settled, what is decided told once more.
  mutating func restart(into outbox: inout Outbox<TableMessage>) {
    attempts = [:]
    settlements = [:]
    readings = []
    for proposal in states.values.compactMap(\.accepted) {
      outbox.remind(of: .settle(proposal.slot), after: patience)
    }
    for key in states.keys {
      unaware[key] = peers
      tell(key, into: &outbox)
    }
  }

  // MARK: - Writes

  private mutating func answer(
    _ request: TableRequest, into outbox: inout Outbox<TableMessage>
  ) {
    switch request.task {
    case .read(let key, strong: false):
      reply(.value(value(of: key)), to: request, into: &outbox)
    case .read(let key, strong: true): collect(key, for: request, into: &outbox)
    case .write(let write): begin(write, of: request, into: &outbox)
    case .transact: reply(.unsupported, to: request, into: &outbox)
    }
  }

  func reply(
    _ answer: TableAnswer, to request: TableRequest, into outbox: inout Outbox<TableMessage>
  ) {
    outbox.send(.answer(request.id, answer), to: request.id.client)
  }

  /// Proposes what a write makes of the version at hand; one that is out of date is refused.
  mutating func begin(
    _ write: TableWrite, of request: TableRequest, into outbox: inout Outbox<TableMessage>
  ) {
    let state = states[write.key, default: TableSlotState()]
    if state.item.includes(request.id) {
      return reply(state.item.answer(to: request.id), to: request, into: &outbox)
    }
    guard state.accepted == nil, attempts[write.key] == nil else {
      return reply(.conflict, to: request, into: &outbox)
    }
    guard let item = state.item.applying(write, of: request.id) else {
      // The condition does not hold here; whether it holds, only the latest version can say.
      return collect(write.key, for: request, into: &outbox)
    }
    let slot = TableSlot(key: write.key, number: state.version + 1)
    let proposal = TableProposal(
      slot: slot, ballot: 0, proposer: id, item: item, base: state.item)
    attempts[write.key] = Attempt(request: request, write: write, slot: slot, accepted: [id])
    accept(proposal, into: &outbox)
    for peer in peers { outbox.send(.propose(proposal), to: peer) }
    decideIfPossible(slot, into: &outbox)
  }

  private mutating func accept(
    _ proposal: TableProposal, into outbox: inout Outbox<TableMessage>
  ) {
    var state = states[proposal.slot.key, default: TableSlotState()]
    state.accepted = proposal
    state.promised = proposal.ballot
    states[proposal.slot.key] = state
    outbox.remind(of: .settle(proposal.slot), after: patience)
  }

  private mutating func consider(
    _ proposal: TableProposal, from sender: NodeID, into outbox: inout Outbox<TableMessage>
  ) {
    let slot = proposal.slot
    guard isOpen(slot, after: proposal.base, to: sender, into: &outbox) else { return }
    let state = states[slot.key, default: TableSlotState()]
    let isFree = proposal.ballot > 0 || state.accepted == nil || !rules.guardsSlots
    guard isFree, proposal.ballot >= state.promised else {
      return outbox.send(.busy(slot), to: sender)
    }
    accept(proposal, into: &outbox)
    outbox.send(.accepted(slot, ballot: proposal.ballot), to: sender)
  }

  /// Whether a slot is the next one here; a sender that is behind is told so.
  ///
  /// - Parameter base: the decided version before the slot, which may be news.
  mutating func isOpen(
    _ slot: TableSlot, after base: TableItem, to sender: NodeID,
    into outbox: inout Outbox<TableMessage>
  ) -> Bool {
    learn(TableSlot(key: slot.key, number: slot.number - 1), base, into: &outbox)
    let state = states[slot.key, default: TableSlotState()]
    guard state.version < slot.number else {
      let last = TableSlot(key: slot.key, number: state.version)
      outbox.send(.behind(last, state.item), to: sender)
      return false
    }
    return true
  }

  private mutating func count(
    _ slot: TableSlot, ballot: Int, from sender: NodeID, into outbox: inout Outbox<TableMessage>
  ) {
    // Who has promised something else since then counts no more votes.
    guard states[slot.key]?.promised == ballot, states[slot.key]?.accepted?.slot == slot else {
      return
    }
    if ballot == 0, attempts[slot.key]?.slot == slot {
      attempts[slot.key]?.accepted.append(sender)
    } else if ballot > 0, settlements[slot.key]?.ballot == ballot {
      settlements[slot.key]?.accepted.append(sender)
    }
    decideIfPossible(slot, into: &outbox)
  }

  /// Decides when enough have accepted what this replica proposed.
  private mutating func decideIfPossible(
    _ slot: TableSlot, into outbox: inout Outbox<TableMessage>
  ) {
    let voters = settlements[slot.key]?.accepted ?? attempts[slot.key]?.accepted ?? []
    guard voters.count >= rules.copiesNeeded, let proposal = states[slot.key]?.accepted else {
      return
    }
    learn(slot, proposal.item, into: &outbox)
    unaware[slot.key] = peers
    tell(slot.key, into: &outbox)
  }

  private mutating func countRefusal(
    _ slot: TableSlot, from sender: NodeID, into outbox: inout Outbox<TableMessage>
  ) {
    guard var attempt = attempts[slot.key], attempt.slot == slot,
      !attempt.refused.contains(sender)
    else { return }
    attempt.refused.append(sender)
    attempts[slot.key] = attempt.refused.count < peers.count ? attempt : nil
    guard attempts[slot.key] == nil else { return }
    reply(.conflict, to: attempt.request, into: &outbox)
  }

  // MARK: - Learning

  /// Says what was decided last, again and again until everybody has heard it.
  private mutating func tell(_ key: String, into outbox: inout Outbox<TableMessage>) {
    guard let state = states[key], let peers = unaware[key], !peers.isEmpty else { return }
    let slot = TableSlot(key: key, number: state.version)
    for peer in peers { outbox.send(.decided(slot, state.item), to: peer) }
    outbox.remind(of: .tell(key), after: patience)
  }

  /// A version is decided; a write of this replica that wanted its slot has an answer.
  mutating func learn(
    _ slot: TableSlot, _ item: TableItem, into outbox: inout Outbox<TableMessage>
  ) {
    guard let attempt = advance(to: slot, item) else { return }
    let isDone = item.includes(attempt.request.id)
    reply(
      isDone ? item.answer(to: attempt.request.id) : .conflict, to: attempt.request, into: &outbox)
  }

  /// What this replica had not heard of was decided before its write: the write begins again.
  private mutating func catchUp(
    _ slot: TableSlot, _ item: TableItem, into outbox: inout Outbox<TableMessage>
  ) {
    guard let attempt = advance(to: slot, item) else { return }
    begin(attempt.write, of: attempt.request, into: &outbox)
  }

  /// - Returns: the write of this replica that wanted a slot decided by now.
  private mutating func advance(to slot: TableSlot, _ item: TableItem) -> Attempt? {
    let version = states[slot.key]?.version ?? 0
    guard slot.number > version else { return nil }
    var state = TableSlotState()
    state.version = slot.number
    state.item = item
    states[slot.key] = state
    settlements[slot.key] = nil
    unaware[slot.key] = nil
    defer { attempts[slot.key] = nil }
    return attempts[slot.key]
  }
}
