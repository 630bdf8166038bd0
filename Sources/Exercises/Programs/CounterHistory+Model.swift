import GeoModel

extension CounterHistory {
  /// What the model makes of a history: its counters, by place.
  package struct Model: Sendable {
    /// `nil` for a copy that is not made yet.
    package private(set) var counters: [PNCounter?]
    private let nodes: [ReplicaID]

    fileprivate init(_ history: CounterHistory) {
      nodes = history.nodes
      let copies = history.places - nodes.count
      counters = nodes.map { _ in PNCounter() } + Array(repeating: nil, count: copies)
    }

    /// - Returns: the value that the step asks for; `nil` where it asks for none.
    fileprivate mutating func play(_ step: Step) -> Int? {
      switch step {
      case .increment(let at, let count):
        counters[at]?.apply(.increment(by: count), at: nodes[at])
      case .decrement(let at, let count):
        counters[at]?.apply(.decrement(by: count), at: nodes[at])
      case .copy(let of, let place): counters[place] = counters[of]
      case .merge(let from, let into):
        if let other = counters[from] { counters[into]?.merge(other) }
      case .gather(let into, let count):
        for number in 1...count {
          var other = PNCounter()
          other.apply(.increment(), at: CounterHistory.gatheredNode(number))
          counters[into]?.merge(other)
        }
      case .value(let of): return counters[of]?.value
      }
      return nil
    }
  }

  /// The model after so many steps.
  package func model(after count: Int) -> Model {
    var model = Model(self)
    for step in steps.prefix(count) { _ = model.play(step) }
    return model
  }

  /// What the model says to each question for a value, in order.
  package var answers: [Int] {
    var model = Model(self)
    return steps.compactMap { model.play($0) }
  }
}
