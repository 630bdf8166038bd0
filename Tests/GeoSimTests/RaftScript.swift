import GeoSim

/// A small group that does exactly what a test says: who times out, who hears whom.
struct RaftScript {
  private(set) var state: RaftExplorer.State
  /// How many letters have been delivered or lost.
  private var read = 0
  private var requestCount = 0

  init(servers: Int, voters: Int? = nil) {
    let budget = RaftExplorer.Budget(timeouts: .max, heartbeats: .max, crashes: .max)
    state = RaftExplorer.State(
      servers: servers, voters: voters ?? servers,
      timing: RaftTiming(heartbeat: .milliseconds(10), election: .seconds(1) ... .seconds(1)),
      budget: budget)
  }

  var servers: [RaftNode] { state.servers }
  var violations: [RaftViolation] { state.invariants.violations }

  /// Lets so much time pass that nobody hears a leader any more, and a server stand for election.
  mutating func timeOut(_ server: Int) {
    state.time = state.time + Delay(.seconds(10))
    state.timeOut(server)
  }

  mutating func beat(_ server: Int) { state.beat(server) }
  mutating func crash(_ server: Int) { state.crash(server) }

  /// Delivers all that these servers say, and answer, to each other; the rest is lost.
  mutating func exchange(among group: [Int]) {
    while read < state.letters.count {
      let letter = state.letters[read]
      read += 1
      if group.contains(letter.sender.index), group.contains(letter.receiver.index) {
        state.deliver(letter)
      }
    }
  }

  /// Lets a server stand until it is elected by some others, which takes a second time when they
  /// have already voted in the first term.
  mutating func elect(_ server: Int, by voters: [Int]) {
    for _ in 0..<3 where servers[server].role != .leader { stand(server, by: voters) }
  }

  /// Lets a server stand for election and some others vote; what it says as a leader comes next.
  mutating func stand(_ server: Int, by voters: [Int]) {
    read = state.letters.count
    timeOut(server)
    for request in state.letters[read...] where voters.contains(request.receiver.index) {
      state.deliver(request)
    }
    let votes = state.letters[read...].filter { $0.receiver.index == server }
    read = state.letters.count
    for vote in votes { state.deliver(vote) }
  }

  /// Delivers a letter that no server has sent.
  mutating func deliver(_ message: RaftMessage, from sender: Int, to receiver: Int) {
    state.deliver(
      RaftExplorer.Letter(message: message, sender: NodeID(sender), receiver: NodeID(receiver)))
  }

  /// Asks a server for something, once or more often under the same name.
  mutating func ask(_ server: Int, _ task: RaftTask, times: Int = 1) {
    let id = RaftRequestID(client: NodeID(9), number: requestCount)
    requestCount += 1
    for _ in 0..<times { state.ask(server, RaftRequest(id: id, task: task)) }
  }

  /// What a server would say to a request.
  func answer(of server: Int, to task: RaftTask) -> RaftAnswer? {
    var node = servers[server]
    var outbox = Outbox<RaftMessage>()
    let request = RaftRequest(id: RaftRequestID(client: NodeID(9), number: 99), task: task)
    node.receive(.request(request), from: NodeID(9), at: .start, into: &outbox)
    for case .send(.answer(_, let answer), _) in outbox.actions { return answer }
    return nil
  }
}
