import GeoModel

/// A server of a replicated log: Raft by [Ongaro 2014], with the parts of his [thesis] that a
/// system in use cannot do without.
///
/// There are: elections with random timeouts (§5.2), replication and its consistency check (§5.3),
/// the election restriction and the commit rule (§5.4), the state on disk (figure 2), and from the
/// thesis transfer of leadership (§3.10), changes of the members by one (§4), learners (§4.2.1),
/// servers that do not disturb a leader they hear (§4.2.3), leaders that step down when no majority
/// answers (§6.2), names of requests (§6.3), pre-vote (§9.6) and writing to the leader's disk while
/// the followers write to theirs (§10.2.1). Not here: snapshots (§5) and reads (§6.4).
///
/// [Ongaro 2014]: https://raft.github.io/raft.pdf
/// [thesis]: https://github.com/ongardie/dissertation
public struct RaftNode: Sendable {
  public let id: NodeID
  /// How many servers there are, members or not; they have the first numbers.
  public let serverCount: Int
  public let timing: RaftTiming
  public let usesPreVote: Bool
  /// Whether the server votes and never stands for election.
  public let isWitness: Bool
  /// Whether the server stands for election at the beginning without waiting.
  public let standsAtStart: Bool

  public internal(set) var disk: RaftDisk
  public internal(set) var memory = RaftMemory()
  private var dice: SplitMix64

  /// - Parameters:
  ///   - founders: the members when the log is empty, the same at every server.
  ///   - seed: of the election timeouts.
  public init(
    id: NodeID, serverCount: Int, founders: RaftMembers, timing: RaftTiming,
    usesPreVote: Bool = true, isWitness: Bool = false, standsAtStart: Bool = false, seed: UInt64
  ) {
    precondition(id.index < serverCount, "servers have the first numbers")
    self.id = id
    self.serverCount = serverCount
    self.timing = timing
    self.usesPreVote = usesPreVote
    self.isWitness = isWitness
    self.standsAtStart = standsAtStart
    disk = RaftDisk(log: RaftLog(founders: founders))
    dice = SplitMix64(seed: seed)
  }

  public var term: Int { disk.term }
  public var log: RaftLog { disk.log }
  public var role: RaftRole { memory.role }
  public var members: RaftMembers { disk.log.members }
  public var commit: Int { memory.commit }
}

extension RaftNode: Node {
  public mutating func start(at now: Instant, into outbox: inout Outbox<RaftMessage>) {
    drawTimeout(at: now)
    if standsAtStart { memory.deadline = now }
    outbox.remind(of: .electionTimeout, after: memory.deadline - now)
  }

  /// Only what is on disk is left ([thesis] §3.8).
  ///
  /// [thesis]: https://github.com/ongardie/dissertation
  public mutating func restart(at now: Instant, into outbox: inout Outbox<RaftMessage>) {
    memory = RaftMemory()
    memory.durable = disk.log.lastIndex
    drawTimeout(at: now)
    outbox.remind(of: .electionTimeout, after: memory.timeout)
  }

  public mutating func receive(
    _ message: RaftMessage, from sender: NodeID, at now: Instant,
    into outbox: inout Outbox<RaftMessage>
  ) {
    switch message {
    case .requestVote(let request): consider(request, from: sender, at: now, into: &outbox)
    case .vote(let vote): count(vote, from: sender, at: now, into: &outbox)
    case .append(let append): follow(append, from: sender, at: now, into: &outbox)
    case .matches(let term, let index):
      guard isAnswer(ofTerm: term, from: sender, at: now) else { return }
      note(match: index, of: sender, at: now, into: &outbox)
    case .differs(let term, let hint):
      guard isAnswer(ofTerm: term, from: sender, at: now) else { return }
      goBack(to: hint, for: sender, into: &outbox)
    case .timeoutNow(let term): takeOver(in: term, at: now, into: &outbox)
    case .request(let request): handle(request, at: now, into: &outbox)
    case .electionTimeout: checkElection(at: now, into: &outbox)
    case .heartbeat(let term): beat(in: term, at: now, into: &outbox)
    case .flushed(let position): noteFlushed(position, at: now, into: &outbox)
    case .answer, .issue, .retry: break
    }
  }
}

extension RaftNode {
  /// Chooses how long to wait for the next candidacy, so that few servers stand at once (§5.2).
  mutating func drawTimeout(at now: Instant) {
    let range = timing.election
    memory.timeout = Delay(
      nanoseconds: Int64(
        dice.integer(in: Int(range.lowerBound.nanoseconds)...Int(range.upperBound.nanoseconds))))
    memory.deadline = now + memory.timeout
  }

  /// Follows in a term, as everybody does who hears of a later one (§5.1).
  mutating func becomeFollower(in term: Int, at now: Instant) {
    if term > disk.term {
      disk.term = term
      disk.vote = nil
      memory.leader = nil
      memory.verified = 0
    }
    if memory.role == .leader {
      memory.followers = []
      memory.handover = nil
      memory.leader = nil
      memory.deadline = now + memory.timeout
    }
    memory.role = .follower
    memory.votes = []
  }
}
