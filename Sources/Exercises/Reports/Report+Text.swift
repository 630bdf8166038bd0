extension Report {
  /// A report to read: the outcome first, then which exercise, then why, and one step forward.
  ///
  /// The right answers are not in it.
  package func text(width: Int = 80) -> String {
    let judged = verdicts.flatMap { lines(for: $0, width: width) }
    return (judged + ["", summary, ""]).joined(separator: "\n")
  }

  /// How many passed; the points too, where one item is worth more than another.
  private var summary: String {
    let passed = "\(verdicts.count { $0.outcome == .pass }) of \(verdicts.count) passed"
    return maxScore == verdicts.count ? passed : "\(passed), \(score) of \(maxScore) points"
  }

  private func lines(for verdict: Verdict, width: Int) -> [String] {
    let head = Self.padded(verdict.outcome.rawValue.uppercased(), to: Self.outcomeWidth)
    let name = Self.padded(verdict.id, to: idWidth)
    let margin = Self.outcomeWidth + idWidth
    let room = max(width - margin, Self.leastRoom)
    var texts = verdict.rationale.wrapped(width: room)
    // What ended a program is in the rationale already.
    let failed = verdict.parts.filter {
      $0.outcome == .fail && !verdict.rationale.hasSuffix(" \($0.rationale)")
    }
    texts += lines(ofParts: failed, width: room)
    texts += verdict.help.map { "Next: \($0)".wrapped(width: room) } ?? []
    texts += verdict.see.map { ["See: \($0)"] } ?? []
    return texts.enumerated().map { index, text in
      (index == 0 ? head + name : String(repeating: " ", count: margin)) + text
    }
  }

  /// The checks that failed: the first with its reason, its history and one step forward, which
  /// mostly holds for the others too.
  private func lines(ofParts parts: [Verdict], width: Int) -> [String] {
    guard let first = parts.first else { return [] }
    let texts =
      first.rationale.wrapped(width: width - 2)
      + (first.counterexample?.history.lines ?? []).map { "  \($0)" }
      + (first.help.map { "Next: \($0)".wrapped(width: width - 2) } ?? [])
    let others = parts.dropFirst().map { "- \($0.title ?? $0.id)" }
    return ["- \(first.title ?? first.id)"] + texts.map { "  " + $0 } + others
  }

  /// The longest outcome and two blanks.
  private static let outcomeWidth = (Outcome.allCases.map(\.rawValue.count).max() ?? 0) + 2
  private static let leastRoom = 30

  private var idWidth: Int { (verdicts.map(\.id.count).max() ?? 0) + 2 }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
