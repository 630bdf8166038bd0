import GeoModel

/// The items 2.1, 2.3 and 2.4: counting, reading, and the scenario of the handout.
extension CounterCheck {
  static let counting = [
    CounterCheck(
      item: .counting, name: "new", title: "A new counter is 0, and counts for itself", points: 2,
      rule: "A new counter says 0. What one counter counts, no other one knows before a merge.",
      help: "Make the state in the constructor, for each counter anew.",
      histories: { _ in
        [
          CounterHistory(replicas: 1, [.value(of: 0)]),
          CounterHistory(replicas: 2, [.increment(0), .value(of: 1)]),
          CounterHistory(
            replicas: 2, [.increment(0, 2), .decrement(1), .value(of: 0), .value(of: 1)]),
        ]
      }),
    CounterCheck(
      item: .counting, name: "counting", title: "Each call counts once", points: 3,
      rule: "value() is the number of increments less the number of decrements.",
      help: "Count increments and decrements of a node apart, each up from 0.",
      histories: { _ in
        [
          CounterHistory(replicas: 1, [.increment(0), .value(of: 0)]),
          CounterHistory(replicas: 1, [.increment(0, 5), .value(of: 0)]),
          CounterHistory(replicas: 1, [.increment(0, 5), .decrement(0, 2), .value(of: 0)]),
          CounterHistory(
            replicas: 1,
            [.increment(0), .decrement(0), .increment(0, 2), .decrement(0), .value(of: 0)]),
        ]
      }),
    CounterCheck(
      item: .counting, name: "ids", title: "Any text is an id", points: 2,
      rule: "A node id is any text: a slot is made when an id first appears.",
      help: "Start a slot at 0 when its id is new, and use the id only as a key.",
      histories: { _ in
        CounterIDs.odd.map { id in
          CounterHistory(nodes: [id], [.increment(0, 3), .decrement(0), .value(of: 0)])
        }
      }),
    CounterCheck(
      item: .counting, name: "many", title: "Many operations are counted", points: 1,
      rule: "A count has no small limit: 200 and 33,000 calls are counted too.",
      help: "Compare numbers by value, and keep them in a wide type.",
      histories: { _ in
        [
          CounterHistory(replicas: 1, [.increment(0, 200), .decrement(0, 3), .value(of: 0)]),
          CounterHistory(replicas: 1, [.decrement(0, 200), .increment(0, 3), .value(of: 0)]),
          CounterHistory(replicas: 1, [.increment(0, 33_000), .value(of: 0)]),
        ]
      }),
  ]

  static let value = [
    CounterCheck(
      item: .value, name: "below-zero", title: "The value may be below 0", points: 2,
      rule: "A PN-counter has no floor: more decrements than increments make it negative.",
      help: "Return the difference as it is.",
      histories: { _ in
        [
          CounterHistory(replicas: 1, [.decrement(0), .value(of: 0)]),
          CounterHistory(replicas: 1, [.increment(0), .decrement(0, 4), .value(of: 0)]),
          CounterHistory(
            replicas: 1, [.decrement(0, 2), .increment(0), .value(of: 0)]),
        ]
      }),
    CounterCheck(
      item: .value, name: "twice", title: "Asking changes nothing", points: 2,
      rule: "value() only reads: asked again, it says the same.",
      help: "Compute the value from the state without changing the state.",
      histories: { _ in
        [
          CounterHistory(
            replicas: 1, [.increment(0, 2), .value(of: 0), .value(of: 0)], claim: .equal),
          CounterHistory(
            replicas: 1,
            [.increment(0, 2), .decrement(0, 5)] + Array(repeating: .value(of: 0), count: 3),
            claim: .equal),
          CounterHistory(replicas: 1, [.value(of: 0), .value(of: 0)], claim: .equal),
        ]
      }),
    CounterCheck(
      item: .value, name: "between", title: "Asking between operations", points: 2,
      rule: "After each step value() says what this counter knows by then.",
      help: "Where a value is kept for later, let increments, decrements and merges renew it.",
      histories: { RandomCounterHistory.read($0.next()) }),
  ]

  static let scenario = [
    CounterCheck(
      item: .scenario, name: "live", title: "The scenario, one merge after the other", points: 3,
      rule: "A counts 3, B counts 5 and takes 2 back; merged both ways, both say the same sum.",
      help: "Do the scenario by hand: write down both maps of A and of B after each step.",
      histories: { _ in
        [
          CounterHistory(
            replicas: 2, counts + [.merge(from: 1, into: 0), .merge(from: 0, into: 1)] + reads),
          CounterHistory(
            replicas: 2, counts + [.merge(from: 0, into: 1), .merge(from: 1, into: 0)] + reads),
        ]
      }),
    CounterCheck(
      item: .scenario, name: "snapshots", title: "The scenario, from copies", points: 3,
      rule: "It makes no difference whether a state is merged at once or travels as a copy.",
      help: "Do the scenario by hand: write down both maps of A and of B after each step.",
      histories: { _ in
        [
          CounterHistory(
            replicas: 2,
            counts + [
              .copy(of: 0, as: 2), .copy(of: 1, as: 3), .merge(from: 3, into: 0),
              .merge(from: 2, into: 1),
            ] + reads)
        ]
      }),
  ]

  private static let counts: [CounterHistory.Step] = [
    .increment(0, 3), .increment(1, 5), .decrement(1, 2),
  ]
  private static let reads: [CounterHistory.Step] = [.value(of: 0), .value(of: 1)]
}
