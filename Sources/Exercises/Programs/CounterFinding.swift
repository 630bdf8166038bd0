/// What a check found wrong, and the shortest history that shows it.
package struct CounterFinding: Sendable {
  package let history: CounterHistory
  /// `nil` where the same calls went well when they were made again.
  let fault: CounterFault?
  /// The wrong rule that gives all that the program said; `nil` where none is known.
  var rule: CounterRule?
  /// The learner's counters beside the model's; `nil` where the fault did not come again.
  package let replay: CounterReplay?
}

extension CounterFinding {
  /// Puts the finding into a verdict on its check.
  func tell(_ verdict: inout Verdict, of check: CounterCheck) {
    verdict.outcome = .fail
    verdict.counterexample = replay
    guard let fault else {
      verdict.rationale = Self.irreproducible
      verdict.help = "Use neither chance nor the clock, and keep no state outside of the counter."
      return
    }
    verdict.rationale = "\(check.rule) \(sentence(of: fault))"
    verdict.expected = expected(by: fault)
    verdict.actual = actual(of: fault)
    verdict.help = check.help
    guard let rule else { return }
    verdict.misconception = rule.name
    verdict.rationale += " Your counter answers like one \(rule.claim)."
    verdict.help = rule.help
  }

  private static let irreproducible =
    "The same calls on new counters gave other answers when they were made again: something "
    + "outlives the counters, or they follow chance or the clock."

  private func sentence(of fault: CounterFault) -> String {
    switch fault {
    case .threw(let step, let error): "\(call(step)) threw \(error)."
    case .notANumber(let step, let text):
      "\(call(step)) gave \(text), which is no whole number of 64 bits."
    case .wrong(let step, let said, let expected):
      "Here \(call(step)) says \(said); it must be \(expected)."
    case .unequal(let one, let other, let first, let second):
      call(one) == call(other)
        ? "Here \(call(one)) says \(first) and then \(second)."
        : "Here \(call(one)) says \(first), and \(call(other)) says \(second)."
    }
  }

  private func expected(by fault: CounterFault) -> String {
    switch fault {
    case .threw(let step, _): "\(call(step)) returns"
    case .notANumber: "a whole number"
    case .wrong(_, _, let expected): "\(expected)"
    case .unequal: "the same value twice"
    }
  }

  private func actual(of fault: CounterFault) -> String {
    switch fault {
    case .threw(_, let error): "threw \(error)"
    case .notANumber(_, let text): text
    case .wrong(_, let said, _): "\(said)"
    case .unequal(_, _, let first, let second): "\(first) and \(second)"
    }
  }

  private func call(_ step: Int?) -> String {
    step.map { history.text(of: history.steps[$0]) } ?? "PNCounter()"
  }
}
