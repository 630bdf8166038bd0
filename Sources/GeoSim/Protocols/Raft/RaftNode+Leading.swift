import GeoModel

/// Leading: [Ongaro 2014] §5.3 and §8, [thesis] §6.2, §10.2.
extension RaftNode {
  /// Begins to lead, with an entry that commits all earlier ones.
  mutating func lead(at now: Instant, into outbox: inout Outbox<RaftMessage>) {
    memory.role = .leader
    memory.leader = id
    memory.votes = []
    memory.beats = 0
    memory.followers = Array(
      repeating: RaftFollower(next: log.lastIndex + 1), count: serverCount)
    propose(.nothing, at: now, into: &outbox)
    outbox.remind(of: .heartbeat(term: disk.term), after: timing.heartbeat)
  }

  /// Writes an entry down and sends it to everybody while the own disk is at work ([thesis]
  /// §10.2.1).
  mutating func propose(
    _ command: RaftCommand, at now: Instant, into outbox: inout Outbox<RaftMessage>
  ) {
    disk.log.append(RaftEntry(term: disk.term, command: command))
    sendToAll(into: &outbox)
    flush(at: now, into: &outbox)
  }

  func isMember(_ server: NodeID) -> Bool {
    members.voters.contains(server) || members.learners.contains(server)
  }

  mutating func sendToAll(into outbox: inout Outbox<RaftMessage>) {
    let members = members
    for server in members.voters where server != id { send(to: server, into: &outbox) }
    for server in members.learners where server != id { send(to: server, into: &outbox) }
  }

  /// Sends what a server lacks and takes for granted that it arrives ([thesis] §10.2.2): the next
  /// message shows whether it did.
  private mutating func send(to server: NodeID, into outbox: inout Outbox<RaftMessage>) {
    let before = memory.followers[server.index].next - 1
    let append = RaftMessage.Append(
      term: disk.term,
      previous: RaftLog.Position(index: before, term: log.term(at: before)),
      entries: log.entries(after: before), commit: memory.commit)
    outbox.send(.append(append), to: server)
    memory.followers[server.index].next = log.lastIndex + 1
  }

  /// Whether this is for the leader of this term. Hearing of a later one ends its reign.
  mutating func isAnswer(ofTerm term: Int, from sender: NodeID, at now: Instant) -> Bool {
    if term > disk.term { becomeFollower(in: term, at: now) }
    guard memory.role == .leader, term == disk.term else { return false }
    memory.followers[sender.index].isHeard = true
    return true
  }

  mutating func note(
    match index: Int, of server: NodeID, at now: Instant, into outbox: inout Outbox<RaftMessage>
  ) {
    let known = memory.followers[server.index]
    memory.followers[server.index].match = max(known.match, index)
    memory.followers[server.index].next = max(known.next, index + 1)
    commitWhatMajorityHas(at: now, into: &outbox)
    if memory.handover?.successor == server { completeHandover(into: &outbox) }
  }

  /// Sends again from where the logs may agree, never from before where they do.
  mutating func goBack(
    to hint: Int, for server: NodeID, into outbox: inout Outbox<RaftMessage>
  ) {
    let known = memory.followers[server.index]
    let next = max(known.match, min(hint, known.next - 1)) + 1
    // An answer that has been overtaken shows nothing new.
    guard next < known.next, isMember(server) else { return }
    memory.followers[server.index].next = next
    send(to: server, into: &outbox)
  }

  mutating func beat(in term: Int, at now: Instant, into outbox: inout Outbox<RaftMessage>) {
    guard memory.role == .leader, term == disk.term else { return }
    memory.beats += 1
    if memory.beats == timing.heartbeatsPerElection {
      guard isHeardByMajority else { return becomeFollower(in: disk.term, at: now) }
      memory.beats = 0
      for server in memory.followers.indices { memory.followers[server].isHeard = false }
    }
    countDownHandover()
    sendToAll(into: &outbox)
    outbox.remind(of: .heartbeat(term: term), after: timing.heartbeat)
  }

  /// A leader that no majority answers gives up, so that its clients look for another ([thesis]
  /// §6.2).
  private var isHeardByMajority: Bool {
    let voters = members.voters
    let heard = voters.count { $0 == id || memory.followers[$0.index].isHeard }
    return heard >= Quorum(voters: voters.count).majority
  }
}
