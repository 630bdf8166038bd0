import Content

/// Judges a design by running it, one run at a time, so that a caller can tell how far it is and
/// stop.
package struct DesignJudge: Sendable {
  private var exam: any DesignExam
  /// How many runs are done.
  package private(set) var done = 0

  package init(_ task: DesignTask, of submission: DesignSubmission) {
    exam = task.exam(of: submission)
  }

  /// How many runs there are.
  package var count: Int { exam.runs.count }

  /// What is run next; `nil` when everything is done.
  package var next: String? { done < count ? exam.runs[done] : nil }

  /// Does the next run.
  package mutating func advance() {
    precondition(done < count, "nothing is left to run")
    exam.perform(done)
    done += 1
  }

  /// The verdict on every item, in the order of the task; each requirement is a part of one.
  package func verdicts(on exercises: [Exercise]) -> [Verdict] {
    precondition(done == count, "verdicts are known after all runs")
    let parts = exam.parts
    return exercises.map { exercise in
      let own = parts.filter { $0.id.hasPrefix("\(exercise.id)-") }
      var verdict = Self.verdict(exercise.id, on: own)
      let shown = own.first { $0.outcome == .fail && $0.replay != nil }
      verdict.replay = shown?.replay ?? exam.picture
      verdict.moment = shown?.moment
      verdict.see = exercise.question.see
      return verdict
    }
  }

  private static func verdict(_ id: String, on parts: [Verdict]) -> Verdict {
    let met = parts.count { $0.outcome == .pass }
    var verdict = Verdict(
      id: id, outcome: met == parts.count ? .pass : .fail,
      rationale: met == parts.count
        ? "All \(met) requirements are met." : "\(met) of \(parts.count) requirements are met.")
    verdict.parts = parts
    verdict.score = parts.reduce(0) { $0 + $1.score }
    verdict.maxScore = parts.reduce(0) { $0 + $1.maxScore }
    let failed = parts.first { $0.outcome == .fail }
    verdict.expected = failed?.expected
    verdict.actual = failed?.actual
    verdict.misconception = failed?.misconception
    return verdict
  }
}
