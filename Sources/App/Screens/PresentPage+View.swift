import Content
import Drawing
import Exercises

extension PresentPage {
  /// A picture with less than this lets the text beside it give way.
  private static let leastPicture = 12

  /// Draws what is in sight; what is not yet leaves its room blank, so that nothing moves later.
  func draw(into body: inout Canvas) {
    if isConcluding { drawConclusion(into: &body) } else { drawQuestion(into: &body) }
  }

  // MARK: - The question

  private func drawQuestion(into body: inout Canvas) {
    let text = askedText(in: body.size, marks: body.marks)
    body.paste(text.canvas, x: 2, y: 0)
  }

  /// What comes before the conclusion, as far as it is in sight; the introduction gives way to the
  /// question where there is not room for both.
  private func askedText(in size: Size, marks: Marks) -> PageText {
    guard let exercise = page.exercise else { return PageText(width: size.width - 4, marks: marks) }
    let ask = AskView(exercise: exercise, isAnswered: part == .answer)
    var text = PageText(width: size.width - 4, marks: marks)
    if case .prose(let count) = part {
      text.add(page.prose.unfolded[count - 1])
    } else {
      if hasRoomForAll(in: size, marks: marks) { text.add(page.prose) }
      text.add(ask)
    }
    return text
  }

  private func hasRoomForAll(in size: Size, marks: Marks) -> Bool {
    wholeQuestion(withProse: true, width: size.width - 4, marks: marks).height <= size.height
  }

  private func wholeQuestion(withProse: Bool, width: Int, marks: Marks) -> PageText {
    var text = PageText(width: width, marks: marks)
    guard let exercise = page.exercise else { return text }
    if withProse { text.add(page.prose) }
    text.add(AskView(exercise: exercise, isAnswered: exercise.key != nil))
    return text
  }

  // MARK: - What follows

  private func drawConclusion(into body: inout Canvas) {
    let layout = conclusion.layout(in: body.size, marks: body.marks)
    if showsPicture, let area = pictureArea(layout, in: body.size) {
      if area.y == 0, area.x == 0 {
        return conclusion.drawPicture(in: area, narratesAbove: true, into: &body)
      }
      conclusion.drawPicture(in: area, narratesAbove: true, into: &body)
    }
    drawText(layout, into: &body)
    if nextPart == nil { conclusion.drawErratum(layout, into: &body) }
  }

  /// Where the picture stands: beside its text, or alone where it has not enough room there.
  private func pictureArea(_ layout: StepLayout, in size: Size) -> Rect? {
    guard conclusion.player != nil else { return nil }
    if let area = layout.pictureArea, area.size.height >= Self.leastPicture { return area }
    return Rect(x: 0, y: 0, width: size.width, height: size.height)
  }

  private func drawText(_ layout: StepLayout, into body: inout Canvas) {
    var rows = layout.textArea.size.height
    if case .conclusion(let count) = part, nextPart != nil {
      let shown = Prose(blocks: conclusion.page.prose.unfolded[count - 1])
      rows = min(rows, shown.height(width: layout.text.canvas.size.width))
    }
    body.paste(layout.text.canvas.rows(0..<rows), x: layout.textArea.x, y: layout.textArea.y)
  }

  // MARK: - What does not fit

  /// What of the page is out of sight in a body of a size, each as a sentence; empty where
  /// everything fits.
  func misfits(in size: Size, marks: Marks) -> [String] {
    var misfits: [String] = []
    func require(_ rows: Int, _ what: String) {
      if rows > size.height {
        misfits.append("\(what) needs \(rows) rows, and there are \(size.height)")
      }
    }
    let width = size.width - 4
    if !page.prose.isEmpty, page.exercise != nil {
      require(Prose(blocks: page.prose).height(width: width), "the text before the question")
    }
    if page.exercise != nil {
      require(
        wholeQuestion(withProse: false, width: width, marks: marks).height,
        "the question with its answer")
    }
    let layout = conclusion.layout(in: size, marks: marks)
    require(layout.text.height, "the text")
    if conclusion.player != nil { require(Self.leastPicture, "the picture") }
    return misfits
  }
}

/// A question that is asked aloud: with what is given, and then with the answer of the model.
struct AskView {
  let exercise: Exercise
  let isAnswered: Bool

  /// - Returns: the row below.
  func draw(y: Int, into canvas: inout Canvas) -> Int {
    let ask = StyledText(exercise.ask.keepingUnits, style: Style(.text, isBold: true))
    let asked = GivenView(exercise: exercise).draw(y: canvas.put(ask, below: y), into: &canvas)
    switch exercise.key {
    case .option(let right, let because):
      let end = drawOptions(right, y: asked + 1, into: &canvas)
      return isAnswered ? canvas.put(StyledText(because.keepingUnits), below: end + 1) : end
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
    guard exercise.kind != .prediction, !solution.isEmpty else { return y }
    return canvas.put(StyledText(solution.keepingUnits), below: y + 1)
  }
}
