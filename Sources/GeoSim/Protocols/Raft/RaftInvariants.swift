/// Watches a run and notes every promise of Raft that is broken ([Ongaro 2014] figure 3).
///
/// Hand it every event, with the world after it; it remembers what no single world shows: who has
/// led, what was ever committed, what was acknowledged. It reads only what the event may have
/// changed, so that it can follow thousands of runs.
///
/// [Ongaro 2014]: https://raft.github.io/raft.pdf
public struct RaftInvariants: Hashable, Sendable {
  /// What was broken, in the order of the run; the first hundred.
  public private(set) var violations: [RaftViolation] = []
  /// Every entry that any server has known to be committed.
  public private(set) var committed: [RaftEntry] = []

  /// The term of the server that first knew an entry to be committed, by entry.
  private var committedIn: [Int] = []
  private var committedWrites: Set<RaftRequestID> = []
  /// How many different writes are among the first entries committed, by their number.
  private var writeCounts = [0]
  /// By term: who led.
  private var leaders: [NodeID?] = []
  /// By term and index: every entry that was ever in a log, and the term of the one before it.
  private var links: [[Link?]] = []
  /// By server: what was read of it last.
  private var seen: [Seen]

  private struct Link: Hashable, Sendable {
    let previousTerm: Int
    let command: RaftCommand
  }

  private struct Seen: Hashable, Sendable {
    var last = RaftLog.Position(index: 0, term: 0)
    var commit = 0
    /// The term that the server led, 0 if it did not lead.
    var reign = 0
  }

  public init(serverCount: Int) {
    seen = Array(repeating: Seen(), count: serverCount)
  }

  /// Reads what an event may have changed.
  public mutating func observe(_ event: Event<RaftMessage>, in world: World<RaftParticipant>) {
    guard let actor = event.actor else { return }
    if let server = world.nodes[actor.index].server {
      check(server, among: world.nodes.compactMap(\.server))
    } else if case .deliver(let envelope) = event {
      check(answer: envelope.message, to: world.nodes[actor.index].client)
    }
  }

  /// Reads a server that has just done something.
  public mutating func check(_ server: RaftNode, among servers: @autoclosure () -> [RaftNode]) {
    let before = seen[server.id.index]
    checkReign(of: server, before: before)
    if server.log.last != before.last { checkLog(of: server) }
    if server.commit > before.commit {
      let known = committed.count
      checkCommit(of: server, from: before.commit)
      if committed.count > known {
        for leader in servers() where leader.role == .leader && leader.term > server.term {
          checkCompleteness(of: leader)
        }
      }
    }
    seen[server.id.index] = Seen(
      last: server.log.last, commit: server.commit,
      reign: server.role == .leader ? server.term : 0)
  }

  /// Reads an answer that a client has just received.
  public mutating func check(answer: RaftMessage, to client: RaftClient?) {
    guard case .answer(let id, .done) = answer, client?.requests[id.number].task == .write,
      !committedWrites.contains(id)
    else { return }
    note(.acknowledgedNotCommitted(id))
  }

  private mutating func note(_ violation: RaftViolation) {
    if violations.count < 100 { violations.append(violation) }
  }
}

extension RaftInvariants {
  private mutating func checkReign(of server: RaftNode, before: Seen) {
    guard server.role == .leader else { return }
    while leaders.count <= server.term { leaders.append(nil) }
    if let other = leaders[server.term] {
      if other != server.id { note(.twoLeaders(term: server.term, other, server.id)) }
    } else {
      leaders[server.term] = server.id
      checkCompleteness(of: server)
    }
    if before.reign == server.term, !server.log.contains(before.last) {
      note(.leaderOverwrote(server.id, term: server.term))
    }
  }

  private mutating func checkCompleteness(of leader: RaftNode) {
    for (offset, entry) in committed.enumerated() where committedIn[offset] < leader.term {
      if offset >= leader.log.lastIndex || leader.log[offset + 1] != entry {
        return note(.leaderLacks(leader.id, term: leader.term, index: offset + 1))
      }
    }
  }

  /// Compares every entry with all that ever had its index and term, and the committed ones with
  /// what is committed.
  private mutating func checkLog(of server: RaftNode) {
    var previousTerm = 0
    for (offset, entry) in server.log.entries.enumerated() {
      let position = RaftLog.Position(index: offset + 1, term: entry.term)
      let link = Link(previousTerm: previousTerm, command: entry.command)
      if !isFirst(link, at: position) { return note(.logsDiffer(server.id, at: position)) }
      if offset < min(server.commit, committed.count), committed[offset] != entry {
        return note(.committedDiffers(server.id, index: offset + 1))
      }
      previousTerm = entry.term
    }
  }

  /// Whether the first entry seen at a position is this one.
  private mutating func isFirst(_ link: Link, at position: RaftLog.Position) -> Bool {
    while links.count <= position.term { links.append([]) }
    while links[position.term].count <= position.index { links[position.term].append(nil) }
    if let first = links[position.term][position.index] { return first == link }
    links[position.term][position.index] = link
    return true
  }

  private mutating func checkCommit(of server: RaftNode, from known: Int) {
    guard server.commit <= server.log.lastIndex else {
      return note(.committedDiffers(server.id, index: server.commit))
    }
    for index in known + 1...server.commit {
      let entry = server.log[index]
      if index > committed.count {
        commit(entry, in: server.term)
      } else if committed[index - 1] != entry {
        return note(.committedDiffers(server.id, index: index))
      }
    }
    let machine = server.memory.machine
    if machine.applied != server.commit || machine.writes.count != writeCounts[server.commit] {
      note(.notOnce(server.id))
    }
  }

  private mutating func commit(_ entry: RaftEntry, in term: Int) {
    committed.append(entry)
    committedIn.append(term)
    if case .write(let id) = entry.command { committedWrites.insert(id) }
    writeCounts.append(committedWrites.count)
  }
}
