import Content

/// The sentences of a verdict on a number.
struct Wording {
  /// The learner's number as it was understood.
  let shown: String
  /// The model's number.
  let key: String
  /// The assumptions that differ from the question's own; empty where none do.
  let stated: String
  let isPrediction: Bool

  /// First what is right, then what is not. Only a prediction gives the number away.
  func rationale(_ finding: Finding) -> String {
    if isPrediction { return "You said \(shown); the model says \(key)." }
    return switch finding {
    case .right: stated.isEmpty ? "\(shown) is right." : "\(shown) is right with \(stated)."
    case .mistake(let rule): "\(shown) would be right \(rule.claim)."
    case .otherwise(let knob, let value):
      "\(shown) would be right with \(knob.key) \(value), which the answer does not say."
    case .unitSlip: "The digits of \(shown) are right; the unit is not."
    case .off(let factor): "\(praise(factor)), but \(shown) is \(distance(factor))."
    }
  }

  /// One step forward; `nil` where none is needed, or where the author's explanation has it.
  func help(_ finding: Finding, hint: String?) -> String? {
    switch finding {
    case .right, .mistake: nil
    case .off: hint
    case .otherwise(let knob, let value):
      "if you assume that, say so: \(shown), \(knob.key) \(value)"
    case .unitSlip: "one second is a thousand milliseconds, one millisecond a thousand microseconds"
    }
  }

  private func praise(_ factor: Double) -> String {
    (0.5...2).contains(factor) ? "The size is about right" : "The form is right"
  }

  private func distance(_ factor: Double) -> String {
    let direction = factor > 1 ? "too much" : "too little"
    let times = factor > 1 ? factor : 1 / factor
    return switch times {
    case ..<1.25: "a little \(direction)"
    case ..<2: direction
    // One of the two numbers is 0.
    case .infinity: direction
    case ..<10: "several times \(direction)"
    default: "more than ten times \(direction)"
    }
  }
}
