/// Requests: [Ongaro 2014] §8, [thesis] §3.10 and §4.
extension RaftNode {
  mutating func handle(
    _ request: RaftRequest, at now: Instant, into outbox: inout Outbox<RaftMessage>
  ) {
    if let answer = respond(to: request, at: now, into: &outbox) {
      outbox.send(.answer(request.id, answer), to: request.id.client)
    }
  }

  /// - Returns: `nil` when the answer comes later, or never if this server stops leading.
  private mutating func respond(
    to request: RaftRequest, at now: Instant, into outbox: inout Outbox<RaftMessage>
  ) -> RaftAnswer? {
    guard memory.role == .leader else { return .notLeader(memory.leader) }
    if memory.handover != nil { return .refused(.handingOver) }
    switch request.task {
    case .write:
      if memory.machine.contains(request.id) { return .done }
      propose(.write(request.id), at: now, into: &outbox)
      return nil
    case .change(let change): return make(change, for: request.id, at: now, into: &outbox)
    case .transfer(let successor): return handOver(to: successor, into: &outbox)
    }
  }

  /// Changes the members, from the moment the entry is written down ([thesis] §4.1).
  ///
  /// One change at a time, and none before an entry of this term is committed: without that two
  /// leaders' changes could have majorities that share nobody ([Ongaro 2015]).
  ///
  /// [Ongaro 2015]: https://groups.google.com/g/raft-dev/c/t4xj6dJTP6E
  private mutating func make(
    _ change: RaftChange, for request: RaftRequestID, at now: Instant,
    into outbox: inout Outbox<RaftMessage>
  ) -> RaftAnswer? {
    if isCommitted(changeOf: request) { return .done }
    guard log.lastChange <= memory.commit else { return .refused(.changeInFlight) }
    guard log.term(at: memory.commit) == disk.term else { return .refused(.tooEarlyInTerm) }
    guard change.server.index < serverCount, let changed = members.applying(change) else {
      return .refused(.noSuchChange)
    }
    propose(.members(changed, by: request), at: now, into: &outbox)
    return nil
  }

  /// Whether the change was made before and the answer got lost.
  private func isCommitted(changeOf request: RaftRequestID) -> Bool {
    log.entries.prefix(memory.commit).contains { entry in
      if case .members(_, by: request) = entry.command { true } else { false }
    }
  }

  /// Begins to hand over: takes no more requests and waits until the successor has all entries.
  private mutating func handOver(
    to successor: NodeID, into outbox: inout Outbox<RaftMessage>
  ) -> RaftAnswer? {
    if successor == id { return .done }
    guard members.voters.contains(successor) else { return .refused(.notAVoter) }
    memory.handover = RaftMemory.Handover(
      successor: successor, beatsLeft: timing.heartbeatsPerElection)
    completeHandover(into: &outbox)
    return nil
  }

  /// Lets the successor stand at once when it has all entries ([thesis] §3.10).
  func completeHandover(into outbox: inout Outbox<RaftMessage>) {
    guard let successor = memory.handover?.successor,
      memory.followers[successor.index].match == log.lastIndex
    else { return }
    outbox.send(.timeoutNow(term: disk.term), to: successor)
  }

  /// Gives a handover up after an election timeout, so that requests are taken again.
  mutating func countDownHandover() {
    guard let handover = memory.handover else { return }
    memory.handover?.beatsLeft -= 1
    if handover.beatsLeft <= 1 { memory.handover = nil }
  }

  mutating func takeOver(
    in term: Int, at now: Instant, into outbox: inout Outbox<RaftMessage>
  ) {
    guard term == disk.term, memory.role != .leader, mayStand else { return }
    memory.deadline = now + memory.timeout
    stand(.transfer, at: now, into: &outbox)
  }
}
