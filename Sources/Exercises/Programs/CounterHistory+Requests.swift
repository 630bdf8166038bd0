import GeoModel

extension CounterHistory {
  /// The history as a program is asked for it: new counters, then the steps.
  package var requests: [CounterRequest] {
    nodes.indices.map(CounterRequest.create) + steps.flatMap(requests(for:))
  }

  private func requests(for step: Step) -> [CounterRequest] {
    switch step {
    case .increment(let at, let count): [.increment(at, node: nodes[at], count: count)]
    case .decrement(let at, let count): [.decrement(at, node: nodes[at], count: count)]
    case .copy(let of, let place): [.create(place), .merge(from: of, into: place)]
    case .merge(let from, let into): [.merge(from: from, into: into)]
    case .gather(let into, let count): gathering(count, into: into)
    case .value(let of): [.value(of)]
    }
  }

  private func gathering(_ count: Int, into: Int) -> [CounterRequest] {
    let place = places
    return (1...count).flatMap { number in
      [
        .create(place), .increment(place, node: Self.gatheredNode(number)),
        .merge(from: place, into: into),
      ]
    }
  }

  /// How many requests a step is.
  private func width(of step: Step) -> Int {
    switch step {
    case .increment, .decrement, .merge, .value: 1
    case .copy: 2
    case .gather(_, let count): 3 * count
    }
  }

  /// How many requests the history is.
  var width: Int { steps.reduce(nodes.count) { $0 + width(of: $1) } }

  /// What a program did wrong when it was asked for the history.
  ///
  /// - Parameter replies: one for each of ``requests``.
  /// - Returns: `nil` where the claim holds.
  func fault(in replies: ArraySlice<CounterReply>) -> CounterFault? {
    var rest = replies
    for _ in nodes {
      if case .threw(let error)? = rest.popFirst() { return .threw(step: nil, error) }
    }
    var said: [(step: Int, value: Int64)] = []
    for (index, step) in steps.enumerated() {
      for reply in rest.prefix(width(of: step)) {
        switch reply {
        case .threw(let error): return .threw(step: index, error)
        case .notANumber(let text): return .notANumber(step: index, text)
        case .value(let value): said.append((index, value))
        case .done:
          if case .value = step { return .notANumber(step: index, "nothing") }
        }
      }
      rest = rest.dropFirst(width(of: step))
    }
    return fault(of: said)
  }

  private func fault(of said: [(step: Int, value: Int64)]) -> CounterFault? {
    switch claim {
    case .right:
      let wrong = zip(said, answers).first { $0.value != Int64($1) }
      return wrong.map { .wrong(step: $0.step, said: $0.value, expected: $1) }
    case .equal:
      guard let first = said.first, let other = said.first(where: { $0.value != first.value })
      else { return nil }
      return .unequal(first.step, other.step, said: first.value, other.value)
    }
  }
}

/// What a program did wrong in a history, and at which step.
enum CounterFault: Equatable, Sendable {
  /// `nil` for a program that throws when a counter is made.
  case threw(step: Int?, String)
  case notANumber(step: Int, String)
  case wrong(step: Int, said: Int64, expected: Int)
  /// Two values that must be the same.
  case unequal(Int, Int, said: Int64, Int64)

  /// Whether another fault is of this kind, so that it may stand for it.
  func isLike(_ other: CounterFault) -> Bool {
    switch (self, other) {
    case (.threw, .threw), (.notANumber, .notANumber), (.wrong, .wrong), (.unequal, .unequal): true
    default: false
    }
  }
}
