import Content
import Drawing
import Exercises

/// A question with its field, its verdict and the help that was asked for.
struct QuestionView {
  let question: Question

  /// Draws from row `y` on.
  ///
  /// - Returns: the row below.
  func draw(y: Int, into canvas: inout Canvas) -> Int {
    var y = put(question.exercise.ask, y: y, style: Style(.text, isBold: true), into: &canvas)
    y = drawGiven(y: y, into: &canvas)
    if question.exercise.kind == .choice {
      y = drawOptions(y: y + 1, into: &canvas)
    } else if !question.isSkipped {
      y = drawField(y: y + 1, into: &canvas)
    }
    y = drawVerdict(y: y, into: &canvas)
    y = drawHints(y: y, into: &canvas)
    return drawSolution(y: y, into: &canvas)
  }

  private func put(_ text: String, y: Int, style: Style = .text, into canvas: inout Canvas) -> Int {
    let width = canvas.size.width
    let rect = Rect(x: 0, y: y, width: width, height: max(0, canvas.size.height - y))
    return y + canvas.put(StyledText(text, style: style).wrapped(width: width), in: rect)
  }

  /// The round trips that an exercise in new numbers is about.
  private func drawGiven(y: Int, into canvas: inout Canvas) -> Int {
    guard question.round > 0 else { return y }
    var row = y + 1
    for (from, to, roundTrip, _) in question.exercise.given {
      canvas.put("\(from) – \(to)", x: 2, y: row, style: .faint)
      canvas.put(Quantity.duration(roundTrip).text, endX: 40, y: row)
      row += 1
    }
    return row
  }

  private func drawField(y: Int, into canvas: inout Canvas) -> Int {
    let label = question.exercise.kind == .prediction ? "your guess" : "your answer"
    let x = canvas.put(label, x: 2, y: y, style: .faint) + 2
    let width = min(28, canvas.size.width - x)
    if question.isRevealed || question.verdict != nil {
      canvas.put(question.field.text, x: x, y: y, style: Style(.text, isBold: true))
    } else {
      question.field.draw(x: x, y: y, width: width, into: &canvas)
    }
    var row = y + 1
    for (index, knob) in question.assumptions.enumerated() {
      let isFocused = index == question.focus && !question.isRevealed
      let end = canvas.put(knob.key, x: 2, y: row, style: .faint)
      canvas.put(
        "‹ \(knob.value) ›", x: max(x, end + 2), y: row,
        style: Style(isFocused ? .focus : .text, isBold: isFocused))
      row += 1
    }
    return row
  }

  private func drawOptions(y: Int, into canvas: inout Canvas) -> Int {
    var row = y
    for (index, option) in question.exercise.options.enumerated() {
      let isChosen = index == question.option
      let style = Style(isChosen ? .focus : .text, isBold: isChosen)
      canvas.put(isChosen ? "›" : " ", x: 0, y: row, style: style)
      canvas.put("\(index + 1)", x: 2, y: row, style: .faint)
      let lines = StyledText(option, style: style).wrapped(width: canvas.size.width - 4)
      row += canvas.put(
        lines, in: Rect(x: 4, y: row, width: canvas.size.width - 4, height: lines.count))
    }
    return row
  }

  private func drawVerdict(y: Int, into canvas: inout Canvas) -> Int {
    guard let verdict = question.verdict else { return y }
    let mark: (word: String, style: Style) =
      switch verdict.outcome {
      case .pass: ("✔ ", Style(.healthy, isBold: true))
      case .fail: ("○ ", Style(.voter, isBold: true))
      case .error, .skipped: ("! ", Style(.message, isBold: true))
      }
    canvas.put(mark.word, x: 0, y: y + 1, style: mark.style)
    let width = canvas.size.width - 2
    let text = [verdict.rationale, verdict.help].compactMap(\.self).joined(separator: " ")
    let lines = StyledText(text).wrapped(width: width)
    let rect = Rect(x: 2, y: y + 1, width: width, height: max(0, canvas.size.height - y - 1))
    return y + 1 + canvas.put(lines, in: rect)
  }

  private func drawHints(y: Int, into canvas: inout Canvas) -> Int {
    guard question.hintLevel > 0, !question.isRevealed else { return y }
    var row = y + 1
    for (index, hint) in question.exercise.hints.prefix(question.hintLevel).enumerated() {
      row = put("Hint \(index + 1): \(hint)", y: row, style: .faint, into: &canvas)
    }
    return row
  }

  private func drawSolution(y: Int, into canvas: inout Canvas) -> Int {
    guard question.isRevealed, question.exercise.kind != .prediction else { return y }
    return put(question.exercise.solution(for: question.answer), y: y + 1, into: &canvas)
  }
}
