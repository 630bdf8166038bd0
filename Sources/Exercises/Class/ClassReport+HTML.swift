extension ClassReport {
  /// One page that needs nothing beside it: no script, no font, no picture from elsewhere.
  func html() -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>geolearn: results of a class</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <h1>Results of a class</h1>
    <p>\(summary.xml).</p>
    <h2>Points</h2>
    \(pointsTable)
    <h2>Wrong rules</h2>
    \(misconceptionTable)
    <h2>Learners</h2>
    \(learners.map(details).joined(separator: "\n"))
    <p class="faint">geolearn \(version.xml)</p>
    </body>
    </html>

    """
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    .wide { overflow-x: auto; }
    th, td { padding: 0.15rem 0.6rem; text-align: right; white-space: nowrap; }
    th:first-child, td:first-child, .left { text-align: left; }
    thead th { border-bottom: 1px solid; }
    tfoot td { border-top: 1px solid; }
    .sum { font-weight: bold; }
    .faint { opacity: 0.6; }
    .bar { display: inline-block; height: 0.7em; background: currentColor; opacity: 0.45; }
    pre { white-space: pre-wrap; margin: 0.2rem 0 1rem 1.5rem; }
    summary { cursor: pointer; }
    """

  // MARK: - Tables

  private var pointsTable: String {
    let heads = items.map { "<th>\($0.id.xml)</th>" }.joined()
    let rows = learners.enumerated().map { index, learner in
      "<tr><td><a href=\"#learner-\(index + 1)\">\(learner.name.xml)</a></td>"
        + "<td class=\"sum\">\(learner.score)</td>"
        + items.map { "<td>\(Self.cell(learner, $0))</td>" }.joined() + "</tr>"
    }
    let passed = items.map { "<td>\(count(.pass, of: $0))</td>" }.joined()
    let points = items.map { "<td>\($0.points)</td>" }.joined()
    return """
      <div class="wide"><table>
      <thead><tr><th>Learner</th><th>Points</th>\(heads)</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      <tfoot>
      <tr class="faint"><td>of</td><td>\(maxScore)</td>\(points)</tr>
      <tr class="faint"><td>passed by</td><td></td>\(passed)</tr>
      </tfoot>
      </table></div>
      <p class="faint">– not answered, ? could not be judged</p>
      """
  }

  private static func cell(_ learner: Learner, _ item: Item) -> String {
    guard let verdict = learner.verdicts.first(where: { $0.id == item.id }) else { return "–" }
    switch verdict.outcome {
    case .pass, .fail: return "\(verdict.score)"
    case .error: return "?"
    case .skipped: return "–"
    }
  }

  private var misconceptionTable: String {
    let most = misconceptions.first?.learners.count ?? 0
    guard most > 0 else { return "<p>None was found.</p>" }
    let rows = misconceptions.map { rule in
      let width = Double(rule.learners.count) / Double(most) * Self.longestBar
      return "<tr><td>\(rule.rule.xml)</td><td>\(rule.learners.count)</td>"
        + "<td class=\"left\"><span class=\"bar\" style=\"width:\(width.tenths)rem\"></span></td>"
        + "<td class=\"left\">\(rule.items.joined(separator: ", ").xml)</td></tr>"
    }
    return """
      <table>
      <thead><tr><th>Rule</th><th>Learners</th><th></th><th class="left">Items</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      """
  }

  private static let longestBar = 12.0

  // MARK: - Learners

  private func details(_ learner: Learner) -> String {
    let number = (learners.firstIndex { $0.name == learner.name } ?? 0) + 1
    let verdicts = learner.verdicts.map { verdict in
      "<p>\(verdict.outcome.marked)  \(verdict.id.xml), \(verdict.points)</p>"
        + (verdict.outcome == .skipped ? "" : "<pre>\(verdict.explanation.xml)</pre>")
    }
    return """
      <details id="learner-\(number)"><summary>\(learner.name.xml): \(learner.score) of \
      \(maxScore) points</summary>
      \(verdicts.joined(separator: "\n"))
      </details>
      """
  }
}

extension Double {
  /// With one decimal at most.
  fileprivate var tenths: Double { (self * 10).rounded() / 10 }
}
