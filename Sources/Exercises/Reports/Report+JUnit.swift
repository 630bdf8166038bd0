extension Report {
  /// The report as JUnit XML: a suite for each task, a test case for each item.
  ///
  /// The schema of Jenkins (junit-10.xsd) has no place for points within a test case, so they stand
  /// in its `system-out`, and their sums in the properties of the suite. A wrong answer is a
  /// failure, one that cannot be judged an error.
  func junit() -> String {
    let suites = tasks.map { suite($0.name, $0.verdicts) }
    let counts = Self.counts(verdicts)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="geolearn" tests="\(counts.tests)" failures="\(counts.failures)" \
      errors="\(counts.errors)">
      \(suites.joined(separator: "\n"))
      </testsuites>

      """
  }

  private func suite(_ name: String, _ verdicts: [Verdict]) -> String {
    let counts = Self.counts(verdicts)
    let score = verdicts.reduce(0) { $0 + $1.score }
    let maxScore = verdicts.reduce(0) { $0 + $1.maxScore }
    let cases = verdicts.map { Self.testCase($0, suite: name) }
    return """
        <testsuite name="\(name.xml)" tests="\(counts.tests)" failures="\(counts.failures)" \
      errors="\(counts.errors)" skipped="\(counts.skipped)">
          <properties>
            <property name="score" value="\(score)"/>
            <property name="max_score" value="\(maxScore)"/>
          </properties>
      \(cases.joined(separator: "\n"))
        </testsuite>
      """
  }

  private static func testCase(_ verdict: Verdict, suite: String) -> String {
    """
        <testcase classname="geolearn.\(suite.xml)" name="\(verdict.id.xml)">\(mark(verdict))
          <system-out>\(verdict.points)</system-out>
        </testcase>
    """
  }

  private static func mark(_ verdict: Verdict) -> String {
    let name: String
    switch verdict.outcome {
    case .pass: return ""
    case .fail: name = "failure"
    case .error: name = "error"
    case .skipped: return "\n      <skipped message=\"\(verdict.rationale.xml)\"/>"
    }
    let type = verdict.misconception.map { " type=\"\($0.xml)\"" } ?? ""
    return "\n      <\(name)\(type) message=\"\(verdict.rationale.xml)\">"
      + "\(verdict.explanation.xml)</\(name)>"
  }

  private static func counts(
    _ verdicts: [Verdict]
  ) -> (tests: Int, failures: Int, errors: Int, skipped: Int) {
    func count(_ outcome: Outcome) -> Int { verdicts.count { $0.outcome == outcome } }
    return (verdicts.count, count(.fail), count(.error), count(.skipped))
  }
}

extension Verdict {
  /// `3 of 9 points`
  var points: String { "\(score) of \(maxScore) \(maxScore == 1 ? "point" : "points")" }
}

extension String {
  /// The text for XML and HTML: marks escaped, and what XML 1.0 cannot hold replaced.
  var xml: String {
    unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\n", "\t": String(scalar)
      case ..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
      default: String(scalar)
      }
    }
    .joined()
  }
}
