import GeoModel

/// Committing: [Ongaro 2014] §5.3, §5.4.2.
extension RaftNode {
  /// Commits what is on the disks of a majority, if it is of this term.
  ///
  /// An entry of an earlier term is never committed by counting, only by one of this term behind
  /// it: figure 8 shows how it could be overwritten.
  mutating func commitWhatMajorityHas(
    at now: Instant, into outbox: inout Outbox<RaftMessage>
  ) {
    let voters = members.voters
    let matches = voters.map { $0 == id ? memory.durable : memory.followers[$0.index].match }
      .sorted(by: >)
    let agreed = matches[Quorum(voters: voters.count).majority - 1]
    guard agreed > memory.commit, log.term(at: agreed) == disk.term else { return }
    commit(upTo: agreed, into: &outbox)
    leaveIfRemoved(at: now, into: &outbox)
  }

  /// Applies entries that have become committed, and answers who asked for them.
  mutating func commit(upTo index: Int, into outbox: inout Outbox<RaftMessage>) {
    guard index > memory.commit else { return }
    memory.commit = index
    while memory.machine.applied < memory.commit {
      let entry = log[memory.machine.applied + 1]
      memory.machine.apply(entry.command)
      if memory.role == .leader, entry.term == disk.term { answer(entry, into: &outbox) }
    }
  }

  /// Entries of earlier terms are not answered: their clients ask again.
  private func answer(_ entry: RaftEntry, into outbox: inout Outbox<RaftMessage>) {
    switch entry.command {
    case .nothing: break
    case .write(let id), .members(_, by: let id): outbox.send(.answer(id, .done), to: id.client)
    }
  }

  /// A leader that is no longer a voter leads until that is committed ([thesis] §4.2.2), tells
  /// the others, and goes.
  private mutating func leaveIfRemoved(at now: Instant, into outbox: inout Outbox<RaftMessage>) {
    guard log.lastChange <= memory.commit, !members.voters.contains(id) else { return }
    sendToAll(into: &outbox)
    becomeFollower(in: disk.term, at: now)
  }
}
