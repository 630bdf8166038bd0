/// The name of a client's request, so that a request sent twice is still one.
///
/// A server may hold two entries with the same name; the state machine obeys the first
/// ([Ongaro 2014] §8, [thesis] §6.3).
///
/// [Ongaro 2014]: https://raft.github.io/raft.pdf
/// [thesis]: https://github.com/ongardie/dissertation
public struct RaftRequestID: Hashable, Sendable {
  public let client: NodeID
  /// Counts the client's requests from 0.
  public let number: Int

  public init(client: NodeID, number: Int) {
    self.client = client
    self.number = number
  }
}

/// What somebody asks of the leader.
public enum RaftTask: Hashable, Sendable {
  /// A write. What it writes is left out: its name tells it from every other.
  case write
  /// Another set of members, different by one server.
  case change(RaftChange)
  /// The leader is to hand over to one of the voters.
  case transfer(to: NodeID)
}

/// A task under its name.
public struct RaftRequest: Hashable, Sendable {
  public let id: RaftRequestID
  public let task: RaftTask

  public init(id: RaftRequestID, task: RaftTask) {
    self.id = id
    self.task = task
  }
}

/// What a server says to a request.
public enum RaftAnswer: Hashable, Sendable {
  /// The request is committed and will never be lost.
  case done
  /// Ask the leader that this server believes in, if it believes in one.
  case notLeader(NodeID?)
  case refused(RaftRefusal)
}

/// Why a leader does not do as it is asked.
public enum RaftRefusal: Hashable, Sendable {
  /// An earlier change of the members is not committed yet.
  case changeInFlight
  /// The leader has committed no entry of its own term yet and so may not change the members.
  case tooEarlyInTerm
  /// The members would stay what they are, or nobody would be left to vote.
  case noSuchChange
  /// The leader is handing over and takes nothing more.
  case handingOver
  /// Only a voter can lead.
  case notAVoter
}
