import GeoModel

/// Judges a counter of which one can only ask things, against the model's own.
package struct CounterJudge {
  private let seed: UInt64
  private var results: [CounterResult] = []
  /// What was said to the checks, without what was asked to make histories shorter.
  private var heard: [HeardHistory] = []
  /// How much of it was said before any history was made shorter.
  private var heardFirst: Int?
  /// What was found when a counter first knew of something before anything was counted.
  private var leak: CounterFinding?
  private var end: ProgramFailure?

  private init(seed: UInt64) {
    self.seed = seed
  }

  /// Tries all checks on a program. The same seed asks the same.
  package static func judge(
    _ conversation: inout some Conversation, seed: UInt64
  ) -> CounterJudgement {
    var judge = CounterJudge(seed: seed)
    for check in CounterCheck.all {
      let state = judge.state(of: check, &conversation)
      judge.results.append(CounterResult(check: check, state: state))
    }
    return judge.judgement
  }

  private mutating func state(
    of check: CounterCheck, _ conversation: inout some Conversation
  ) -> CounterResult.State {
    guard end == nil else { return .notReached }
    var dice = SplitMix64(seed: seed)
    do throws(ProgramFailure) {
      let histories = check.histories(&dice).filter { conversation.tellsApart($0.nodes) }
      for batch in histories.batches {
        let heard = try conversation.ask(batch)
        self.heard += heard
        if let failed = heard.first(where: { $0.fault != nil }) {
          heardFirst = heardFirst ?? self.heard.count
          return .failed(try finding(on: failed, &conversation))
        }
      }
      return .passed
    } catch {
      end = error
      return .stopped(error)
    }
  }

  private mutating func finding(
    on failed: HeardHistory, _ conversation: inout some Conversation
  ) throws(ProgramFailure) -> CounterFinding {
    guard let (history, fault) = try CounterShrinker.shrunk(failed.history, &conversation) else {
      return CounterFinding(history: failed.history, fault: nil, replay: nil)
    }
    // New counters were right at first: they know of what others have counted since then.
    if history.steps.allSatisfy({ $0.count == nil }), heard.first?.fault == nil {
      let first = CounterFinding(
        history: failed.history, fault: failed.fault, replay: CounterReplay(failed))
      leak = leak ?? first
      return leak ?? first
    }
    return CounterFinding(
      history: history, fault: fault, replay: try conversation.replay(of: history))
  }

  /// The results, and the wrong rule that gives all that was said, if one does.
  private var judgement: CounterJudgement {
    guard let heardFirst else { return CounterJudgement(results: results, end: end) }
    // A state that all counters share was changed by what was asked in between.
    let rule = CounterRule.all.first {
      $0.explains($0.sharing == .all ? heard.prefix(heardFirst) : heard[...])
    }
    let explained = results.map { result in
      guard var finding = result.finding else { return result }
      finding.rule = rule
      return CounterResult(check: result.check, state: .failed(finding))
    }
    return CounterJudgement(results: explained, end: end)
  }
}

/// A history and what a program said to it.
struct HeardHistory: Sendable {
  let history: CounterHistory
  let replies: ArraySlice<CounterReply>
  let fault: CounterFault?
}

extension Conversation {
  /// Asks for histories, all at once.
  mutating func ask(
    _ histories: [CounterHistory]
  ) throws(ProgramFailure) -> [HeardHistory] {
    let requests = histories.flatMap(\.requests)
    let replies = try ask(requests)
    guard replies.count == requests.count else {
      throw .undecided("\(requests.count) requests got \(replies.count) replies")
    }
    var rest = replies[...]
    return histories.map { history in
      let own = rest.prefix(history.width)
      rest = rest.dropFirst(history.width)
      return HeardHistory(history: history, replies: own, fault: history.fault(in: own))
    }
  }
}

extension [CounterHistory] {
  private static var mostRequests: Int { 8_192 }

  /// The histories in parts of some thousands of requests.
  var batches: [[CounterHistory]] {
    var batches: [[CounterHistory]] = []
    var room = 0
    for history in self {
      if history.width > room {
        batches.append([])
        room = Self.mostRequests
      }
      batches[batches.count - 1].append(history)
      room -= history.width
    }
    return batches
  }
}
