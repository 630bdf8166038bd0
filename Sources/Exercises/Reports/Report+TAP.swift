extension Report {
  /// The report in the Test Anything Protocol, version 14: a test point for each item.
  ///
  /// What is not answered is skipped; what cannot be judged is not ok, with severity `error`. Points
  /// and reasons stand in the diagnostics of each point.
  func tap() -> String {
    let points = verdicts.enumerated().map { Self.point($0.element, number: $0.offset + 1) }
    return (["TAP version 14", "1..\(verdicts.count)"] + points + ["# \(summary)", ""])
      .joined(separator: "\n")
  }

  private static func point(_ verdict: Verdict, number: Int) -> String {
    let word = [.fail, .error].contains(verdict.outcome) ? "not ok" : "ok"
    let name = "\(word) \(number) - \(verdict.id.tap)"
    let head = verdict.outcome == .skipped ? "\(name) # SKIP \(verdict.rationale.tap)" : name
    return ([head] + diagnostics(verdict)).joined(separator: "\n")
  }

  /// Every text is quoted as JSON does it, which is YAML too.
  private static func diagnostics(_ verdict: Verdict) -> [String] {
    var lines = ["  ---"]
    if verdict.outcome != .pass, verdict.outcome != .skipped {
      lines += [
        "  message: \(JSON.string(verdict.explanation).text)",
        "  severity: \(verdict.outcome.rawValue)",
      ]
    }
    if let actual = verdict.actual {
      lines += ["  data:", "    got: \(JSON.string(actual).text)"]
    }
    return lines + ["  score: \(verdict.score)", "  max_score: \(verdict.maxScore)", "  ..."]
  }
}

extension String {
  /// The text on one line, without the marks that mean something to TAP.
  fileprivate var tap: String {
    split { $0.isWhitespace }.joined(separator: " ").replacing("\\", with: "\\\\")
      .replacing("#", with: "\\#")
  }
}
