/// Following a leader: [Ongaro 2014] §5.3.
extension RaftNode {
  mutating func follow(
    _ append: RaftMessage.Append, from sender: NodeID, at now: Instant,
    into outbox: inout Outbox<RaftMessage>
  ) {
    guard append.term >= disk.term else {
      // The answer shows an old leader that it is one.
      outbox.send(.differs(term: disk.term, hint: 0), to: sender)
      return
    }
    hear(leader: sender, of: append.term, at: now)
    guard log.contains(append.previous) else {
      outbox.send(
        .differs(term: disk.term, hint: log.hint(below: append.previous.index)), to: sender)
      return
    }
    let isWritten = disk.log.merge(append.entries, after: append.previous.index)
    let match = append.previous.index + append.entries.count
    memory.verified = max(memory.verified, match)
    commit(upTo: min(append.commit, match), into: &outbox)
    if isWritten {
      memory.durable = min(memory.durable, append.previous.index)
      flush(at: now, into: &outbox)
    } else {
      confirm(into: &outbox)
    }
  }

  private mutating func hear(leader: NodeID, of term: Int, at now: Instant) {
    becomeFollower(in: term, at: now)
    memory.leader = leader
    memory.lastContact = now
    memory.deadline = now + memory.timeout
  }

  /// Brings the end of the log to disk.
  mutating func flush(at now: Instant, into outbox: inout Outbox<RaftMessage>) {
    if timing.flush == .zero {
      noteFlushed(log.last, at: now, into: &outbox)
    } else {
      outbox.remind(of: .flushed(log.last), after: timing.flush)
    }
  }

  /// Ignores what has been overwritten since the disk began.
  mutating func noteFlushed(
    _ position: RaftLog.Position, at now: Instant, into outbox: inout Outbox<RaftMessage>
  ) {
    guard log.contains(position) else { return }
    memory.durable = max(memory.durable, position.index)
    if memory.role == .leader {
      commitWhatMajorityHas(at: now, into: &outbox)
    } else {
      confirm(into: &outbox)
    }
  }

  /// Tells the leader how far its log is also here, and on disk.
  private func confirm(into outbox: inout Outbox<RaftMessage>) {
    guard let leader = memory.leader else { return }
    let index = min(memory.durable, memory.verified)
    outbox.send(.matches(term: disk.term, index: index), to: leader)
  }
}
