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
    let rect = Rect(
      x: 0, y: y, width: Self.measure(canvas), height: max(0, canvas.size.height - y))
    return y + canvas.put([StyledText(text, style: style)], in: rect)
  }

  private static func measure(_ canvas: Canvas) -> Int { min(canvas.size.width, Prose.measure) }

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
      canvas.put(isChosen ? "› \(index + 1) " : "  \(index + 1) ", x: 0, y: row, style: style)
      let rect = Rect(
        x: 4, y: row, width: Self.measure(canvas) - 4, height: max(0, canvas.size.height - row))
      row += canvas.put([StyledText(option, style: style)], in: rect)
    }
    return row
  }

  private func drawVerdict(y: Int, into canvas: inout Canvas) -> Int {
    question.verdict.map { Self.draw($0, y: y + 1, into: &canvas) } ?? y
  }

  /// A mark for the outcome, and what there is to say about it.
  ///
  /// - Returns: the row below.
  static func draw(_ verdict: Verdict, y: Int, into canvas: inout Canvas) -> Int {
    let mark: (glyph: String, style: Style) =
      switch verdict.outcome {
      case .pass: ("✔", Style(.healthy, isBold: true))
      case .fail: ("○", Style(.voter, isBold: true))
      case .error, .skipped: ("!", Style(.message, isBold: true))
      }
    canvas.put(mark.glyph, x: 0, y: y, style: mark.style)
    let rect = Rect(
      x: 2, y: y, width: measure(canvas) - 2, height: max(0, canvas.size.height - y))
    let lines = [StyledText(verdict.rationale), StyledText(verdict.help ?? "", style: .faint)]
    return y + canvas.put(lines.filter { $0.columns > 0 }, in: rect)
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
