/// What servers and clients send each other, and themselves.
public enum RaftMessage: Hashable, Sendable {
  // Between servers: [Ongaro 2014] figure 2, and TimeoutNow of [thesis] §3.10.
  case requestVote(VoteRequest)
  case vote(Vote)
  case append(Append)
  /// The sender's log is the leader's up to this index, and on disk.
  case matches(term: Int, index: Int)
  /// The sender's log is not the leader's at the place asked for; it may be at `hint`.
  case differs(term: Int, hint: Int)
  case timeoutNow(term: Int)

  // Between clients and servers.
  case request(RaftRequest)
  case answer(RaftRequestID, RaftAnswer)

  // Reminders to oneself.
  case electionTimeout
  case heartbeat(term: Int)
  /// The disk has finished the log up to here.
  case flushed(RaftLog.Position)
  /// It is time for the client's request of this number.
  case issue(number: Int)
  /// The client has waited long enough for the server that it asked.
  case retry(number: Int, asked: NodeID)

  /// Why somebody asks for votes.
  public enum Ballot: Hashable, Sendable {
    /// Would you vote for me? Nobody's term changes: the pre-vote of [thesis] §9.6.
    case trial
    case binding
    /// Binding, and also for those who still hear from the old leader: it has asked for this.
    case transfer
  }

  public struct VoteRequest: Hashable, Sendable {
    public let ballot: Ballot
    /// The term in which the sender would lead.
    public let term: Int
    /// The end of the sender's log.
    public let last: RaftLog.Position

    public init(ballot: Ballot, term: Int, last: RaftLog.Position) {
      self.ballot = ballot
      self.term = term
      self.last = last
    }
  }

  public struct Vote: Hashable, Sendable {
    public let isTrial: Bool
    /// The term that was asked for when the vote is granted, the voter's own when not.
    public let term: Int
    public let isGranted: Bool

    public init(isTrial: Bool, term: Int, isGranted: Bool) {
      self.isTrial = isTrial
      self.term = term
      self.isGranted = isGranted
    }
  }

  /// Entries, or a heartbeat when there are none.
  public struct Append: Hashable, Sendable {
    public let term: Int
    /// The entry before the first of `entries`.
    public let previous: RaftLog.Position
    public let entries: [RaftEntry]
    /// The leader's commit index.
    public let commit: Int

    public init(term: Int, previous: RaftLog.Position, entries: [RaftEntry], commit: Int) {
      self.term = term
      self.previous = previous
      self.entries = entries
      self.commit = commit
    }
  }
}
