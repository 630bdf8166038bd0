import GeoModel

/// A history with what a learner's counters said after each step, for watching.
package struct CounterReplay: Equatable, Sendable, Codable {
  package let history: CounterHistory
  /// After each step, by place: what `value()` said; `nil` for a copy that is not made yet.
  ///
  /// Every row was asked for anew, so that asking did not change what came after.
  package let said: [[String?]]

  package init(history: CounterHistory, said: [[String?]]) {
    self.history = history
    self.said = said
  }
}

extension CounterReplay {
  /// After each step, by place: what the model says.
  package var expected: [[String?]] {
    history.steps.indices.map { index in
      history.model(after: index + 1).counters.map { $0.map { "\($0.value)" } }
    }
  }

  /// The first step after which a counter says something else than the model's.
  package var firstDifference: Int? {
    zip(said, expected).enumerated().first { $1.0 != $1.1 }?.offset
  }
}

extension Conversation {
  /// Plays every beginning of a history, and asks all counters for their values after each.
  mutating func replay(
    of history: CounterHistory
  ) throws(ProgramFailure) -> CounterReplay {
    let beginnings = history.steps.indices.map { index in
      CounterHistory(nodes: history.nodes, Array(history.steps[...index]))
    }
    let places = beginnings.map { beginning in
      beginning.model(after: beginning.steps.count).counters.map { $0 != nil }
    }
    let asked = zip(beginnings, places).map { beginning, isThere in
      var beginning = beginning
      beginning.steps += isThere.indices.filter { isThere[$0] }.map { .value(of: $0) }
      return beginning
    }
    let heard = try ask(asked)
    let said = zip(heard, places).map { heard, isThere in
      var replies = heard.replies.suffix(isThere.count { $0 })
      return isThere.map { $0 ? replies.popFirst()?.text : nil }
    }
    return CounterReplay(history: history, said: said)
  }
}

extension CounterReply {
  /// What there is to show of a reply.
  fileprivate var text: String {
    switch self {
    case .done: "nothing"
    case .value(let value): "\(value)"
    case .notANumber(let text): text
    case .threw(let error): "threw \(error)"
    }
  }
}
