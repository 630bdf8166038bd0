import GeoSim
import Testing

/// A log whose entries have these terms.
private func log(_ terms: [Int]) -> RaftLog {
  var log = RaftLog(founders: RaftMembers(voters: [NodeID(0)]))
  for entry in entries(terms) { log.append(entry) }
  return log
}

private func entries(_ terms: [Int]) -> [RaftEntry] {
  terms.map { RaftEntry(term: $0, command: .nothing) }
}

@Test(arguments: [
  // own log, end of the candidate's (index, term), may vote
  ([1, 1], (2, 1), true),
  ([1, 1], (1, 1), false),
  ([1, 1], (3, 1), true),
  ([1, 1], (1, 2), true),
  ([1, 2], (3, 1), false),
  ([], (0, 0), true),
  ([1], (0, 0), false),
])
func `a log follows one that ends in a later term, or in the same and is not shorter`(
  own: [Int], other: (index: Int, term: Int), isFollowed: Bool
) {
  let end = RaftLog.Position(index: other.index, term: other.term)
  #expect(log(own).isNotAhead(of: end) == isFollowed)
}

@Test(arguments: [
  // own log, entries sent, after which index, log afterwards, whether it was written
  ([1, 1], [2], 2, [1, 1, 2], true),
  ([1, 1, 1], [2], 1, [1, 2], true),
  ([1, 1, 1], [1], 1, [1, 1, 1], false),
  ([1, 1, 1], [], 1, [1, 1, 1], false),
  ([1, 1, 2], [1, 3, 3], 1, [1, 1, 3, 3], true),
  ([], [1, 1], 0, [1, 1], true),
])
func `entries are added, replace those of other terms, and never shorten an equal log`(
  own: [Int], sent: [Int], index: Int, result: [Int], isWritten: Bool
) {
  var log = log(own)
  #expect(log.merge(entries(sent), after: index) == isWritten)
  #expect(log.entries.map(\.term) == result)
}

@Test(arguments: [
  // own log, index at which the leader's differs, where the leader should look
  ([1, 1], 5, 2),
  ([1, 1, 2, 2, 2], 5, 2),
  ([1, 1, 2, 2, 2], 4, 2),
  ([2, 2], 2, 0),
])
func `a leader goes back before the end, or before all entries of a wrong term`(
  own: [Int], index: Int, hint: Int
) {
  #expect(log(own).hint(below: index) == hint)
}

@Test func `the members are those of the last change, and a change that is overwritten is undone`()
{
  let id = RaftRequestID(client: NodeID(9), number: 0)
  let changed = RaftMembers(voters: [NodeID(0), NodeID(1)])
  var log = log([1])
  log.append(RaftEntry(term: 1, command: .members(changed, by: id)))
  #expect(log.members == changed)
  #expect(log.formerMembers == log.founders)
  #expect(log.lastChange == 2)
  _ = log.merge(entries([2]), after: 1)
  #expect(log.members == log.founders)
  #expect(log.lastChange == 0)
}

@Test func `a change makes one server come, go or change its part`() {
  let members = RaftMembers(voters: [NodeID(0), NodeID(1)], learners: [NodeID(2)])
  let voting = RaftMembers(voters: [NodeID(0), NodeID(1), NodeID(2)])
  #expect(members.applying(.addVoter(NodeID(2))) == voting)
  #expect(voting.applying(.addLearner(NodeID(2))) == members)
  #expect(members.applying(.remove(NodeID(2)))?.learners == [])
  #expect(members.applying(.addVoter(NodeID(0))) == nil)
  #expect(members.applying(.remove(NodeID(3))) == nil)
  #expect(RaftMembers(voters: [NodeID(0)]).applying(.remove(NodeID(0))) == nil)
}
