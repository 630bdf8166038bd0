import Exercises

extension Exercise {
  /// What options are called, in their order.
  package static let letters = Array("abcdefghijklmnopqrstuvwxyz")

  /// Whether a learner with this outcome may see what the answer gives away.
  func isRevealed(by outcome: Outcome) -> Bool {
    switch kind {
    case .prediction: outcome == .pass || outcome == .fail
    case .estimate, .choice, .program, .integerMerge, .design: outcome == .pass
    }
  }

  /// What the journal keeps of an outcome; `nil` where nothing was answered.
  func entry(for outcome: Outcome) -> JournalEntry? {
    switch (kind, outcome) {
    case (_, .error), (_, .skipped): nil
    case (.prediction, let outcome): .predicted(id: id, isNear: outcome == .pass)
    case (_, let outcome): .graded(id: id, outcome)
    }
  }
}
