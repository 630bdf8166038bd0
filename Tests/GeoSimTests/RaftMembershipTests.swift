import GeoSim
import Testing

/// Four voters, a fifth server outside; server 0 leads and has committed an entry of its term.
private func led() -> RaftScript {
  var script = RaftScript(servers: 5, voters: 4)
  script.elect(0, by: [1, 2, 3])
  script.exchange(among: [0, 1, 2, 3])
  return script
}

private func addVoter(_ server: Int) -> RaftTask { .change(.addVoter(NodeID(server))) }
private func remove(_ server: Int) -> RaftTask { .change(.remove(NodeID(server))) }

@Test func `a second change is refused while the first is in flight`() {
  var script = led()
  script.ask(0, addVoter(4))
  #expect(script.answer(of: 0, to: remove(1)) == .refused(.changeInFlight))
  script.exchange(among: [0, 1, 2, 3, 4])
  script.ask(0, remove(1))
  #expect(script.servers[0].members.voters.map(\.index) == [0, 2, 3, 4])
}

@Test func `a leader that has committed nothing in its term changes no members`() {
  var script = RaftScript(servers: 5, voters: 4)
  script.elect(0, by: [1, 2, 3])
  #expect(script.answer(of: 0, to: addVoter(4)) == .refused(.tooEarlyInTerm))
  script.exchange(among: [0, 1, 2, 3])
  #expect(script.answer(of: 0, to: addVoter(4)) == nil)
}

@Test func `changes that change nothing, name nobody or leave no voter are refused`() {
  let script = led()
  #expect(script.answer(of: 0, to: addVoter(1)) == .refused(.noSuchChange))
  #expect(script.answer(of: 0, to: remove(4)) == .refused(.noSuchChange))
  #expect(script.answer(of: 0, to: addVoter(5)) == .refused(.noSuchChange))
}

@Test func `a change counts from the moment it is written down`() {
  var script = led()
  script.ask(0, addVoter(4))
  #expect(script.servers[0].members.voters.count == 5)
  let before = script.servers[0].commit
  script.exchange(among: [0, 1])
  #expect(script.servers[0].commit == before, "two of five are no majority")
  script.beat(0)
  script.exchange(among: [0, 1, 4])
  #expect(script.servers[0].commit == before + 1, "the new voter completes it")
}

@Test func `two leaders that change different members never both commit`() {
  // The fault of the thesis: before anything of its term is committed, server 1 would commit its
  // change with servers 1 and 2 of three, and then server 0 would lead with 3 and 4 of five.
  var script = led()
  script.ask(0, addVoter(4))
  script.exchange(among: [0, 4])
  script.elect(1, by: [2, 3])
  script.ask(1, remove(3))
  script.exchange(among: [1, 2])
  #expect(script.servers[1].commit == 0)
  script.crash(0)
  script.elect(0, by: [3, 4])
  script.exchange(among: [0, 3, 4])
  #expect(script.servers[0].commit == script.servers[0].log.lastIndex)
  #expect(script.violations == [])
}

@Test func `a leader that is removed leads until that is committed, and goes`() {
  var script = led()
  script.ask(0, remove(0))
  #expect(script.servers[0].role == .leader)
  script.exchange(among: [0, 1])
  #expect(script.servers[0].role == .leader, "its own log counts no more: one of three")
  script.beat(0)
  script.exchange(among: [0, 1, 2])
  #expect(script.servers[0].role == .follower)
  #expect(script.servers[1].commit == script.servers[1].log.lastIndex)
  script.timeOut(0)
  #expect(script.servers[0].role == .follower)
}

@Test func `a server whose removal is not committed may still lead, for perhaps nobody else can`() {
  var script = RaftScript(servers: 2)
  script.elect(0, by: [1])
  script.exchange(among: [0, 1])
  script.ask(0, remove(0))
  script.crash(0)
  script.stand(1, by: [0])
  #expect(script.servers[1].role != .leader, "its log is behind")
  script.elect(0, by: [1])
  #expect(script.servers[0].role == .leader)
  script.exchange(among: [0, 1])
  #expect(script.servers[1].members.voters == [NodeID(1)])
}

@Test func `a spare server never stands for election`() {
  var script = RaftScript(servers: 4, voters: 3)
  script.timeOut(3)
  #expect(script.servers[3].role == .follower)
  #expect(script.servers[3].term == 0)
}

@Test func `a leader hands over only to a voter, and takes no requests meanwhile`() {
  var script = led()
  #expect(script.answer(of: 0, to: .transfer(to: NodeID(4))) == .refused(.notAVoter))
  #expect(script.answer(of: 1, to: .write) == .notLeader(NodeID(0)))
  script.ask(0, .transfer(to: NodeID(2)))
  #expect(script.answer(of: 0, to: .write) == .refused(.handingOver))
  script.exchange(among: [0, 1, 2, 3])
  #expect(script.servers[2].role == .leader)
  #expect(script.servers[0].role == .follower)
}

@Test func `a successor stands only when it has every entry`() {
  var script = led()
  script.ask(0, .write)
  script.exchange(among: [0, 1, 3])
  script.ask(0, .transfer(to: NodeID(2)))
  #expect(!script.state.letters.contains { $0.message == .timeoutNow(term: 1) })
  script.beat(0)
  script.exchange(among: [0, 1, 2, 3])
  #expect(script.servers[2].role == .leader)
}
