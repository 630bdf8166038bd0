import Content
import Drawing
import Exercises

/// A question with its field, its verdict and the help that was asked for.
struct QuestionView {
  let question: Question
  /// Whether only the newest hint is shown.
  var isTerse = false

  /// Draws from row `y` on.
  ///
  /// - Returns: the row below, and the rows that must be in sight when not all are.
  func draw(y: Int, into canvas: inout Canvas) -> (end: Int, attention: Range<Int>) {
    let ask = StyledText(question.ask.keepingUnits, style: Style(.text, isBold: true))
    let asked = GivenView(exercise: question.exercise).draw(
      y: canvas.put(ask, below: y), into: &canvas)
    let answered = drawAnswer(y: asked, into: &canvas)
    let judged = drawVerdict(y: answered, into: &canvas)
    let hinted = drawHints(y: judged, into: &canvas)
    let end = drawSolution(y: hinted, into: &canvas)
    let attention =
      switch question.attention {
      case .ask: y..<y
      case .answer: asked..<answered
      case .verdict: answered + 1..<max(answered + 1, end)
      case .hint: judged + 1..<max(judged + 1, hinted)
      }
    return (end, attention)
  }

  // MARK: - The answer

  private func drawAnswer(y: Int, into canvas: inout Canvas) -> Int {
    if question.exercise.kind == .choice { return drawOptions(y: y + 1, into: &canvas) }
    if question.exercise.kind.isAnsweredByFile { return drawFile(y: y + 1, into: &canvas) }
    return question.isSkipped ? y : drawField(y: y + 1, into: &canvas)
  }

  private func drawField(y: Int, into canvas: inout Canvas) -> Int {
    let label = question.exercise.kind == .prediction ? "your guess" : "your answer"
    let x = canvas.put(label, x: 2, y: y, style: .faint) + 2
    if question.isRevealed || question.verdict != nil {
      canvas.put(question.field.text, x: x, y: y, style: Style(.text, isBold: true))
    } else {
      question.field.draw(x: x, y: y, width: min(28, canvas.size.width - x), into: &canvas)
    }
    for (index, knob) in question.assumptions.enumerated() {
      drawAssumption(
        knob, isFocused: index == question.focus, x: x, y: y + 1 + index, into: &canvas)
    }
    return y + 1 + question.assumptions.count
  }

  private func drawFile(y: Int, into canvas: inout Canvas) -> Int {
    guard question.isJudging else {
      let text = "Enter judges \(question.fileNames), and saving it does from then on."
      return canvas.put(StyledText(text, style: .faint), below: y, x: 2)
    }
    let text = "Your \(question.exercise.kind.rawValue) is being judged. Esc stops it."
    let row = canvas.put(
      StyledText(text, style: Style(.message, isBold: true)), below: y, x: 2)
    guard let judging = question.judging else { return row }
    let width = 24
    let length = Double(judging.done * width) / Double(max(1, judging.count))
    canvas.fill(Rect(x: 2, y: row, width: width, height: 1), with: "░", style: .faint)
    canvas.bar(x: 2, y: row, length: length, style: Style(.healthy))
    return canvas.put(
      StyledText("\(judging.done) of \(judging.count)  \(judging.run)", style: .faint), below: row,
      x: 2 + width + 2)
  }

  private func drawAssumption(
    _ knob: Knob, isFocused: Bool, x: Int, y: Int, into canvas: inout Canvas
  ) {
    let isFocused = isFocused && !question.isRevealed
    let end = canvas.put(knob.key, x: 2, y: y, style: .faint)
    let value = StyledText(
      "‹ \(knob.value) ›", style: Style(isFocused ? .focus : .text, isBold: isFocused))
    let start = max(x, end + 2)
    canvas.put(value.truncated(width: canvas.size.width - start), x: start, y: y)
  }

  private func drawOptions(y: Int, into canvas: inout Canvas) -> Int {
    var row = y
    for (index, option) in question.exercise.options.enumerated() {
      let isChosen = index == question.option
      let style = Style(isChosen ? .focus : .text, isBold: isChosen)
      let letter = Exercise.letters[index % Exercise.letters.count]
      canvas.put("\(isChosen ? "›" : " ") \(letter)  ", x: 0, y: row, style: style)
      row = canvas.put(StyledText(option.keepingUnits, style: style), below: row, x: 5)
    }
    return row
  }

