import GeoModel

extension PlainInteger {
  /// The first step after which a number is not what it should be.
  struct Break: Equatable {
    let step: Int
    let place: Int
    let said: Int
    let expected: Int
    /// A law that the merge breaks on these very states; `nil` where counts are lost lawfully.
    let law: Law?
  }

  /// What the model makes of the history.
  enum Course: Equatable {
    case broken(Break)
    /// The numbers, which are all as they should be.
    case unbroken([Int])
  }

  /// Plays the history on plain integers, beside PN-counters.
  func course(of merge: Merge) -> Course {
    switch merge {
    case .sum: course(SumMerge.self)
    case .maximum: course(MaximumMerge.self)
    case .lastWrite: course(LastWriterMerge.self)
    }
  }

  private func course<Rule: IntegerMerge>(_ rule: Rule.Type) -> Course {
    var numbers = names.map { _ in BareInteger<Rule>() }
    var counters = names.map { _ in PNCounter() }
    for (index, step) in steps.enumerated() {
      let before = numbers
      switch step {
      case .count(let at, let count):
        let update = PNCounter.Update(count)
        numbers[at].apply(update, at: ReplicaID(names[at]))
        counters[at].apply(update, at: ReplicaID(names[at]))
      case .merge(let from, let into):
        numbers[into].merge(before[from])
        let other = counters[from]
        counters[into].merge(other)
        if numbers[into].value != counters[into].value {
          return .broken(
            Break(
              step: index, place: into, said: numbers[into].value,
              expected: counters[into].value, law: law(among: [before[into], before[from]])))
        }
      }
    }
    return .unbroken(numbers.map(\.value))
  }

  private func law<Rule: IntegerMerge>(among states: [BareInteger<Rule>]) -> Law? {
    [Law.idempotent, .commutative].first { $0.counterexample(among: states) != nil }
  }
}

extension PNCounter.Update {
  fileprivate init(_ count: Int) {
    self = count > 0 ? .increment(by: count) : .decrement(by: -count)
  }
}
