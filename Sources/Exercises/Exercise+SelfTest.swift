import Content

extension Exercise {
  /// What is wrong with the block although it can be read; empty for a good one.
  ///
  /// Its `right:` lines must pass and its `wrong:` lines must fail by the rule that they name;
  /// every choice of every assumption must make sense; a graded question has three hints and a
  /// solution.
  package func selfTest() -> [Diagnostic] {
    (formMistakes + rightMistakes + wrongMistakes + ruleMistakes + assumptionMistakes).map {
      Diagnostic(file: file, line: line, message: "exercise \(id): \($0)")
    }
  }

  private static let hintCount = 3

  private var formMistakes: [String] {
    guard kind != .prediction else { return [] }
    var mistakes: [String] = []
    if question.hints.count != Self.hintCount {
      mistakes.append("there are \(question.hints.count) hints; there must be \(Self.hintCount)")
    }
    if question.solution == nil { mistakes.append("there is no solution") }
    guard !kind.isAnsweredByFile else { return mistakes + fileMistakes }
    if question.right.isEmpty { mistakes.append("there is no line 'right'") }
    if question.wrong.isEmpty { mistakes.append("there is no line 'wrong'") }
    return mistakes
  }

  /// A program or a design is tried by checks that are not in the block, so it has no such lines.
  private var fileMistakes: [String] {
    guard points == 0 else { return [] }
    return ["no check belongs to it; is there an item \(id) that a \(kind.rawValue) answers?"]
  }

  private var rightMistakes: [String] {
    question.right.compactMap { text in
      let verdict = verdict(for: Answer(text))
      guard verdict.outcome != .pass else { return nil }
      return "the right answer '\(text)' is refused: \(verdict.rationale)"
    }
  }

  private var wrongMistakes: [String] {
    question.wrong.compactMap { line in
      let (text, rule) = wrongLine(line)
      let judgement = judgement(of: Answer(text))
      guard judgement.verdict.outcome == .fail else {
        return "the wrong answer '\(text)' is not refused: \(judgement.verdict.rationale)"
      }
      guard judgement.rule == rule || rule == nil else {
        let found = judgement.rule?.rawValue ?? "no rule"
        return "the wrong answer '\(text)' is explained by \(found)"
      }
      return nil
    }
  }

  /// `140 ms furthest`: the answer, and the rule that must explain it, if one is named.
  ///
  /// A line that can be judged as it stands is all answer: `140 ms, connection cold`.
  private func wrongLine(_ line: String) -> (text: String, rule: Misconception?) {
    let words = line.split(separator: " ")
    guard words.count > 1, let rule = words.last.flatMap({ Misconception(rawValue: String($0)) }),
      verdict(for: Answer(line)).outcome == .error
    else { return (line, nil) }
    return (words.dropLast().joined(separator: " "), rule)
  }

  private var ruleMistakes: [String] {
    guard case .estimate(let estimate) = question.problem else { return [] }
    return estimate.mistakes.map(\.rule).compactMap { rule in
      guard let value = estimate.value(of: rule, in: question.topology) else {
        return "the mistake \(rule.rawValue) has no number here; does it need leader and voters?"
      }
      let key = estimate.key(in: question.topology)
      guard estimate.tolerance.accepts(value, for: key) else { return nil }
      return "the mistake \(rule.rawValue) gives the right number, so it explains nothing"
    }
  }

  private var assumptionMistakes: [String] {
    assumptions.flatMap { knob in
      knob.choices.compactMap { choice in
        do throws(Diagnostic) {
          _ = try question(assuming: [knob.key: choice])
          return nil
        } catch {
          return "with \(knob.key) \(choice): \(error.message)"
        }
      }
    }
  }
}
