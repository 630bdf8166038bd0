import GeoModel

/// A region's member of the group that decides on every sale: a server of Raft, and the stock that
/// its log amounts to.
struct ConsensusMember: Sendable {
  private(set) var raft: RaftNode
  /// Up to where the log has been obeyed.
  private var obeyed = 0
  private var box = Outbox<RaftMessage>()

  init(_ stage: PatternStage, at place: Int) {
    let regions = stage.workload.regions
    let longest = regions.flatMap { a in regions.map { stage.workload.topology.roundTrip(a, $0) } }
      .max()
    raft = RaftNode(
      id: NodeID(place), serverCount: regions.count,
      founders: RaftMembers(voters: regions.indices.map(NodeID.init)),
      timing: RaftTiming(forRoundTrip: longest ?? .zero), standsAtStart: place == 0,
      seed: stage.workload.seed &+ UInt64(place))
  }

  mutating func start(at now: Instant, into outbox: inout Pattern.Outbox) {
    raft.start(at: now, into: &box)
    passOn(into: &outbox)
  }

  mutating func receive(
    _ message: RaftMessage, from sender: NodeID, at now: Instant,
    into outbox: inout Pattern.Outbox
  ) {
    raft.receive(message, from: sender, at: now, into: &box)
    passOn(into: &outbox)
  }

  /// Writes a request into the log, at the leader.
  mutating func propose(
    _ question: Pattern.Question, at now: Instant, into outbox: inout Pattern.Outbox
  ) {
    let id = RaftRequestID(client: question.client, number: question.request)
    receive(
      .request(RaftRequest(id: id, task: .write)), from: question.client, at: now, into: &outbox)
  }

  var isLeader: Bool { raft.role == .leader }

  /// The server to ask, as far as this one knows.
  var leader: NodeID? { raft.memory.leader }

  /// Requests that have been committed since this was asked last, in the order of the log.
  mutating func takeCommitted() -> [RaftRequestID] {
    let writes = raft.memory.machine.writes
    guard obeyed < writes.count else { return [] }
    defer { obeyed = writes.count }
    return Array(writes[obeyed...])
  }

  /// Raft says only that a request is committed; the users want to know what came of it, and so
  /// hear of it from the server instead.
  private mutating func passOn(into outbox: inout Pattern.Outbox) {
    for action in box.actions {
      switch action {
      case .send(.answer, to: _): break
      case .send(let message, let receiver): outbox.send(.raft(message), to: receiver)
      case .remind(let message, let delay): outbox.remind(of: .raft(message), after: delay)
      }
    }
    box.clear()
  }
}

extension Pattern.Server {
  /// Lets the leader decide: on a sale together with a majority, on a read by what it has sold.
  ///
  /// The leader reads without asking whether it still leads, as with a lease; in a run whose
  /// regions are lost and not cut off it never errs.
  mutating func decide(
    _ question: Pattern.Question, _ request: WorkloadRequest, at now: Instant,
    into outbox: inout Pattern.Outbox
  ) {
    guard let consensus else { return }
    if !consensus.isLeader {
      // Without a leader the request is lost, and its user gives it up.
      guard let leader = consensus.leader, leader.index != place else { return }
      outbox.send(.ask(question), to: leader)
    } else if request.isRead {
      answer(question, at: now, into: &outbox)
    } else {
      self.consensus?.propose(question, at: now, into: &outbox)
      sell(at: now, into: &outbox)
    }
  }

  /// Obeys what the group has decided, in the order of its log; the leader answers.
  mutating func sell(at now: Instant, into outbox: inout Pattern.Outbox) {
    guard let committed = consensus?.takeCommitted(), let isLeader = consensus?.isLeader else {
      return
    }
    for id in committed {
      let request = stage.requests[id.number]
      guard case .stock(let article) = request.datum else { continue }
      let question = Pattern.Question(request: id.number, client: id.client, token: [])
      guard data.sold[article].value < stage.workload.unitsPerArticle else {
        if isLeader { answer(question, at: now, into: &outbox) }
        continue
      }
      let before = known
      known[stage.consensusLog] += 1
      let write = Pattern.Write(log: stage.consensusLog, position: known[stage.consensusLog])
      _ = data.write(
        request.datum, by: request.user, number: id.number, at: now, in: "consensus group")
      if isLeader {
        commits.append(
          Commit(request: id.number, write: write, time: now, known: before))
        answer(question, write, at: now, into: &outbox)
      }
    }
  }
}
