import GeoModel

extension PatternLedger {
  /// What a user has done before, and how it was answered.
  private struct Memory {
    var writes: [(told: Instant, write: Pattern.Write)] = []
    var reads: [Pattern.Client.Reply] = []
  }

  /// Reads that broke a session: that missed a write of the user's own, and that went back behind
  /// an earlier read.
  ///
  /// A write that is gone is counted as gone and breaks no session besides.
  var brokenSessions: (readYourWrites: Int, monotonicReads: Int) {
    var memories: [Session: Memory] = [:]
    var broken = (readYourWrites: 0, monotonicReads: 0)
    for outcome in outcomes {
      guard let reply = outcome.reply else { continue }
      let session = Session(user: outcome.request.user, key: Self.key(of: outcome.request))
      guard outcome.request.isRead else {
        if let write = reply.answer.write, outcome.written?.isGone == false {
          memories[session, default: Memory()].writes.append((reply.time, write))
        }
        continue
      }
      if let memory = memories[session] {
        if memory.writes.contains(where: { misses($0, outcome, reply.answer) }) {
          broken.readYourWrites += 1
        }
        if memory.reads.contains(where: { goesBack(behind: $0, outcome, session.key) }) {
          broken.monotonicReads += 1
        }
      }
      memories[session, default: Memory()].reads.append(reply)
    }
    return broken
  }

  private struct Session: Hashable {
    let user: Int
    let key: Key
  }

  private func misses(
    _ own: (told: Instant, write: Pattern.Write), _ read: Outcome, _ answer: Pattern.Answer
  ) -> Bool {
    own.told <= read.asked && own.write.position > answer.known[own.write.log]
  }

  private func goesBack(
    behind earlier: Pattern.Client.Reply, _ read: Outcome, _ key: Key
  ) -> Bool {
    guard let later = read.reply?.answer, earlier.time <= read.asked else { return false }
    return shows(earlier.answer, beyond: later, of: key)
  }
}

extension PatternLedger {
  /// Writes that are in no region any more because another one took their place unseen.
  var lostUpdates: Int { lostIncrements + lostMembers + overwrittenProfiles }

  private var lostIncrements: Int {
    writes(of: .other(.counter)).joined().count - (survivors.first?.data.counter.value ?? 0)
  }

  private var lostMembers: Int {
    let members = Set(survivors.first?.data.set.value ?? [])
    return writes(of: .other(.set)).joined().count { !members.contains($0.commit.request) }
  }

  private var overwrittenProfiles: Int {
    stage.users.indices.reduce(0) { sum, user in
      let writes = writes(of: .profile(user: user)).flatMap { $0.map(\.commit) }
      return sum + writes.count { lost in writes.contains { $0.overwrites(lost) } }
    }
  }

  /// Units that users were told they bought, beyond those that there were.
  var oversold: Int {
    var sold = Array(repeating: 0, count: stage.workload.articles)
    for outcome in outcomes where outcome.reply?.answer.write != nil {
      if case .stock(let article) = outcome.request.datum { sold[article] += 1 }
    }
    return sold.reduce(0) { $0 + max(0, $1 - stage.workload.unitsPerArticle) }
  }

  /// Writes that users were told of and that no region has any more.
  var goneWrites: Int { outcomes.count { $0.reply != nil && $0.written?.isGone == true } }
}

extension Pattern.Server.Commit {
  /// Whether this write takes the place of one that its region did not know.
  ///
  /// No two regions write at the same nanosecond, but for a chance that no run meets.
  fileprivate func overwrites(_ other: Self) -> Bool {
    time > other.time && known[other.write.log] < other.write.position
  }
}
