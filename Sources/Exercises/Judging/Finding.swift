import Content

/// What was found about a number, before it is put into words.
enum Finding: Equatable {
  case right
  /// A rule that is listed gives the number.
  case mistake(Misconception)
  /// The number would be right under another assumption.
  case otherwise(Knob, value: String)
  /// The right digits with the wrong unit: how many times the key.
  case unitSlip
  /// Nothing explains the number: how many times the key.
  case off(factor: Double)
}

extension Exercise {
  /// What a number is, in the order in which a teacher would ask himself.
  func finding(
    on value: Double, for estimate: Estimate, in question: Question,
    assuming assumptions: [String: String]
  ) -> Finding {
    let key = estimate.key(in: question.topology)
    if estimate.tolerance.accepts(value, for: key) { return .right }
    let mistake = estimate.mistakes.first { mistake in
      estimate.value(of: mistake.rule, in: question.topology)
        .map { estimate.tolerance.accepts(value, for: $0) } ?? false
    }
    if let mistake { return .mistake(mistake.rule) }
    if let other = otherAssumption(making: value, assuming: assumptions) { return other }
    let isUnitSlip = [1e-6, 1e-3, 1e3, 1e6].contains {
      estimate.dimension == .duration && key > 0 && estimate.tolerance.isEqual(value * $0, key)
    }
    return isUnitSlip ? .unitSlip : .off(factor: value / key)
  }

  /// The first single change of an assumption that makes a number right.
  private func otherAssumption(
    making value: Double, assuming assumptions: [String: String]
  ) -> Finding? {
    for knob in self.assumptions {
      for choice in knob.choices where choice != assumptions[knob.key] ?? knob.value {
        let changed = assumptions.merging([knob.key: choice]) { $1 }
        // A choice that the model refuses makes nothing right.
        guard let question = try? question(assuming: changed),
          case .estimate(let estimate) = question.problem
        else { continue }
        if estimate.tolerance.accepts(value, for: estimate.key(in: question.topology)) {
          return .otherwise(knob, value: choice)
        }
      }
    }
    return nil
  }
}
