import GeoSim
import Testing

/// Figure 8 of the paper, up to (c): server 0 leads again, and a majority has its old entry 1.
private func figure8() -> RaftScript {
  var script = RaftScript(servers: 5)
  script.elect(0, by: [1, 2])
  script.exchange(among: [0, 1])
  script.elect(4, by: [2, 3])
  script.exchange(among: [4])
  script.crash(0)
  script.elect(0, by: [1, 2])
  // The log of server 0 has an entry of its first term and one of this; server 2 is sent only the
  // first of them.
  let old = script.servers[0].log[1]
  script.deliver(
    .append(
      RaftMessage.Append(
        term: script.servers[0].term, previous: RaftLog.Position(index: 0, term: 0),
        entries: [old], commit: 0)),
    from: 0, to: 2)
  script.deliver(.matches(term: script.servers[0].term, index: 1), from: 1, to: 0)
  script.deliver(.matches(term: script.servers[0].term, index: 1), from: 2, to: 0)
  return script
}

@Test func `figure 8: an entry of an old term is not committed by counting`() {
  let script = figure8()
  let holders = script.servers.filter { $0.log.contains(RaftLog.Position(index: 1, term: 1)) }
  #expect(holders.map(\.id.index) == [0, 1, 2])
  #expect(script.servers[0].role == .leader)
  #expect(script.servers[0].commit == 0)
}

@Test func `figure 8: a leader with a later entry overwrites it, and nothing promised is broken`() {
  var script = figure8()
  script.crash(4)
  script.elect(4, by: [2, 3])
  script.exchange(among: [1, 2, 3, 4])
  #expect(script.servers[4].role == .leader)
  #expect(script.servers[2].log == script.servers[4].log)
  #expect(script.servers[4].commit == script.servers[4].log.lastIndex)
  #expect(script.violations == [])
}

@Test func `figure 8: with an entry of its own term behind it the old entry is committed`() {
  var script = figure8()
  script.deliver(.matches(term: script.servers[0].term, index: 2), from: 1, to: 0)
  #expect(script.servers[0].commit == 0)
  script.deliver(.matches(term: script.servers[0].term, index: 2), from: 2, to: 0)
  #expect(script.servers[0].commit == 2)
}

@Test func `a majority of four is three`() {
  var script = RaftScript(servers: 4)
  script.stand(0, by: [1])
  #expect(script.servers[0].role == .candidate)
  script.stand(0, by: [1, 2])
  #expect(script.servers[0].role == .leader)
  script.exchange(among: [0, 1])
  #expect(script.servers[0].commit == 0)
}

@Test func `a follower's log becomes the leader's, whatever it was`() {
  var script = RaftScript(servers: 3)
  script.elect(0, by: [1])
  for _ in 0..<5 { script.ask(0, .write) }
  script.elect(1, by: [2])
  for _ in 0..<2 { script.ask(1, .write) }
  script.exchange(among: [0, 1, 2])
  #expect(script.servers.map(\.log.lastIndex) == [3, 3, 3])
  #expect(script.servers[0].log == script.servers[1].log)
  #expect(script.violations == [])
}

@Test func `a follower commits only what it knows to be the leader's`() {
  var script = RaftScript(servers: 3)
  script.elect(0, by: [1])
  script.exchange(among: [0, 1])
  script.ask(0, .write)
  #expect(script.servers[0].log.lastIndex == 2)
  script.crash(0)
  script.deliver(
    .append(
      RaftMessage.Append(
        term: 2, previous: RaftLog.Position(index: 1, term: 1), entries: [], commit: 2)),
    from: 1, to: 0)
  #expect(script.servers[0].commit == 1)
}

@Test func `a leader that hears of a later term follows in it`() {
  var script = RaftScript(servers: 3)
  script.elect(0, by: [1])
  script.deliver(.differs(term: 5, hint: 0), from: 2, to: 0)
  #expect(script.servers[0].role == .follower)
  #expect(script.servers[0].term == 5)
}

@Test func `a write that is sent twice is in the log twice and counts once`() {
  var script = RaftScript(servers: 3)
  script.elect(0, by: [1])
  script.ask(0, .write, times: 2)
  script.exchange(among: [0, 1])
  #expect(script.servers[0].commit == 3)
  #expect(script.servers[0].memory.machine.writes.count == 1)
  #expect(script.violations == [])
}

/// One of three servers whose disk takes a while.
private struct SlowServer {
  var node = RaftNode(
    id: NodeID(0), serverCount: 3, founders: RaftMembers(voters: (0..<3).map(NodeID.init)),
    timing: RaftTiming(
      heartbeat: .milliseconds(50), election: .seconds(1) ... .seconds(2),
      flush: .milliseconds(10)), seed: 1)

  /// What it says to a leader's entries, sent from the beginning of the log.
  mutating func hear(entriesOf terms: [Int], in term: Int) -> [RaftMessage] {
    hear(
      .append(
        RaftMessage.Append(
          term: term, previous: RaftLog.Position(index: 0, term: 0),
          entries: terms.map { RaftEntry(term: $0, command: .nothing) }, commit: 0)), from: term)
  }

  mutating func flush(_ index: Int, of term: Int) -> [RaftMessage] {
    hear(.flushed(RaftLog.Position(index: index, term: term)), from: 0)
  }

  private mutating func hear(_ message: RaftMessage, from sender: Int) -> [RaftMessage] {
    var outbox = Outbox<RaftMessage>()
    node.receive(message, from: NodeID(sender), at: .start, into: &outbox)
    return outbox.actions.compactMap { if case .send(let said, _) = $0 { said } else { nil } }
  }
}

@Test func `what a disk has not finished is not promised, and what was overwritten never is`() {
  var server = SlowServer()
  #expect(server.hear(entriesOf: [1, 1], in: 1) == [])
  #expect(server.hear(entriesOf: [], in: 1) == [.matches(term: 1, index: 0)])
  #expect(server.hear(entriesOf: [2], in: 2) == [])
  #expect(server.flush(2, of: 1) == [])
  #expect(server.flush(1, of: 2) == [.matches(term: 2, index: 1)])
}

@Test func `a flush that ends under a new leader promises nothing that the leader has not said`() {
  var server = SlowServer()
  #expect(server.hear(entriesOf: [1, 1], in: 1) == [])
  #expect(server.hear(entriesOf: [], in: 2) == [.matches(term: 2, index: 0)])
  #expect(server.flush(2, of: 1) == [.matches(term: 2, index: 0)])
}
