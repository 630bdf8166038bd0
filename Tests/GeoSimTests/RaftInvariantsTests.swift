import GeoSim
import Testing

private let write = RaftRequestID(client: NodeID(3), number: 0)

/// The only voter of its own group among three servers, so that it leads whenever it times out.
private func dictator(_ number: Int, asked: [RaftRequestID] = []) -> RaftNode {
  var node = RaftNode(
    id: NodeID(number), serverCount: 3, founders: RaftMembers(voters: [NodeID(number)]),
    timing: RaftTiming(heartbeat: .seconds(1), election: .zero ... .zero), seed: 0)
  var outbox = Outbox<RaftMessage>()
  node.receive(.electionTimeout, from: node.id, at: .start, into: &outbox)
  for id in asked {
    node.receive(
      .request(RaftRequest(id: id, task: .write)), from: id.client, at: .start, into: &outbox)
  }
  return node
}

private func violations(of servers: [RaftNode]) -> [RaftViolation] {
  var invariants = RaftInvariants(serverCount: 3)
  for server in servers { invariants.check(server, among: servers) }
  return invariants.violations
}

@Test func `two leaders of one term are noticed`() {
  let found = violations(of: [dictator(0), dictator(1)])
  #expect(found == [.twoLeaders(term: 1, NodeID(0), NodeID(1))])
}

@Test func `entries that differ are noticed, and a leader without what was committed`() {
  let other = RaftRequestID(client: NodeID(3), number: 1)
  let found = violations(of: [dictator(0, asked: [write]), dictator(1, asked: [other])])
  let position = RaftLog.Position(index: 2, term: 1)
  #expect(found.contains(.logsDiffer(NodeID(1), at: position)))
  #expect(found.contains(.committedDiffers(NodeID(1), index: 2)))
}

@Test func `a leader of a later term without what was committed is noticed`() {
  var late = dictator(1)
  var outbox = Outbox<RaftMessage>()
  let vote = RaftMessage.VoteRequest(
    ballot: .transfer, term: 5, last: RaftLog.Position(index: 9, term: 9))
  late.receive(.requestVote(vote), from: NodeID(0), at: .start, into: &outbox)
  late.receive(.electionTimeout, from: late.id, at: .start, into: &outbox)
  let found = violations(of: [dictator(0, asked: [write]), late])
  #expect(found.contains(.leaderLacks(NodeID(1), term: 6, index: 2)))
}

@Test func `a leader that begins its log anew is noticed`() {
  var invariants = RaftInvariants(serverCount: 3)
  invariants.check(dictator(0, asked: [write]), among: [])
  invariants.check(dictator(0), among: [])
  #expect(invariants.violations == [.leaderOverwrote(NodeID(0), term: 1)])
}

@Test func `a write that is acknowledged and not committed is noticed`() {
  let client = RaftClient(
    id: NodeID(3), serverCount: 3, asksFirst: NodeID(0), patience: .zero,
    tasks: [(due: .zero, task: .write)])
  var invariants = RaftInvariants(serverCount: 3)
  invariants.check(answer: .answer(write, .done), to: client)
  #expect(invariants.violations == [.acknowledgedNotCommitted(write)])
  #expect(invariants.violations[0].description == "write 3.0 was acknowledged but not committed")
}

@Test func `a sound group breaks nothing`() {
  #expect(violations(of: [dictator(0, asked: [write, write])]).isEmpty)
}
