extension LessonProof {
  /// Times, distances and shares in the prose that stand in no block and in no braces of the
  /// lesson: nothing computes or assumes them, so nobody notices when they are wrong.
  package var untestedNumbers: [Diagnostic] {
    let known = Set(lines.flatMap { line in line.knownText.flatMap(Self.numbers) })
    return lines.filter { $0.kind == .prose }.flatMap { line in
      Self.quantities(in: line.typedText).filter { !known.contains($0.number) }.map { quantity in
        Diagnostic(
          file: file, line: line.number, column: quantity.column, severity: .warning,
          message: "'\(quantity.text)' is typed, and nothing in this lesson computes it; "
            + "let the model say it, as in {round-trip us-east to eu-west}")
      }
    }
  }

  /// A number with its unit.
  private struct Quantity {
    let text: String
    let column: Int
    let number: String
  }

  private static func quantities(in text: String) -> [Quantity] {
    text.matches(of: /(?:^|[^\w.])(([0-9][0-9,.]*) ?(ms|s|min|h|d|km|%)(?!\w))/).map { match in
      Quantity(
        text: String(match.1),
        column: text.distance(from: text.startIndex, to: match.1.startIndex) + 1,
        number: Self.number(match.2))
    }
  }

  /// Without the marks between thousands, so that `1,000` is `1000`.
  private static func number(_ text: Substring) -> String { text.filter { $0 != "," } }

  private static func numbers(in text: String) -> [String] {
    text.matches(of: /[0-9][0-9,.]*/).map { number($0.output) }
  }
}

extension ProofLine {
  /// What the model computes or assumes on the line: of prose, what is in braces.
  fileprivate var knownText: [String] {
    switch kind {
    case .block: [String(text)]
    case .prose: text.matches(of: /\{([^}]*)\}?/).map { String($0.1) }
    case .comment: []
    }
  }

  /// The line with blanks in the place of braces and code, so that columns stay.
  fileprivate var typedText: String {
    String(text).replacing(/\{[^}]*\}?|^[^{]*\}|`[^`]*`/) { match in
      String(repeating: " ", count: match.0.count)
    }
  }
}
