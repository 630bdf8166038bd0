extension Report {
  /// The report as Markdown: a table of all items, then what there is to say on those that did not
  /// pass.
  ///
  /// - Parameter title: the heading; a report on a learner bears his name.
  package func markdown(title: String = "geolearn") -> String {
    let rows = verdicts.map {
      "| \($0.id.markdown) | \($0.outcome.marked) | \($0.score) | \($0.maxScore) |"
    }
    let table =
      ["| Item | Outcome | Points | Of |", "|---|---|--:|--:|"] + rows
      + ["| **Sum** | | **\(score)** | **\(maxScore)** |"]
    let told = verdicts.filter { [.fail, .error].contains($0.outcome) }.map(Self.section)
    return (["# \(title.markdown)", "\(summary).", table.joined(separator: "\n")] + told)
      .joined(separator: "\n\n") + "\n"
  }

  private static func section(_ verdict: Verdict) -> String {
    let lines = verdict.explanation.split(separator: "\n", omittingEmptySubsequences: false)
    // A line break is kept by a backslash, so that a history stands as it is.
    return "## \(verdict.id.markdown)  \(verdict.outcome.marked)\n\n"
      + lines.map { String($0).markdown }.joined(separator: "\\\n")
  }
}

extension Outcome {
  /// A mark and the word, for nobody should have to tell colours apart.
  var marked: String {
    switch self {
    case .pass: "✔ pass"
    case .fail: "✘ fail"
    case .error: "! error"
    case .skipped: "– skipped"
    }
  }
}

extension String {
  /// The text without a mark that Markdown or HTML would take for its own.
  var markdown: String {
    let marks = Set("\\`*_{}[]<>#|~&!")
    return String(flatMap { marks.contains($0) ? ["\\", $0] : [$0] })
  }
}
