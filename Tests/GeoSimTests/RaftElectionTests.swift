import GeoModel
import GeoSim
import Testing

/// A server of three with timeouts of one second, and what it says.
private struct Server {
  var node: RaftNode
  var said: [RaftMessage] = []

  init(usesPreVote: Bool = true) {
    node = RaftNode(
      id: NodeID(0), serverCount: 3, founders: RaftMembers(voters: (0..<3).map(NodeID.init)),
      timing: RaftTiming(heartbeat: .milliseconds(100), election: .seconds(1) ... .seconds(1)),
      usesPreVote: usesPreVote, seed: 1)
    var outbox = Outbox<RaftMessage>()
    node.start(at: .start, into: &outbox)
  }

  mutating func hear(_ message: RaftMessage, from sender: Int, at milliseconds: Int) {
    var outbox = Outbox<RaftMessage>()
    node.receive(
      message, from: NodeID(sender), at: Instant(.milliseconds(milliseconds)), into: &outbox)
    said = outbox.actions.compactMap {
      if case .send(let message, _) = $0 { message } else { nil }
    }
  }

  mutating func crash() {
    var outbox = Outbox<RaftMessage>()
    node.restart(at: .start, into: &outbox)
  }
}

private func request(
  _ ballot: RaftMessage.Ballot = .binding, term: Int, log: Int = 0, of logTerm: Int = 0
) -> RaftMessage {
  .requestVote(
    RaftMessage.VoteRequest(
      ballot: ballot, term: term, last: RaftLog.Position(index: log, term: logTerm)))
}

private func vote(_ isGranted: Bool, term: Int, isTrial: Bool = false) -> RaftMessage {
  .vote(RaftMessage.Vote(isTrial: isTrial, term: term, isGranted: isGranted))
}

private func append(_ terms: [Int], in term: Int) -> RaftMessage {
  .append(
    RaftMessage.Append(
      term: term, previous: RaftLog.Position(index: 0, term: 0),
      entries: terms.map { RaftEntry(term: $0, command: .nothing) }, commit: 0))
}

@Test func `a server votes once in a term, also when it crashes in between`() {
  var server = Server()
  server.hear(request(term: 1), from: 1, at: 0)
  #expect(server.said == [vote(true, term: 1)])
  server.crash()
  server.hear(request(term: 1), from: 2, at: 0)
  #expect(server.said == [vote(false, term: 1)])
  server.hear(request(term: 1), from: 1, at: 0)
  #expect(server.said == [vote(true, term: 1)])
}

@Test func `a crash takes what is in memory and leaves what is on disk`() {
  var server = Server()
  server.hear(append([1, 1], in: 1), from: 1, at: 0)
  let disk = server.node.disk
  server.crash()
  #expect(server.node.disk == disk)
  #expect(server.node.role == .follower)
  #expect(server.node.memory.leader == nil)
  #expect(server.node.commit == 0)
}

@Test func `nobody votes for a log that lacks an entry of its own`() {
  var server = Server()
  server.hear(append([1, 1], in: 1), from: 1, at: 0)
  server.hear(request(term: 2, log: 1, of: 1), from: 2, at: 5000)
  #expect(server.said == [vote(false, term: 2)])
  server.hear(request(term: 3, log: 2, of: 1), from: 2, at: 5000)
  #expect(server.said == [vote(true, term: 3)])
}

@Test func `who hears a leader neither votes nor learns of a later term, but for a transfer`() {
  var server = Server()
  server.hear(append([], in: 1), from: 1, at: 0)
  server.hear(request(term: 7), from: 2, at: 999)
  #expect(server.said == [])
  #expect(server.node.term == 1)
  server.hear(request(.trial, term: 7), from: 2, at: 999)
  #expect(server.said == [vote(false, term: 1, isTrial: true)])
  server.hear(request(.transfer, term: 7), from: 2, at: 999)
  #expect(server.said == [vote(true, term: 7)])
}

@Test func `a trial raises nobody's term and costs no vote`() {
  var server = Server()
  server.hear(request(.trial, term: 1), from: 1, at: 0)
  #expect(server.said == [vote(true, term: 1, isTrial: true)])
  #expect(server.node.term == 0)
  #expect(server.node.disk.vote == nil)
  server.hear(request(term: 1), from: 2, at: 0)
  #expect(server.said == [vote(true, term: 1)])
}

@Test func `a server stands for election only after a majority would vote for it`() {
  var server = Server()
  server.hear(.electionTimeout, from: 0, at: 5000)
  #expect(server.node.role == .trialCandidate)
  #expect(server.node.term == 0)
  server.hear(vote(true, term: 1, isTrial: true), from: 1, at: 5000)
  #expect(server.node.role == .candidate)
  #expect(server.node.term == 1)
  server.hear(vote(true, term: 1, isTrial: true), from: 2, at: 5000)
  #expect(server.node.role == .candidate, "a trial vote is no vote")
  server.hear(vote(true, term: 1), from: 2, at: 5000)
  #expect(server.node.role == .leader)
}

@Test func `a vote counts once, and only in its term`() {
  var server = Server(usesPreVote: false)
  server.node = RaftNode(
    id: NodeID(0), serverCount: 5, founders: RaftMembers(voters: (0..<5).map(NodeID.init)),
    timing: server.node.timing, usesPreVote: false, seed: 1)
  server.hear(.electionTimeout, from: 0, at: 5000)
  server.hear(vote(true, term: 1), from: 1, at: 5000)
  server.hear(vote(true, term: 1), from: 1, at: 5000)
  #expect(server.node.role == .candidate)
  server.hear(.electionTimeout, from: 0, at: 9000)
  server.hear(vote(true, term: 1), from: 2, at: 9000)
  server.hear(vote(true, term: 1), from: 3, at: 9000)
  #expect(server.node.role == .candidate)
  #expect(server.node.term == 2)
}

@Test func `a leader of an old term learns that it is one`() {
  var server = Server()
  server.hear(request(term: 4), from: 2, at: 0)
  server.hear(append([3], in: 3), from: 1, at: 0)
  #expect(server.said == [.differs(term: 4, hint: 0)])
  #expect(server.node.log.lastIndex == 0)
}

@Test func `a server stands when a leader has been silent for its timeout, and not before`() {
  var server = Server()
  server.hear(append([], in: 1), from: 1, at: 5000)
  server.hear(.electionTimeout, from: 0, at: 5999)
  #expect(server.node.role == .follower)
  server.hear(.electionTimeout, from: 0, at: 6000)
  #expect(server.node.role == .trialCandidate)
}
