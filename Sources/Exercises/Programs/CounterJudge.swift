import GeoModel

/// Judges a counter of which one can only ask things, against the model's own.
package enum CounterJudge {
  /// Tries all checks on a program. The same seed asks the same.
  package static func judge(
    _ conversation: inout some Conversation, seed: UInt64
  ) -> CounterJudgement {
    var results: [CounterResult] = []
    var end: ProgramFailure?
    for check in CounterCheck.all {
      guard end == nil else {
        results.append(CounterResult(check: check, state: .notReached))
        continue
      }
      var dice = SplitMix64(seed: seed)
      let histories = check.histories(&dice)
      do throws(ProgramFailure) {
        let state = try state(after: histories, &conversation)
        results.append(CounterResult(check: check, state: state))
      } catch {
        end = error
        results.append(CounterResult(check: check, state: .stopped(error)))
      }
    }
    return CounterJudgement(results: results, end: end)
  }

  private static func state(
    after histories: [CounterHistory], _ conversation: inout some Conversation
  ) throws(ProgramFailure) -> CounterResult.State {
    for batch in histories.batches {
      let heard = try conversation.ask(batch)
      if let failed = heard.first(where: { $0.fault != nil }) {
        return .failed(try finding(on: failed, among: heard, &conversation))
      }
    }
    return .passed
  }

  private static func finding(
    on failed: HeardHistory, among heard: [HeardHistory], _ conversation: inout some Conversation
  ) throws(ProgramFailure) -> CounterFinding {
    CounterFinding(
      history: failed.history, fault: failed.fault, rule: nil,
      replay: try conversation.replay(of: failed.history))
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
  fileprivate var batches: [[CounterHistory]] {
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
