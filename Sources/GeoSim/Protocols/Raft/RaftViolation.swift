/// A promise of Raft that a run has broken ([Ongaro 2014] figure 3).
///
/// [Ongaro 2014]: https://raft.github.io/raft.pdf
public enum RaftViolation: Hashable, Sendable {
  /// Election safety: two servers have led in one term.
  case twoLeaders(term: Int, NodeID, NodeID)
  /// Leader append-only: a leader's log has become shorter, or other, in its own term.
  case leaderOverwrote(NodeID, term: Int)
  /// Log matching: the same index and term, but another command or another entry before it.
  case logsDiffer(NodeID, at: RaftLog.Position)
  /// Leader completeness: a leader lacks an entry that was committed in an earlier term.
  case leaderLacks(NodeID, term: Int, index: Int)
  /// State machine safety: two servers have committed different entries at one index, or one has
  /// overwritten what was committed.
  case committedDiffers(NodeID, index: Int)
  /// A client was told that its write is done, but it was not committed.
  case acknowledgedNotCommitted(RaftRequestID)
  /// A server has applied a write twice, or left one out.
  case notOnce(NodeID)
}

extension RaftViolation: CustomStringConvertible {
  public var description: String {
    switch self {
    case .twoLeaders(let term, let one, let other): "\(one) and \(other) both led in term \(term)"
    case .leaderOverwrote(let leader, let term):
      "\(leader) overwrote its own log while it led term \(term)"
    case .logsDiffer(let server, let position):
      "\(server) has another \(position) than somebody else, or another entry before it"
    case .leaderLacks(let leader, let term, let index):
      "\(leader) led term \(term) without the committed entry \(index)"
    case .committedDiffers(let server, let index):
      "\(server) has another entry \(index) than the committed one"
    case .acknowledgedNotCommitted(let id): "write \(id) was acknowledged but not committed"
    case .notOnce(let server): "\(server) did not apply every write once"
    }
  }
}
