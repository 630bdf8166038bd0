/// What a server part takes in its term.
public enum RaftRole: Hashable, Sendable {
  case follower
  /// Asks whether it would be elected ([thesis] §9.6).
  ///
  /// [thesis]: https://github.com/ongardie/dissertation
  case trialCandidate
  case candidate
  case leader
}

/// What a server keeps on disk, and so across a crash ([Ongaro 2014] figure 2).
///
/// Entries are on disk as soon as they are in the log; the server only speaks of them after the
/// flush. A crash during a flush is thus always one that came just too late, which is harmless: a
/// server may have more than it has promised.
///
/// [Ongaro 2014]: https://raft.github.io/raft.pdf
public struct RaftDisk: Hashable, Sendable {
  public internal(set) var term = 0
  /// Whom the server has voted for in this term.
  public internal(set) var vote: NodeID?
  public internal(set) var log: RaftLog
}

/// What a server keeps in memory, and so loses in a crash.
public struct RaftMemory: Hashable, Sendable {
  public internal(set) var role = RaftRole.follower
  /// Who leads in this term, as far as the server knows.
  public internal(set) var leader: NodeID?
  /// The last index known to be committed.
  public internal(set) var commit = 0
  /// What the committed entries amount to.
  public internal(set) var machine = RaftMachine()

  /// The last index that the disk has finished.
  var durable = 0
  /// The last index known to be the same in the log of this term's leader.
  var verified = 0
  /// When the last word of a leader came.
  var lastContact: Instant?
  /// The wait drawn for the next candidacy, and when it is over.
  var timeout = Delay.zero
  var deadline = Instant.start

  /// At a candidate: who has granted it a vote.
  var votes: [NodeID] = []

  /// At a leader, by server.
  public internal(set) var followers: [RaftFollower] = []
  /// At a leader: heartbeats since it last made sure that a majority hears it.
  var beats = 0
  var handover: Handover?

  /// A leader's plan to go.
  struct Handover: Hashable, Sendable {
    let successor: NodeID
    /// Heartbeats until the leader gives it up.
    var beatsLeft: Int
  }
}

/// What a leader knows of one server.
public struct RaftFollower: Hashable, Sendable {
  /// The index of the next entry to send.
  public internal(set) var next: Int
  /// The last index known to be the same, and on its disk.
  public internal(set) var match = 0
  /// Whether it has answered since the leader last made sure of its majority.
  var isHeard = false
}

/// The state machine that the log drives: the writes that count, each once.
public struct RaftMachine: Hashable, Sendable {
  /// The index of the last entry applied.
  public private(set) var applied = 0
  /// In the order of the log.
  public private(set) var writes: [RaftRequestID] = []
  /// By client and number of the request: whether it has been applied.
  private var seen: [[Bool]] = []

  public func contains(_ id: RaftRequestID) -> Bool {
    id.client.index < seen.count && id.number < seen[id.client.index].count
      && seen[id.client.index][id.number]
  }

  /// Applies the next entry. A write that was applied before counts no second time.
  mutating func apply(_ command: RaftCommand) {
    applied += 1
    guard case .write(let id) = command, !contains(id) else { return }
    writes.append(id)
    remember(id)
  }

  private mutating func remember(_ id: RaftRequestID) {
    let client = id.client.index
    while seen.count <= client { seen.append([]) }
    while seen[client].count <= id.number { seen[client].append(false) }
    seen[client][id.number] = true
  }
}
