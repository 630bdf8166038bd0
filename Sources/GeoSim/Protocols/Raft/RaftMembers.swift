/// Who belongs to the group.
public struct RaftMembers: Hashable, Sendable {
  /// In ascending order.
  public let voters: [NodeID]
  /// Servers that receive every entry and vote on none, in ascending order ([thesis] §4.2.1).
  ///
  /// [thesis]: https://github.com/ongardie/dissertation
  public let learners: [NodeID]

  public init(voters: [NodeID], learners: [NodeID] = []) {
    self.voters = voters.sorted()
    self.learners = learners.sorted()
  }

  /// The members after a change; `nil` when it would change nothing or leave no voter.
  public func applying(_ change: RaftChange) -> RaftMembers? {
    let server = change.server
    let voters = voters.filter { $0 != server }
    let learners = learners.filter { $0 != server }
    let changed =
      switch change {
      case .addVoter: RaftMembers(voters: voters + [server], learners: learners)
      case .addLearner: RaftMembers(voters: voters, learners: learners + [server])
      case .remove: RaftMembers(voters: voters, learners: learners)
      }
    return changed == self || changed.voters.isEmpty ? nil : changed
  }
}

/// A change of one server, the only kind that needs no joint majorities ([thesis] §4.1).
///
/// The old and the new majority share a server, so no two leaders can be elected.
///
/// [thesis]: https://github.com/ongardie/dissertation
public enum RaftChange: Hashable, Sendable {
  /// Makes a server vote, a learner or one from outside.
  ///
  /// The leader does not wait until it has caught up: a voter with an empty log makes commits
  /// wait, not wrong. Add it as a learner first ([thesis] §4.2.1).
  case addVoter(NodeID)
  /// Makes a server listen, a voter too: it then votes no more.
  case addLearner(NodeID)
  case remove(NodeID)

  /// The server that comes, goes, or changes its part.
  public var server: NodeID {
    switch self {
    case .addVoter(let server), .addLearner(let server), .remove(let server): server
    }
  }
}
