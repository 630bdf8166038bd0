import GeoModel

extension Pattern {
  /// The users who ask from one place, at home there or not.
  struct Client: Sendable {
    struct Reply: Sendable {
      let time: Instant
      let answer: Answer
    }

    private let stage: PatternStage
    private let place: Int
    /// The requests made here, by their places in the list of all.
    private let requests: [Int]
    private var made = 0
    /// What each user has seen, by number; empty for one who has seen nothing.
    private var tokens: [Positions]
    /// What was answered, in the order of time.
    private(set) var replies: [Reply] = []

    init(_ stage: PatternStage, at place: Int) {
      self.stage = stage
      self.place = place
      requests = stage.requests.indices.filter { stage.requests[$0].place == place }
      tokens = Array(repeating: [], count: stage.users.count)
    }

    mutating func start(into outbox: inout Outbox) {
      if let first = requests.first {
        outbox.remind(
          of: .next, after: Delay(PatternStage.opening + stage.requests[first].time))
      }
    }

    mutating func receive(_ message: Message, at now: Instant, into outbox: inout Outbox) {
      switch message {
      case .next: ask(at: now, into: &outbox)
      case .answer(let answer):
        replies.append(Reply(time: now, answer: answer))
        learn(from: answer, into: &outbox)
      case .session(let user, let token): tokens[user] = join(tokens[user], token)
      case .ask, .ship, .apply, .raft: break
      }
    }

    private mutating func ask(at now: Instant, into outbox: inout Outbox) {
      let number = requests[made]
      let request = stage.requests[number]
      outbox.send(
        .ask(
          Question(
            request: number, client: stage.clientNode(place),
            token: request.isRead ? tokens[request.user] : [])),
        to: NodeID(stage.routing.entry(from: place, without: stage.avoided(at: now))))
      made += 1
      guard made < requests.count else { return }
      let next = Instant(PatternStage.opening + stage.requests[requests[made]].time)
      outbox.remind(of: .next, after: next - now)
    }

    /// Remembers what a user has seen, and lets him take it along where he travels.
    private mutating func learn(from answer: Answer, into outbox: inout Outbox) {
      guard stage.workload.session != .none else { return }
      let request = stage.requests[answer.request]
      var seen = request.isRead ? answer.known : []
      if let write = answer.write {
        seen = Array(repeating: 0, count: answer.known.count)
        seen[write.log] = write.position
      }
      tokens[request.user] = join(tokens[request.user], seen)
      let user = stage.users[request.user]
      guard user.travels else { return }
      let other = place == user.home ? user.away : user.home
      outbox.send(
        .session(user: request.user, tokens[request.user]), to: stage.clientNode(other))
    }

    private func join(_ a: Positions, _ b: Positions) -> Positions {
      if a.isEmpty || b.isEmpty { return a.isEmpty ? b : a }
      return zip(a, b).map { max($0, $1) }
    }
  }
}
