import GeoSim

/// Every way in which a small group can go on, one step deeper at a time.
///
/// The network is the set of all messages ever sent. Each of them may be delivered at any moment,
/// again, after later ones, or never: loss, delay, disorder and duplicates need no steps of their
/// own. Time stands still: with an election timeout of nothing every server may time out at any
/// moment, and nobody's word counts as recent.
struct RaftExplorer {
  struct Letter: Hashable {
    let message: RaftMessage
    let sender: NodeID
    let receiver: NodeID
  }

  /// What else may happen, and how often on one way.
  struct Budget: Hashable {
    var timeouts = 2
    var heartbeats = 1
    var crashes = 1
    /// What is still asked; any server may be asked first.
    var requests: [RaftRequest] = []
  }

  /// A state of the group, and of what watches it.
  struct State {
    var servers: [RaftNode]
    var time = Instant.start
    /// In the order of sending.
    var letters: [Letter] = []
    var budget: Budget
    var invariants: RaftInvariants
  }

  private struct Key: Hashable {
    let disks: [RaftDisk]
    let memories: [RaftMemory]
    let letters: Set<Letter>
    let budget: Budget
    let invariants: RaftInvariants

    init(_ state: State) {
      disks = state.servers.map(\.disk)
      memories = state.servers.map(\.memory)
      letters = Set(state.letters)
      budget = state.budget
      invariants = state.invariants
    }
  }

  private(set) var violations: [RaftViolation] = []
  private(set) var stateCount = 0
  private(set) var leaderCount = 0
  private(set) var commitCount = 0

  /// Visits every state that can be reached in so many steps; stops at the first violation.
  init(from start: State, depth: Int) {
    var visited: Set<Key> = [Key(start)]
    var frontier = [start]
    for _ in 0..<depth {
      var next: [State] = []
      for state in frontier {
        for successor in state.successors where visited.insert(Key(successor)).inserted {
          note(successor)
          if !violations.isEmpty { return }
          next.append(successor)
        }
      }
      frontier = next
    }
  }

  private mutating func note(_ state: State) {
    stateCount += 1
    leaderCount += state.servers.contains { $0.role == .leader } ? 1 : 0
    commitCount += state.invariants.committed.isEmpty ? 0 : 1
    violations = state.invariants.violations
  }
}

extension RaftExplorer.State {
  /// Servers that have just started; the first of them are voters.
  init(
    servers: Int, voters: Int, usesPreVote: Bool = false,
    timing: RaftTiming = RaftTiming(heartbeat: .nanoseconds(1), election: .zero ... .zero),
    budget: RaftExplorer.Budget
  ) {
    let founders = RaftMembers(voters: (0..<voters).map(NodeID.init))
    self.init(
      servers: (0..<servers).map { number in
        RaftNode(
          id: NodeID(number), serverCount: servers, founders: founders, timing: timing,
          usesPreVote: usesPreVote, seed: 0)
      }, budget: budget, invariants: RaftInvariants(serverCount: servers))
  }

  var successors: [Self] {
    var list: [Self] = []
    for letter in letters {
      list.append(after { $0.deliver(letter) })
    }
    for server in servers.indices {
      if budget.timeouts > 0 { list.append(after { $0.timeOut(server) }) }
      if budget.crashes > 0 { list.append(after { $0.crash(server) }) }
      if servers[server].role == .leader {
        if budget.heartbeats > 0 { list.append(after { $0.beat(server) }) }
        if !budget.requests.isEmpty { list.append(after { $0.ask(server) }) }
      }
    }
    return list
  }

  private func after(_ step: (inout Self) -> Void) -> Self {
    var state = self
    step(&state)
    // What was said before can be delivered again as it is.
    let new = state.letters[letters.count...].filter { !letters.contains($0) }
    state.letters.replaceSubrange(letters.count..., with: new)
    return state
  }

  mutating func deliver(_ letter: RaftExplorer.Letter) {
    act(letter.receiver.index) { server, now, outbox in
      server.receive(letter.message, from: letter.sender, at: now, into: &outbox)
    }
  }

  mutating func timeOut(_ server: Int) {
    budget.timeouts -= 1
    act(server) { server, now, outbox in
      server.receive(.electionTimeout, from: server.id, at: now, into: &outbox)
    }
  }

  mutating func beat(_ server: Int) {
    budget.heartbeats -= 1
    act(server) { server, now, outbox in
      server.receive(.heartbeat(term: server.term), from: server.id, at: now, into: &outbox)
    }
  }

  mutating func crash(_ server: Int) {
    budget.crashes -= 1
    act(server) { server, now, outbox in server.restart(at: now, into: &outbox) }
  }

  mutating func ask(_ server: Int) { ask(server, budget.requests.removeFirst()) }

  mutating func ask(_ server: Int, _ request: RaftRequest) {
    act(server) { server, now, outbox in
      server.receive(.request(request), from: request.id.client, at: now, into: &outbox)
    }
  }

  /// Lets a server do something, reads it, and keeps what it sends to other servers.
  private mutating func act(
    _ index: Int, _ step: (inout RaftNode, Instant, inout Outbox<RaftMessage>) -> Void
  ) {
    var outbox = Outbox<RaftMessage>()
    step(&servers[index], time, &outbox)
    for action in outbox.actions {
      guard case .send(let message, let receiver) = action, receiver.index < servers.count else {
        continue
      }
      letters.append(
        RaftExplorer.Letter(message: message, sender: NodeID(index), receiver: receiver))
    }
    invariants.check(servers[index], among: servers)
  }
}
