import Content
import Drawing
import Exercises

/// A question that is asked aloud: with what is given, and then with the answer of the model.
struct AskView {
  let exercise: Exercise
  let isAnswered: Bool
  /// Whether what is given, and reasons, are left out.
  let isBare: Bool

  /// - Returns: the row below.
  func draw(y: Int, into canvas: inout Canvas) -> Int {
    let ask = StyledText(exercise.ask.keepingUnits, style: Style(.text, isBold: true))
    let question = canvas.put(ask, below: y)
    let asked = isBare ? question : GivenView(exercise: exercise).draw(y: question, into: &canvas)
    switch exercise.key {
    case .option(let right, let because):
      let end = drawOptions(right, y: asked + 1, into: &canvas)
      return isAnswered && !isBare
        ? canvas.put(StyledText(because.keepingUnits), below: end + 1) : end
    case .value(let value):
      guard isAnswered else { return asked }
      return drawSolution(y: drawValue(value, y: asked + 1, into: &canvas), into: &canvas)
    case nil: return asked
    }
  }

  private func drawOptions(_ right: Int, y: Int, into canvas: inout Canvas) -> Int {
    var row = y
    for (index, option) in exercise.options.enumerated() {
      let isRight = isAnswered && index == right
      let style = isRight ? Style.strong : isAnswered ? .faint : .text
      canvas.put(isRight ? "✔" : " ", x: 0, y: row, style: Style(.healthy, isBold: true))
      canvas.put(
        String(Exercise.letters[index % Exercise.letters.count]), x: 2, y: row, style: style)
      row = canvas.put(StyledText(option.keepingUnits, style: style), below: row, x: 5)
    }
    return row
  }

  /// The answer in letters that can be read from the last row, if it is short enough for them.
  private func drawValue(_ value: String, y: Int, into canvas: inout Canvas) -> Int {
    guard
      let type = BigType.first(
        of: [.wide, .narrow], value, width: canvas.size.width, marks: canvas.marks)
    else {
      return canvas.put(StyledText(value, style: .strong), below: y)
    }
    canvas.put(type, x: 0, y: y, style: .strong)
    return y + BigType.height
  }

  private func drawSolution(y: Int, into canvas: inout Canvas) -> Int {
    let solution = exercise.solution(for: Answer(""))
    guard !isBare, exercise.kind != .prediction, !solution.isEmpty else { return y }
    return canvas.put(StyledText(solution.keepingUnits), below: y + 1)
  }
}
