import GeoModel

/// A history with what a learner's counters said after each step, for watching.
package struct CounterReplay: Equatable, Sendable, Codable {
  package let history: CounterHistory
  /// After each step, by place: what `value()` said; `nil` where nobody asked, as for a copy that is
  /// not made yet.
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
    zip(said, expected).enumerated().first { _, rows in
      zip(rows.0, rows.1).contains { $0 != nil && $0 != $1 }
    }?
    .offset
  }
}

extension CounterReplay {
  /// What was said to a history when it was asked for once, at the steps that ask.
  init(_ heard: HeardHistory) {
    let history = heard.history
    var replies = heard.replies.filter { $0 != .done }[...]
    said = history.steps.map { step in
      let place: Int? = if case .value(let place) = step { place } else { nil }
      let reply = place.flatMap { _ in replies.popFirst() }
      return (0..<history.places).map { $0 == place ? reply?.text : nil }
    }
    self.history = history
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
