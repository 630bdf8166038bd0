import GeoModel

/// Item 2.2: what merging must bring, and the laws that it must keep.
extension CounterCheck {
  static let laws = [
    CounterCheck(
      item: .merging, name: "brings", title: "A merge brings what the other counted", points: 2,
      rule: "After a.merge(b), a knows what b knows; a counter that knows nothing brings nothing.",
      help: "Go through every id that either side has.",
      histories: { _ in
        [
          CounterHistory(replicas: 2, [.increment(0, 3), .merge(from: 0, into: 1), .value(of: 1)]),
          CounterHistory(replicas: 2, [.decrement(0, 3), .merge(from: 0, into: 1), .value(of: 1)]),
          CounterHistory(
            replicas: 2,
            [.increment(0, 3), .decrement(0), .merge(from: 1, into: 0), .value(of: 0)]),
          CounterHistory(
            replicas: 3,
            [
              .increment(0, 3), .merge(from: 0, into: 1), .increment(1, 4),
              .merge(from: 1, into: 2), .value(of: 2),
            ]),
        ]
      }),
    CounterCheck(
      item: .merging, name: "idempotence", title: "Idempotent: merging twice is merging once",
      points: 2,
      rule: "Idempotence: after a.merge(b), another a.merge(b) changes nothing.",
      help: "Take, for each slot, the greater of the two numbers.",
      histories: { dice in
        law(&dice) { merge in
          [merge(1, 0), .value(of: 0), merge(1, 0), .value(of: 0)]
        }
      }),
    CounterCheck(
      item: .merging, name: "commutativity", title: "Commutative: either may merge the other",
      points: 2,
      rule:
        "Commutativity: a.merge(b) and b.merge(a), each from the states of before, say the same.",
      help: "Take, for each slot, the greater of the two numbers, whoever has it.",
      histories: { dice in
        law(&dice) { merge in
          [
            .copy(of: 0, as: 3), .copy(of: 1, as: 4), merge(4, 0), merge(3, 1), .value(of: 0),
            .value(of: 1),
          ]
        }
      }),
    CounterCheck(
      item: .merging, name: "associativity", title: "Associative: groups make no difference",
      points: 2,
      rule: "Associativity: merging b and then c says the same as merging b that merged c.",
      help: "Let the result depend on the two states alone, slot by slot.",
      histories: { dice in
        law(&dice) { merge in
          [
            .copy(of: 0, as: 3), merge(1, 3), merge(2, 3), .copy(of: 1, as: 4), merge(2, 4),
            merge(4, 0), .value(of: 3), .value(of: 0),
          ]
        }
      }),
    CounterCheck(
      item: .merging, name: "self", title: "Merging with itself", points: 1,
      rule: "Idempotence: a.merge(a) changes nothing.",
      help: "Take, for each slot, the greater of the two numbers.",
      histories: { dice in
        law(&dice) { merge in [.value(of: 0), merge(0, 0), .value(of: 0)] }
      }),
    CounterCheck(
      item: .merging, name: "inflation", title: "Inflation: an old state takes nothing back",
      points: 2,
      rule: "Inflation: what a counter knows only grows; a copy from before changes nothing.",
      help: "Take, for each slot, the greater of the two numbers: the older one is never greater.",
      histories: { _ in inflation }),
    CounterCheck(
      item: .merging, name: "redelivery", title: "Repeated and late messages", points: 2,
      rule: "A state that comes again, or after a newer one, brings nothing new.",
      help: "Count decrements in slots of their own: both maps then only grow.",
      histories: { _ in redelivery }),
  ]

  private typealias Merge = (_ from: Int, _ into: Int) -> CounterHistory.Step

  /// Three replicas that have met or not, and then two ways that must lead to the same value.
  private static func law(
    _ dice: inout SplitMix64, ways: (Merge) -> [CounterHistory.Step]
  ) -> [CounterHistory] {
    let ways = ways { .merge(from: $0, into: $1) }
    let counts: [CounterHistory.Step] = [
      .increment(0, 1), .increment(1, 5), .decrement(1, 2), .increment(2, 4),
    ]
    let preludes = [counts] + (0..<preludeCount).map { _ in RandomCounterHistory.prelude(&dice) }
    return preludes.map { CounterHistory(replicas: 3, $0 + ways, claim: .equal) }
  }

  private static let preludeCount = 30

  private static let inflation = [
    CounterHistory(
      replicas: 1,
      [
        .increment(0, 2), .copy(of: 0, as: 1), .increment(0), .merge(from: 1, into: 0),
        .value(of: 0),
      ]),
    CounterHistory(
      replicas: 1,
      [
        .decrement(0), .copy(of: 0, as: 1), .decrement(0, 2), .merge(from: 1, into: 0),
        .value(of: 0),
      ]),
    CounterHistory(
      replicas: 2,
      [
        .increment(0), .copy(of: 0, as: 2), .increment(0), .decrement(0), .merge(from: 0, into: 1),
        .merge(from: 2, into: 1), .value(of: 1),
      ]),
  ]

  private static let redelivery = [
    CounterHistory(
      replicas: 2,
      [.increment(0, 200), .merge(from: 0, into: 1), .merge(from: 0, into: 1), .value(of: 1)]),
    CounterHistory(
      replicas: 2,
      [
        .increment(0, 3), .copy(of: 0, as: 2), .decrement(0, 2), .merge(from: 0, into: 1),
        .merge(from: 2, into: 1), .value(of: 1),
      ]),
    CounterHistory(
      replicas: 2,
      [
        .increment(0, 3), .decrement(0, 1), .merge(from: 0, into: 1), .merge(from: 0, into: 1),
        .merge(from: 0, into: 1), .value(of: 1),
      ]),
    CounterHistory(
      replicas: 3,
      [
        .increment(0, 3), .copy(of: 0, as: 3), .merge(from: 0, into: 1), .merge(from: 1, into: 2),
        .merge(from: 3, into: 2), .value(of: 2),
      ]),
  ]
}
