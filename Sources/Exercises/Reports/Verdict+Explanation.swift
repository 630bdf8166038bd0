extension Verdict {
  /// Why, what went wrong in the parts, one step forward, and where to read on; not the right
  /// answer.
  ///
  /// - Parameter width: the most characters in a line, words that are longer excepted.
  package func explanation(width: Int) -> [String] {
    // What ended the program is told once.
    let failed = parts.filter {
      [.fail, .error].contains($0.outcome) && !rationale.contains($0.rationale)
    }
    return rationale.wrapped(width: width) + measures(width: width)
      + Self.lines(of: failed, areAllNamed: !isMeasured, width: width)
      + (help.map { "Next: \($0)".wrapped(width: width) } ?? [])
      + (see.map { ["See: \($0)"] } ?? [])
  }

  /// Whether the parts are requirements on something that is measured, and not checks of a program.
  private var isMeasured: Bool {
    parts.contains { $0.actual != nil } && parts.allSatisfy(\.steps.isEmpty)
  }

  /// Every requirement: its points, what was measured, and the limit.
  private func measures(width: Int) -> [String] {
    guard isMeasured else { return [] }
    return parts.flatMap { part in
      let numbers = [part.actual, part.expected.map { "limit: \($0)" }].compactMap(\.self)
        .joined(separator: ", ")
      let line =
        "\(part.score)/\(part.maxScore) \(part.title ?? part.id)"
        + (numbers.isEmpty ? "" : " (\(numbers))")
      return line.wrapped(width: width - Self.hanging.count).enumerated().map { index, text in
        (index == 0 ? "" : Self.hanging) + text
      }
    }
  }

  private static let hanging = "    "

  /// The checks that failed: the first with its reason, its history and one step forward, which
  /// mostly holds for the others too.
  private static func lines(
    of parts: [Verdict], areAllNamed: Bool, width: Int
  ) -> [String] {
    guard let first = parts.first else { return [] }
    let texts =
      first.rationale.wrapped(width: width - 2)
      + first.steps.map { "  \($0)" }
      + (first.help.map { "Next: \($0)".wrapped(width: width - 2) } ?? [])
    let others = areAllNamed ? parts.dropFirst().map { "- \($0.title ?? $0.id)" } : []
    return ["- \(first.title ?? first.id)"] + texts.map { "  " + $0 } + others
  }

  /// The lines as one text, for formats that wrap or keep them themselves.
  var explanation: String { explanation(width: Self.usualWidth).joined(separator: "\n") }

  private static let usualWidth = 76

  /// The number of the task: 1 of `1.3b`; `nil` where the name does not begin with one.
  var task: Int? { Int(id.prefix { $0 != "." }) }
}
