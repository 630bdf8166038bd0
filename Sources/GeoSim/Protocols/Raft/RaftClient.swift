/// A client that sends its requests to whom it believes to lead, and again until one is done.
///
/// A request keeps its name however often it is sent ([Ongaro 2014] §8).
///
/// [Ongaro 2014]: https://raft.github.io/raft.pdf
public struct RaftClient: Sendable {
  /// One request, and what became of it.
  public struct Request: Equatable, Sendable {
    public let task: RaftTask
    /// From the start of the run.
    public let due: Delay
    /// When it was first sent.
    public internal(set) var sent: Instant?
    /// When the client knew that it is done.
    public internal(set) var done: Instant?
    /// Hints followed since the last retry, lest two servers send the client back and forth.
    var hops = 0
  }

  public let id: NodeID
  public let serverCount: Int
  /// How long the client waits for an answer before it asks another server.
  public let patience: Delay
  /// By number, in the order of time.
  public private(set) var requests: [Request]
  /// Whom the client believes to lead.
  public private(set) var believed: NodeID

  /// - Parameter tasks: at what time since the start the client asks for what.
  public init(
    id: NodeID, serverCount: Int, asksFirst believed: NodeID, patience: Delay,
    tasks: [(due: Duration, task: RaftTask)]
  ) {
    self.id = id
    self.serverCount = serverCount
    self.patience = patience
    self.believed = believed
    requests = tasks.map { Request(task: $0.task, due: Delay($0.due)) }.sorted { $0.due < $1.due }
  }
}

extension RaftClient: Node {
  public mutating func start(at now: Instant, into outbox: inout Outbox<RaftMessage>) {
    awaitIssue(of: 0, at: now, into: &outbox)
  }

  /// What the client wanted done is on its disk.
  public mutating func restart(at now: Instant, into outbox: inout Outbox<RaftMessage>) {
    for number in requests.indices where requests[number].sent != nil {
      ask(number, into: &outbox)
    }
    let next = requests.firstIndex { $0.sent == nil } ?? requests.endIndex
    awaitIssue(of: next, at: now, into: &outbox)
  }

  public mutating func receive(
    _ message: RaftMessage, from sender: NodeID, at now: Instant,
    into outbox: inout Outbox<RaftMessage>
  ) {
    switch message {
    case .issue(let number):
      requests[number].sent = now
      ask(number, into: &outbox)
      awaitIssue(of: number + 1, at: now, into: &outbox)
    case .retry(let number, let asked): retry(number, after: asked, into: &outbox)
    case .answer(let id, let answer):
      take(answer, to: id.number, from: sender, at: now, into: &outbox)
    case .requestVote, .vote, .append, .matches, .differs, .timeoutNow, .request,
      .electionTimeout, .heartbeat, .flushed:
      break
    }
  }
}

extension RaftClient {
  private func awaitIssue(
    of number: Int, at now: Instant, into outbox: inout Outbox<RaftMessage>
  ) {
    guard number < requests.count else { return }
    outbox.remind(
      of: .issue(number: number), after: max(.zero, Instant.start + requests[number].due - now))
  }

  /// Sends a request that is not done, and sees to it that it is sent again.
  private mutating func ask(_ number: Int, into outbox: inout Outbox<RaftMessage>) {
    guard requests[number].done == nil else { return }
    requests[number].hops = 0
    send(number, into: &outbox)
    outbox.remind(of: .retry(number: number, asked: believed), after: patience)
  }

  private func send(_ number: Int, into outbox: inout Outbox<RaftMessage>) {
    let id = RaftRequestID(client: id, number: number)
    outbox.send(.request(RaftRequest(id: id, task: requests[number].task)), to: believed)
  }

  /// Asks the next server, unless another answer has already led the client elsewhere.
  private mutating func retry(
    _ number: Int, after asked: NodeID, into outbox: inout Outbox<RaftMessage>
  ) {
    guard requests[number].done == nil else { return }
    if believed == asked { believed = NodeID((asked.index + 1) % serverCount) }
    ask(number, into: &outbox)
  }

  private mutating func take(
    _ answer: RaftAnswer, to number: Int, from sender: NodeID, at now: Instant,
    into outbox: inout Outbox<RaftMessage>
  ) {
    guard requests[number].done == nil else { return }
    switch answer {
    case .done:
      requests[number].done = now
      believed = sender
    case .notLeader(let leader?) where requests[number].hops < serverCount:
      believed = leader
      requests[number].hops += 1
      send(number, into: &outbox)
    case .notLeader, .refused: break
    }
  }
}
