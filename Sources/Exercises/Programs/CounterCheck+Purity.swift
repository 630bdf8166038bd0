import GeoModel

/// Item 2.2: what merging must leave alone, and which ids it must tell apart.
extension CounterCheck {
  static let purity = [
    CounterCheck(
      item: .merging, name: "purity", title: "Merging leaves the other alone", points: 2,
      rule: "a.merge(b) changes a, and never b.",
      help: "Only read from the other counter.",
      histories: { _ in
        [
          CounterHistory(
            replicas: 2, [.increment(0, 2), .merge(from: 1, into: 0), .value(of: 1)]),
          CounterHistory(
            replicas: 2,
            [
              .increment(0, 2), .increment(1, 3), .decrement(1), .merge(from: 1, into: 0),
              .value(of: 1),
            ]),
        ]
      }),
    CounterCheck(
      item: .merging, name: "aliasing", title: "Later operations stay at home", points: 2,
      rule:
        "After a merge the two counters are still two: what one counts, the other does not see.",
      help: "Copy the numbers of the other counter; never keep its map.",
      histories: { _ in aliasing }),
  ]

  private static let aliasing = [
    CounterHistory(
      replicas: 2, [.increment(0), .merge(from: 0, into: 1), .increment(0), .value(of: 1)]),
    CounterHistory(
      replicas: 2, [.increment(0), .merge(from: 0, into: 1), .increment(1), .value(of: 0)]),
    CounterHistory(
      replicas: 2, [.merge(from: 0, into: 1), .increment(0), .value(of: 1)]),
    CounterHistory(
      replicas: 2, [.merge(from: 0, into: 1), .increment(1), .value(of: 0)]),
    CounterHistory(
      replicas: 2,
      [.increment(0, 3), .decrement(0), .merge(from: 0, into: 1), .decrement(1), .value(of: 0)]),
  ]

  static let ids = [
    CounterCheck(
      item: .merging, name: "ids", title: "Ids that look alike are different nodes", points: 2,
      rule: "Two ids are the same only if they are the same text, character by character.",
      help: "Use the id as it is: do not trim it, fold its case, cut it or read it as a number.",
      histories: { _ in
        CounterIDs.alike.flatMap { one, two in
          [
            CounterHistory(
              nodes: [one, two],
              [.increment(0, 2), .increment(1, 3), .merge(from: 1, into: 0), .value(of: 0)]),
            CounterHistory(
              nodes: [one, two],
              [.decrement(0, 3), .decrement(1, 2), .merge(from: 0, into: 1), .value(of: 1)]),
          ]
        }
      }),
    CounterCheck(
      item: .merging, name: "nodes", title: "Many nodes", points: 1,
      rule: "There may be any number of nodes, each with a slot of its own.",
      help: "Let the number of slots grow with the ids that appear.",
      histories: { _ in
        [CounterHistory(replicas: 1, [.increment(0), .gather(into: 0, count: 150), .value(of: 0)])]
      }),
  ]

  static let searches = [
    CounterCheck(
      item: .merging, name: "random", title: "300 random histories", points: 3,
      rule:
        "Whatever arrives late, twice or out of order: when all have merged all, everybody says "
        + "the number of increments less the number of decrements.",
      help: "Play the shortest history by hand: write down both maps after each step.",
      histories: { RandomCounterHistory.gossip($0.next()) }),
    CounterCheck(
      item: .merging, name: "interleavings", title: "Every interleaving of 6 operations", points: 3,
      rule: "In every history of 3 replicas and up to 6 operations, the last merge says what the "
        + "model says.",
      help: "Play the shortest history by hand: write down both maps after each step.",
      histories: { _ in SmallScope.histories }),
  ]
}
