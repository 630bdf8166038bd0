import GeoModel

/// A slot for which proposals wait that nobody decides.
extension StrongReplica {
  /// Begins a round with a ballot above all that this replica has promised, unless all is decided.
  mutating func settle(_ slot: TableSlot, into outbox: inout Outbox<TableMessage>) {
    guard var state = states[slot.key], state.accepted?.slot == slot else { return }
    let members = peers.count + 1
    let ballot = (state.promised / members + 1) * members + id.index
    state.promised = ballot
    states[slot.key] = state
    settlements[slot.key] = Settlement(ballot: ballot, promises: [(id, state.accepted)])
    for peer in peers {
      outbox.send(.prepare(slot, ballot: ballot, base: state.item), to: peer)
    }
    outbox.remind(of: .settle(slot), after: patience)
  }

  mutating func promise(
    _ slot: TableSlot, ballot: Int, base: TableItem, to sender: NodeID,
    into outbox: inout Outbox<TableMessage>
  ) {
    guard isOpen(slot, after: base, to: sender, into: &outbox) else { return }
    var state = states[slot.key, default: TableSlotState()]
    guard ballot > state.promised else { return outbox.send(.busy(slot), to: sender) }
    state.promised = ballot
    states[slot.key] = state
    settlements[slot.key] = nil
    outbox.send(.promise(slot, ballot: ballot, state.accepted), to: sender)
  }

  mutating func countPromise(
    _ slot: TableSlot, ballot: Int, _ accepted: TableProposal?, from sender: NodeID,
    into outbox: inout Outbox<TableMessage>
  ) {
    guard var round = settlements[slot.key], round.ballot == ballot, round.proposal == nil,
      states[slot.key]?.promised == ballot
    else { return }
    round.promises.append((sender, accepted))
    if var proposal = round.choice {
      proposal.ballot = ballot
      round.proposal = proposal
      round.accepted = [id]
      states[slot.key]?.accepted = proposal
      for peer in peers { outbox.send(.propose(proposal), to: peer) }
    }
    settlements[slot.key] = round
  }
}

extension StrongReplica.Settlement {
  /// The proposal that may have been decided, or else any.
  ///
  /// Of proposals in rounds the one with the highest ballot, as in Paxos. Of first proposals, that
  /// of the replica that has not promised: the others would have said that theirs was decided.
  fileprivate var choice: TableProposal? {
    let proposals = promises.compactMap(\.accepted)
    let latest = proposals.max { $0.ballot < $1.ballot }
    if let latest, latest.ballot > 0 { return latest }
    return proposals.first { proposal in
      !promises.contains { $0.replica == proposal.proposer }
    } ?? latest
  }
}
