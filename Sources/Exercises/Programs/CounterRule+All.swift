import GeoModel

extension CounterRule {
  /// All rules; of two that explain the same, the first is meant.
  static let all = aboutMerging + aboutSharing + aboutValues + aboutIDs

  private static let maximumHelp =
    "Let a merge take, for each id and each of the two maps, the greater of the two numbers."

  private static let aboutMerging = [
    CounterRule(
      name: "sum", claim: "whose merge adds up what both know", help: maximumHelp,
      increments: .sum, decrements: .sum),
    CounterRule(
      name: "shared-maximum", claim: "that is one number and merges by the greater",
      help: "Give each node a slot of its own, so that what two nodes count is not one.",
      isSame: { _, _ in true }, decrementing: .lowering, increments: .maximumFromZero),
    CounterRule(
      name: "two-maxima",
      claim: "with one number of increments and one of decrements for all nodes together",
      help: "Give each node a slot of its own, so that what two nodes count is not one.",
      isSame: { _, _ in true }),
    CounterRule(
      name: "net-maximum",
      claim: "that keeps increments less decrements in one slot for each node",
      help: "Keep decrements in a map of their own: a slot that falls loses to its older self.",
      decrementing: .lowering),
    CounterRule(
      name: "net-maximum",
      claim: "that keeps increments less decrements in one slot for each node",
      help: "Keep decrements in a map of their own: a slot that falls loses to its older self.",
      decrementing: .lowering, increments: .maximumFromZero),
    CounterRule(
      name: "overwrite", claim: "whose merge overwrites its slots by the other's",
      help: maximumHelp, increments: .theirs, decrements: .theirs),
    CounterRule(
      name: "replace", claim: "whose merge becomes what the other is", help: maximumHelp,
      increments: .whole, decrements: .whole),
    CounterRule(
      name: "merges-nothing", claim: "whose merge does nothing", help: maximumHelp,
      increments: .mine, decrements: .mine),
    CounterRule(
      name: "minimum", claim: "whose merge takes the smaller number of each slot",
      help: maximumHelp, increments: .minimum, decrements: .minimum),
    CounterRule(
      name: "minimum-of-decrements", claim: "whose merge takes the smaller number of decrements",
      help: "Take the greater number in both maps: decrements are counted upwards too.",
      decrements: .minimum),
    CounterRule(
      name: "minimum", claim: "whose merge takes the smaller number of each slot",
      help: maximumHelp, increments: .minimumFromZero, decrements: .minimumFromZero),
    CounterRule(
      name: "minimum-of-decrements", claim: "whose merge takes the smaller number of decrements",
      help: "Take the greater number in both maps: decrements are counted upwards too.",
      decrements: .minimumFromZero),
    CounterRule(
      name: "forgets-decrements", claim: "whose merge forgets the decrements of the other",
      help: "Merge the map of decrements as well.", decrements: .mine),
    CounterRule(
      name: "forgets-increments", claim: "whose merge forgets the increments of the other",
      help: "Merge the map of increments as well.", increments: .mine),
    CounterRule(
      name: "new-nodes-only", claim: "whose merge keeps the slots that are here already",
      help: maximumHelp, increments: .newOnly, decrements: .newOnly),
  ]

  private static let aboutSharing = [
    CounterRule(
      name: "aliasing", claim: "that keeps the other's map in place of a copy of it",
      help: "Copy the numbers of the other counter into maps of your own.", sharing: .adopted),
    CounterRule(
      name: "merges-both", claim: "whose merge changes the other counter too",
      help: "Only read from the other counter.", sharing: .both),
    CounterRule(
      name: "shared-state", claim: "whose state belongs to all counters together",
      help: "Make the maps in the constructor, not in the class.", sharing: .all),
  ]

  private static let aboutValues = [
    CounterRule(
      name: "clamped", claim: "that never says less than 0",
      help: "Return the difference as it is.", value: { max(0, $0 - $1) }),
    CounterRule(
      name: "refuses-below-zero", claim: "that ignores a decrement at 0",
      help: "Count every decrement: another replica may know of increments that are not here yet.",
      decrementing: .refusing),
    CounterRule(
      name: "magnitude", claim: "that drops the sign of its value",
      help: "Return the difference as it is.", value: { abs($0 - $1) }),
    CounterRule(
      name: "ignores-decrements", claim: "whose value leaves decrements out",
      help: "Subtract the sum of the decrements.", value: { increments, _ in increments }),
    CounterRule(
      name: "adds-decrements", claim: "whose value adds decrements",
      help: "Subtract the sum of the decrements.", value: { $0 + $1 }),
    CounterRule(
      name: "8-bit", claim: "that counts in 8 bits", help: "Count in a wider type.",
      value: { Int(Int8(truncatingIfNeeded: $0 - $1)) }),
    CounterRule(
      name: "16-bit", claim: "that counts in 16 bits", help: "Count in a wider type.",
      value: { Int(Int16(truncatingIfNeeded: $0 - $1)) }),
  ]

  private static let aboutIDs =
    [
      CounterRule(
        name: "ignores-case", claim: "that takes small and capital letters of ids for the same",
        help: idHelp,
        isSame: { ReplicaID($0.name.lowercased()) == ReplicaID($1.name.lowercased()) }),
      CounterRule(
        name: "trims-ids", claim: "that drops white space around ids", help: idHelp,
        isSame: { ReplicaID($0.name.trimmed) == ReplicaID($1.name.trimmed) }),
      CounterRule(
        name: "normalises-ids", claim: "that takes Unicode's spellings of one letter for the same",
        help: idHelp, isSame: { $0.name == $1.name }),
      CounterRule(
        name: "numeric-ids", claim: "that reads ids as numbers", help: idHelp,
        isSame: { one, other in
          Int(one.name).map { $0 == Int(other.name) } ?? (one == other)
        }),
    ]
    + [1, 4, 8, 16, 64, 255].map { length in
      CounterRule(
        name: "cuts-ids", claim: "that looks at the first \(length) characters of an id",
        help: idHelp,
        isSame: {
          $0.name.unicodeScalars.prefix(length).elementsEqual($1.name.unicodeScalars.prefix(length))
        })
    }

  private static let idHelp = "Use the id as it is given, and compare it character by character."
}
