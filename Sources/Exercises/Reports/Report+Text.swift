extension Report {
  /// A report to read: the outcome first, then which exercise, then why, and one step forward.
  ///
  /// The right answers are not in it.
  package func text(width: Int = 80) -> String {
    let judged = verdicts.flatMap { lines(for: $0, width: width) }
    return (judged + ["", summary, ""]).joined(separator: "\n")
  }

  /// How many passed; the points too, where one item is worth more than another.
  var summary: String {
    let passed = "\(verdicts.count { $0.outcome == .pass }) of \(verdicts.count) passed"
    return maxScore == verdicts.count ? passed : "\(passed), \(score) of \(maxScore) points"
  }

  private func lines(for verdict: Verdict, width: Int) -> [String] {
    let head = Self.padded(verdict.outcome.rawValue.uppercased(), to: Self.outcomeWidth)
    let name = Self.padded(verdict.id, to: idWidth)
    let margin = Self.outcomeWidth + idWidth
    let texts = verdict.explanation(width: max(width - margin, Self.leastRoom))
    return texts.enumerated().map { index, text in
      (index == 0 ? head + name : String(repeating: " ", count: margin)) + text
    }
  }

  /// The longest outcome and two blanks.
  private static let outcomeWidth = (Outcome.allCases.map(\.rawValue.count).max() ?? 0) + 2
  private static let leastRoom = 30

  private var idWidth: Int { (verdicts.map(\.id.count).max() ?? 0) + 2 }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
