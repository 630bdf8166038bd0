extension ClassReport {
  /// The table of points as CSV (RFC 4180): a row for each learner, a column for each item.
  ///
  /// Where nobody can say how many points an item is worth, its cell is empty.
  func csv() -> String {
    let head = ["learner", "status", "score", "max_score", "seed"] + items.map(\.id)
    let rows = learners.map { learner in
      [
        learner.name.cell, learner.status.word, "\(learner.score)", "\(maxScore)",
        "\(learner.seed)",
      ]
        + items.map { item in learner.points(of: item) }
    }
    return ([head] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined()
  }
}

extension ClassReport.Learner {
  fileprivate func points(of item: ClassReport.Item) -> String {
    guard let verdict = verdicts.first(where: { $0.id == item.id }), verdict.outcome != .error
    else { return "" }
    return "\(verdict.score)"
  }
}

extension Outcome {
  /// The status of a whole report, as its JSON says it.
  var word: String { self == .skipped ? "incomplete" : rawValue }
}

extension String {
  /// A cell; what a spreadsheet would compute is made a text by a quote before it.
  fileprivate var cell: String {
    let text = first.map { "=+-@\t".contains($0) } == true ? "'" + self : self
    guard text.contains(where: { ",\"\r\n".contains($0) || $0 == "\r\n" }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
