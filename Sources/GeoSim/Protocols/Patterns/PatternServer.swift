import GeoModel

extension Pattern {
  /// What serves a region: it answers, passes on what others must decide, and tells them its
  /// writes.
  struct Server: Sendable {
    /// A write that this server took.
    struct Commit: Sendable {
      let request: Int
      let write: Write
      let time: Instant
      /// What it knew before.
      let known: Positions
    }

    let stage: PatternStage
    let place: Int
    let replica: ReplicaID
    var data: RegionData
    var known: Positions
    /// At a member of the consensus group.
    var consensus: ConsensusMember?
    /// Reads that wait for what their users have seen.
    private var waiting: [Question] = []
    /// In the order of time.
    var commits: [Commit] = []
    /// From a write in another region until it was seen here.
    private(set) var visibilities: [Delay] = []

    init(_ stage: PatternStage, at place: Int) {
      self.stage = stage
      self.place = place
      replica = ReplicaID(stage.workload.regions[place].name)
      data = RegionData(stage.workload, merging: stage.deployment.merging)
      known = Array(repeating: 0, count: stage.regionCount + 1)
      if stage.deployment.hasConsensusForStock {
        consensus = ConsensusMember(stage, at: place)
      }
    }

    mutating func start(at now: Instant, into outbox: inout Outbox) {
      consensus?.start(at: now, into: &outbox)
    }

    mutating func receive(
      _ message: Message, from sender: NodeID, at now: Instant, into outbox: inout Outbox
    ) {
      switch message {
      case .ask(let question): consider(question, at: now, into: &outbox)
      case .ship(let entry):
        for other in 0..<stage.regionCount where other != place {
          outbox.send(.apply(entry), to: NodeID(other))
        }
      case .apply(let entry): apply(entry, at: now, into: &outbox)
      case .raft(let message):
        consensus?.receive(message, from: sender, at: now, into: &outbox)
        sell(at: now, into: &outbox)
      case .answer, .next, .session: break
      }
    }

    private mutating func consider(
      _ question: Question, at now: Instant, into outbox: inout Outbox
    ) {
      let request = stage.requests[question.request]
      if stage.isCritical(request) {
        decide(question, request, at: now, into: &outbox)
      } else if request.isRead {
        read(question, at: now, into: &outbox)
      } else {
        let home = stage.users[request.user].home
        let writer = stage.routing.writer(
          at: request.place, home: home, without: stage.avoided(at: now))
        if writer == place || question.isForwarded {
          write(question, request, at: now, into: &outbox)
        } else {
          forward(question, to: writer, into: &outbox)
        }
      }
    }

    private func forward(_ question: Question, to server: Int, into outbox: inout Outbox) {
      var question = question
      question.isForwarded = true
      outbox.send(.ask(question), to: NodeID(server))
    }

    func answer(
      _ question: Question, _ write: Write? = nil, at now: Instant, into outbox: inout Outbox
    ) {
      outbox.send(
        .answer(Answer(request: question.request, known: known, served: now, write: write)),
        to: question.client)
    }
  }
}

// MARK: - Reads

extension Pattern.Server {
  private mutating func read(
    _ question: Pattern.Question, at now: Instant, into outbox: inout Pattern.Outbox
  ) {
    guard let missing = missing(question.token, at: now) else {
      return answer(question, at: now, into: &outbox)
    }
    if stage.workload.session == .forward, !question.isForwarded {
      forward(question, to: missing, into: &outbox)
    } else {
      waiting.append(question)
    }
  }

  /// The first region of whose writes a token has seen more than is here.
  ///
  /// Nobody waits for a region that is known to be lost.
  private func missing(_ token: Pattern.Positions, at now: Instant) -> Int? {
    guard !token.isEmpty else { return nil }
    let avoided = stage.avoided(at: now)
    return (0..<stage.regionCount).first { $0 != avoided && token[$0] > known[$0] }
  }

  private mutating func apply(
    _ entry: Pattern.Entry, at now: Instant, into outbox: inout Pattern.Outbox
  ) {
    data.merge(entry.change)
    known[entry.write.log] = entry.write.position
    visibilities.append(now - entry.written)
    guard !waiting.isEmpty else { return }
    let questions = waiting
    waiting = []
    for question in questions {
      if missing(question.token, at: now) == nil {
        answer(question, at: now, into: &outbox)
      } else {
        waiting.append(question)
      }
    }
  }
}

// MARK: - Writes

extension Pattern.Server {
  /// Takes a write at once and tells the others later. A sale is refused where no unit seems left.
  private mutating func write(
    _ question: Pattern.Question, _ request: WorkloadRequest, at now: Instant,
    into outbox: inout Pattern.Outbox
  ) {
    if case .stock(let article) = request.datum,
      data.sold[article].value >= stage.workload.unitsPerArticle
    {
      return answer(question, at: now, into: &outbox)
    }
    let before = known
    known[place] += 1
    let write = Pattern.Write(log: place, position: known[place])
    let change = data.write(
      request.datum, by: request.user, number: question.request, at: now, in: replica)
    commits.append(Commit(request: question.request, write: write, time: now, known: before))
    let entry = Pattern.Entry(write: write, written: now, change: change)
    outbox.remind(of: .ship(entry), after: Delay(stage.workload.lag))
    answer(question, write, at: now, into: &outbox)
  }
}
