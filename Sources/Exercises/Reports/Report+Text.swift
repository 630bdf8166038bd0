extension Report {
  /// A report to read: the outcome first, then which exercise, then why, and one step forward.
  ///
  /// The right answers are not in it.
  package func text(width: Int = 80) -> String {
    let judged = verdicts.flatMap { lines(for: $0, width: width) }
    return (judged + ["", "\(score) of \(verdicts.count) passed", ""]).joined(separator: "\n")
  }

  private func lines(for verdict: Verdict, width: Int) -> [String] {
    let head = Self.padded(verdict.outcome.rawValue.uppercased(), to: Self.outcomeWidth)
    let name = Self.padded(verdict.id, to: idWidth)
    let margin = Self.outcomeWidth + idWidth
    let room = max(width - margin, Self.leastRoom)
    var texts = verdict.rationale.wrapped(width: room)
    texts += verdict.parts.filter {
      // What ended the program is told once.
      [.fail, .error].contains($0.outcome) && !verdict.rationale.contains($0.rationale)
    }
    .flatMap { Self.lines(forPart: $0, width: room) }
    texts += verdict.help.map { "Next: \($0)".wrapped(width: room) } ?? []
    texts += verdict.see.map { ["See: \($0)"] } ?? []
    return texts.enumerated().map { index, text in
      (index == 0 ? head + name : String(repeating: " ", count: margin)) + text
    }
  }

  /// What went wrong in one check: the rule, the steps that show it, and one step forward.
  private static func lines(forPart part: Verdict, width: Int) -> [String] {
    let title = part.title.map { "\($0). " } ?? ""
    var texts = (title + part.rationale).wrapped(width: width - 2)
    texts +=
      part.counterexample?.history.lines.enumerated()
      .map { "  \($0 + 1). \($1)" } ?? []
    texts += part.help.map { "Next: \($0)".wrapped(width: width - 2) } ?? []
    return texts.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
  }

  /// The longest outcome and two blanks.
  private static let outcomeWidth = (Outcome.allCases.map(\.rawValue.count).max() ?? 0) + 2
  private static let leastRoom = 30

  private var idWidth: Int { (verdicts.map(\.id.count).max() ?? 0) + 2 }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
