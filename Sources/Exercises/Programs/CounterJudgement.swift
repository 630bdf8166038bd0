/// What came of every check on a program.
package struct CounterJudgement: Sendable {
  /// In the order in which the checks were tried.
  package let results: [CounterResult]
  /// Why the program answers no more; `nil` where it answered everything.
  package let end: ProgramFailure?
}

/// What came of one check.
package struct CounterResult: Sendable {
  package enum State: Sendable {
    case passed
    case failed(CounterFinding)
    /// The program answered no more while the check was on.
    case stopped(ProgramFailure)
    /// The program had stopped before.
    case notReached
  }

  package let check: CounterCheck
  package let state: State

  /// What is wrong; `nil` where nothing is, or nobody knows.
  package var finding: CounterFinding? {
    if case .failed(let finding) = state { finding } else { nil }
  }
}

extension CounterJudgement {
  /// The verdicts on the items that a program answers, in the order of the task.
  ///
  /// Each has the verdicts on its checks as parts.
  package var verdicts: [Verdict] { CounterCheck.Item.allCases.map(verdict) }

  /// The verdict on an exercise that a program answers; `nil` for another one.
  package func verdict(on exercise: Exercise) -> Verdict? {
    guard let item = CounterCheck.Item(rawValue: exercise.id) else { return nil }
    var verdict = verdict(on: item)
    verdict.see = exercise.question.see
    return verdict
  }

  /// The verdict on one item, 2.1 to 2.4.
  package func verdict(on item: CounterCheck.Item) -> Verdict {
    let parts = results.filter { $0.check.item == item }.map(\.verdict)
    var verdict = Verdict(
      id: item.rawValue, outcome: outcome(of: parts), rationale: rationale(of: parts))
    verdict.parts = parts
    verdict.score = parts.reduce(0) { $0 + $1.score }
    verdict.maxScore = parts.reduce(0) { $0 + $1.maxScore }
    if let failed = parts.first(where: { $0.outcome == .fail }) {
      verdict.expected = failed.expected
      verdict.actual = failed.actual
      verdict.misconception = failed.misconception
      verdict.counterexample = failed.counterexample
    }
    return verdict
  }

  /// A fault of the program fails what was not reached; what nobody can say is an error.
  private func outcome(of parts: [Verdict]) -> Outcome {
    let isPassed = parts.allSatisfy { $0.outcome == .pass }
    if case .undecided? = end, !isPassed { return .error }
    return isPassed ? .pass : .fail
  }

  private func rationale(of parts: [Verdict]) -> String {
    let passed = parts.count { $0.outcome == .pass }
    let missed = parts.count { $0.outcome == .skipped }
    if passed == parts.count { return "All \(passed) checks passed." }
    let head = "\(passed) of \(parts.count) checks passed"
    guard missed > 0, let end else { return head + "." }
    return "\(head), \(missed) \(missed == 1 ? "was" : "were") not reached. \(end.reason)"
  }
}

extension ProgramFailure {
  /// Why, as a sentence.
  var reason: String {
    switch self {
    case .fault(let text), .undecided(let text):
      text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
    }
  }
}

extension CounterResult {
  /// What the learner is told about the check.
  var verdict: Verdict {
    var verdict = Verdict(id: check.id, outcome: .pass, rationale: "")
    verdict.title = check.title
    verdict.score = 0
    verdict.maxScore = check.points
    switch state {
    case .passed:
      verdict.rationale = check.rule
      verdict.score = check.points
    case .failed(let finding): finding.tell(&verdict, of: check)
    case .stopped(.fault(let reason)):
      verdict.outcome = .fail
      verdict.rationale = ProgramFailure.fault(reason).reason
    case .stopped(.undecided(let reason)):
      verdict.outcome = .error
      verdict.rationale = ProgramFailure.undecided(reason).reason
    case .notReached:
      verdict.outcome = .skipped
      verdict.rationale = "Not reached: the program had stopped."
    }
    return verdict
  }
}
