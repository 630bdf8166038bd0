import Content

extension Exercise {
  /// The exercise in the learner's own numbers, where the teacher gives him some.
  package var personal: Exercise { policy.seed.map { variant(seed: $0) } ?? self }

  /// What the learner may be told of a verdict; a guess is always answered.
  package func told(_ verdict: Verdict) -> Verdict {
    policy.isExam && kind != .prediction ? verdict.withoutExplanation : verdict
  }
}

extension Verdict {
  /// The outcome and the points alone.
  ///
  /// Why an answer cannot be judged is still told: that is about its form.
  package var withoutExplanation: Verdict {
    let rationale: String
    switch outcome {
    case .pass: rationale = "Right."
    case .fail: rationale = "Not right."
    case .error, .skipped: rationale = self.rationale
    }
    var told = Verdict(id: id, outcome: outcome, rationale: rationale, actual: actual)
    (told.score, told.maxScore) = (score, maxScore)
    if outcome == .error { told.help = help }
    return told
  }
}
