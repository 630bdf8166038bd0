import GeoModel

extension PlainInteger {
  /// What the learner is told.
  func tell(_ verdict: inout Verdict) {
    guard !assumesExactlyOnce else {
      verdict.outcome = .pass
      verdict.rationale = Self.operationBased
      return
    }
    guard let merge else { return }
    switch course(of: merge) {
    case .broken(let found): tell(&verdict, found, of: merge)
    case .unbroken(let values):
      let list = zip(names, values).map { "\($0) is \($1)" }.joined(separator: ", ")
      verdict.outcome = .fail
      verdict.rationale =
        "This history does not break the merge \(merge.rawValue): "
        + (list.isEmpty ? "nothing happens." : "\(list), as it should be.")
      verdict.expected = "a history after which a number is wrong"
      verdict.actual = list
      verdict.help = merge.help
    }
  }

  private static let operationBased =
    "Right, under that assumption: if every operation reaches every replica exactly once, each "
    + "replica adds and subtracts, in any order. That is an operation-based counter: the network "
    + "then keeps apart what a state-based counter keeps apart in its slots."

  private func tell(_ verdict: inout Verdict, _ found: Break, of merge: Merge) {
    let name = names[found.place]
    verdict.outcome = .pass
    verdict.expected = "\(name) is \(found.expected)"
    verdict.actual = "\(name) is \(found.said)"
    verdict.rationale =
      "Right: after '\(text(of: steps[found.step]))' \(name) says \(found.said) and should say "
      + "\(found.expected). " + reason(found, of: merge)
  }

  private func reason(_ found: Break, of merge: Merge) -> String {
    switch (merge, found.law) {
    case (.sum, _):
      "Addition is commutative and associative, but not idempotent: what arrives again is counted "
        + "again."
    case (.lastWrite, .commutative?):
      "Last-write is not commutative: who merges whom decides whose counts survive."
    case (.lastWrite, _):
      "Whatever only \(names[found.place]) had counted is overwritten."
    case (.maximum, _) where found.said < found.expected:
      "The maximum breaks no law of merging, and still loses \(found.expected - found.said): what "
        + "two replicas count at the same time looks like one count."
    case (.maximum, _):
      "A decrement is not inflationary: it makes the number smaller, and the older, greater one wins."
    }
  }
}

extension PlainInteger.Merge {
  /// One step towards a history that breaks it.
  fileprivate var help: String {
    switch self {
    case .sum: "Let a state arrive twice."
    case .maximum: "Let two replicas count before one of them hears of the other."
    case .lastWrite: "Let both replicas count before one merges the other."
    }
  }
}