  // MARK: - What is said to it

  private func drawVerdict(y: Int, into canvas: inout Canvas) -> Int {
    guard var verdict = question.verdict?.withFirstFinding else { return y }
    // A step forward that was shown as a hint is not told twice.
    if shownHints.contains(where: { $0.text == verdict.help }) { verdict.help = nil }
    return VerdictView(verdict: verdict).draw(y: y + 1, into: &canvas)
  }

  private var shownHints: [(number: Int, text: String)] {
    guard !question.isRevealed else { return [] }
    let hints = question.exercise.hints.prefix(question.hintLevel).enumerated()
    return hints.map { ($0.offset + 1, $0.element) }.suffix(isTerse ? 1 : .max)
  }

  private func drawHints(y: Int, into canvas: inout Canvas) -> Int {
    guard !shownHints.isEmpty else { return y }
    return shownHints.reduce(y + 1) { row, hint in
      let text = canvas.put("Hint \(hint.number)", x: 0, y: row, style: .faint) + 2
      return canvas.put(StyledText(hint.text.keepingUnits), below: row, x: text)
    }
  }

  private func drawSolution(y: Int, into canvas: inout Canvas) -> Int {
    guard question.isRevealed, question.exercise.kind != .prediction else { return y }
    let solution = question.exercise.solution(for: question.answer)
    guard !solution.isEmpty else { return y }
    return canvas.put(StyledText(solution.keepingUnits), below: y + 1)
  }
}

/// The round trips from which a number is to be computed, two in a row where they fit.
struct GivenView {
  let exercise: Exercise

  /// - Returns: the row below.
  func draw(y: Int, into canvas: inout Canvas) -> Int {
    let given = exercise.kind == .estimate ? exercise.given : []
    guard !given.isEmpty else { return y }
    let cellWidth = 36
    let perRow = canvas.size.width >= 2 * cellWidth ? 2 : 1
    for (index, trip) in given.enumerated() {
      let x = index % perRow * cellWidth
      let row = y + 1 + index / perRow
      let time = (trip.isEstimate ? "≈ " : "") + Quantity.duration(trip.2).text
      canvas.put("\(trip.0) – \(trip.1)", x: x + 2, y: row, style: .faint)
      canvas.put(time, endX: x + min(cellWidth, canvas.size.width) - 3, y: row)
    }
    return y + 1 + (given.count + perRow - 1) / perRow
  }
}

/// A mark for the outcome, and what there is to say about it.
struct VerdictView {
  let verdict: Verdict

  /// - Returns: the row below.
  func draw(y: Int, into canvas: inout Canvas) -> Int {
    let mark: (glyph: String, style: Style) =
      switch verdict.outcome {
      case .pass: ("✔", Style(.healthy, isBold: true))
      case .fail: ("○", Style(.voter, isBold: true))
      case .error, .skipped: ("!", Style(.message, isBold: true))
      }
    canvas.put(mark.glyph, x: 0, y: y, style: mark.style)
    let row = canvas.put(StyledText(verdict.rationale.keepingUnits), below: y, x: 2)
    guard let help = verdict.help else { return row }
    return canvas.put(StyledText(help.asSentence.keepingUnits, style: .faint), below: row, x: 2)
  }
}

extension Verdict {
  /// With what went wrong first, where several things were tried.
  fileprivate var withFirstFinding: Verdict {
    guard let part = parts.first(where: { [.fail, .error].contains($0.outcome) }),
      !rationale.contains(part.rationale)
    else { return self }
    var verdict = self
    verdict.rationale += " " + (part.title.map { "\($0): " } ?? "") + part.rationale
    verdict.help = part.help
    return verdict
  }
}

extension Canvas {
  /// Puts a text from row `y` on, in lines that can be read.
  ///
  /// - Returns: the row below.
  mutating func put(_ text: StyledText, below y: Int, x: Int = 0) -> Int {
    let width = min(size.width, Prose.measure) - x
    return y + put([text], in: Rect(x: x, y: y, width: width, height: max(0, size.height - y)))
  }
}

extension String {
  /// With a capital in front and a full stop behind, unless there is another mark.
  fileprivate var asSentence: String {
    prefix(1).uppercased() + dropFirst() + (last?.isPunctuation == true ? "" : ".")
  }
}
