import GeoModel

/// Who asked what, when it was answered, and which writes were there to be seen.
struct PatternLedger: Sendable {
  /// A write as its region took it.
  struct Written: Sendable {
    let commit: Pattern.Server.Commit
    /// Whether no region that is left has it.
    let isGone: Bool
  }

  /// A request and what became of it.
  struct Outcome: Sendable {
    let request: WorkloadRequest
    let asked: Instant
    /// `nil` where no answer came in time.
    let reply: Pattern.Client.Reply?
    /// The write that it made, also where nobody heard of it.
    var written: Written?

    var latency: Delay? { reply.map { $0.time - asked } }
  }

  /// What different requests may be about in common.
  enum Key: Hashable, Sendable {
    case profile(user: Int)
    case other(Datum)
  }

  let stage: PatternStage
  /// By request.
  let outcomes: [Outcome]
  /// Writes that are not gone, by key and log, in the order of the log.
  private let logs: [Key: [[Written]]]
  /// The servers that are left in the end.
  let survivors: [Pattern.Server]

  init(_ stage: PatternStage, servers: [Pattern.Server], replies: [Pattern.Client.Reply]) {
    self.stage = stage
    let survivors = servers.filter { $0.place != stage.lost || servers.count == 1 }
    self.survivors = survivors
    let written = Self.written(servers, survivors)
    outcomes = Self.outcomes(stage, replies, written)
    var logs: [Key: [[Written]]] = [:]
    let empty: [[Written]] = Array(repeating: [], count: stage.regionCount + 1)
    for write in written where !write.isGone {
      let key = Self.key(of: stage.requests[write.commit.request])
      logs[key, default: empty][write.commit.write.log].append(write)
    }
    self.logs = logs
  }

  /// All writes, in the order of their logs.
  ///
  /// A new leader obeys again what an old one may have decided: such a write counts once.
  private static func written(
    _ servers: [Pattern.Server], _ survivors: [Pattern.Server]
  ) -> [Written] {
    let logCount = (servers.first?.known.count ?? 1)
    let kept = (0..<logCount).map { log in survivors.map { $0.known[log] }.max() ?? 0 }
    let commits = servers.flatMap(\.commits).sorted {
      ($0.write.log, $0.write.position) < ($1.write.log, $1.write.position)
    }
    return commits.indices.compactMap { index in
      let commit = commits[index]
      if index > 0, commits[index - 1].write == commit.write { return nil }
      return Written(commit: commit, isGone: commit.write.position > kept[commit.write.log])
    }
  }

  private static func outcomes(
    _ stage: PatternStage, _ replies: [Pattern.Client.Reply], _ written: [Written]
  ) -> [Outcome] {
    var replied: [Pattern.Client.Reply?] = Array(repeating: nil, count: stage.requests.count)
    for reply in replies { replied[reply.answer.request] = reply }
    var writes: [Written?] = Array(repeating: nil, count: stage.requests.count)
    for write in written { writes[write.commit.request] = write }
    return stage.requests.indices.map { index in
      let asked = Instant(PatternStage.opening + stage.requests[index].time)
      let reply = replied[index].flatMap {
        $0.time - asked <= Delay(Workload.patience) ? $0 : nil
      }
      return Outcome(
        request: stage.requests[index], asked: asked, reply: reply, written: writes[index])
    }
  }

  static func key(of request: WorkloadRequest) -> Key {
    request.datum == .profile ? .profile(user: request.user) : .other(request.datum)
  }

  /// The writes of a key that are not gone, by log and in its order.
  func writes(of key: Key) -> [[Written]] { logs[key] ?? [] }
}

extension PatternLedger {
  /// How old the oldest write is that a read missed; zero where it missed none.
  func staleness(of outcome: Outcome) -> Delay? {
    guard outcome.request.isRead, let answer = outcome.reply?.answer else { return nil }
    let missed = writes(of: Self.key(of: outcome.request)).enumerated().compactMap { log, writes in
      writes[first(after: answer.known[log], in: writes)...].first?.commit.time
    }
    guard let oldest = missed.min(), oldest < answer.served else { return .zero }
    return answer.served - oldest
  }

  /// The first write of a log beyond a position.
  private func first(after position: Int, in writes: [Written]) -> Int {
    var (low, high) = (0, writes.count)
    while low < high {
      let middle = (low + high) / 2
      if writes[middle].commit.write.position <= position {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// Whether one read showed a write of its key that another did not.
  func shows(_ earlier: Pattern.Answer, beyond later: Pattern.Answer, of key: Key) -> Bool {
    writes(of: key).enumerated().contains { log, writes in
      let next = first(after: later.known[log], in: writes)
      return next < writes.count && writes[next].commit.write.position <= earlier.known[log]
    }
  }
}
