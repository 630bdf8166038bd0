extension ClassReport {
  /// Who has how many points, which items were hard, and which wrong rules are common.
  func text() -> String {
    let parts = [learnerLines, itemLines, misconceptionLines].filter { !$0.isEmpty }
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n\n\(summary)\n"
  }

  /// `200 learners, 59 points each, median 41.5`
  var summary: String {
    let count = learners.count == 1 ? "1 learner" : "\(learners.count) learners"
    return "\(count), \(maxScore) points each, median \(medianScore.short)"
  }

  private var learnerLines: [String] {
    let width = Self.width(of: learners.map(\.name.presentable))
    return learners.map { learner in
      let unsure = learner.status == .error ? "  could not all be judged" : ""
      return "\(learner.name.presentable.padded(to: width))  \("\(learner.score)".led(to: 4)) of "
        + "\(maxScore)\(unsure)"
    }
  }

  private var itemLines: [String] {
    let head = "Item".padded(to: 8) + Outcome.allCases.map { $0.rawValue.led(to: 9) }.joined()
    let rows = items.map { item in
      item.id.padded(to: 8)
        + Outcome.allCases.map { "\(count($0, of: item))".led(to: 9) }.joined()
    }
    return items.isEmpty ? [] : [head] + rows
  }

  private var misconceptionLines: [String] {
    let width = Self.width(of: misconceptions.map(\.rule))
    let lines = misconceptions.map {
      "\($0.rule.padded(to: width))  \("\($0.learners.count)".led(to: 4))  "
        + "in \($0.items.joined(separator: ", "))"
    }
    return lines.isEmpty ? [] : ["Wrong rules, and how many follow them"] + lines
  }

  private static func width(of names: [String]) -> Int { names.map(\.count).max() ?? 0 }
}

extension Double {
  /// Whole, or with one half.
  var short: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  fileprivate func led(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
