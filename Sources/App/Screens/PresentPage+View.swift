import Content
import Drawing
import Exercises

extension PresentPage {
  /// Where a picture would have less than this, the text beside it gives way.
  private static let leastPicture = 11

  /// Draws what is in sight; what is not yet leaves its room blank, so that nothing moves later.
  func draw(into body: inout Canvas) {
    if isConcluding { drawConclusion(into: &body) } else { drawQuestion(into: &body) }
  }

  // MARK: - The question

  private func drawQuestion(into body: inout Canvas) {
    let width = body.size.width - 4
    var text = PageText(width: width, marks: body.marks)
    if case .prose(let count) = part {
      if count > 0 { text.add(page.prose.unfolded[count - 1]) }
    } else if let exercise = page.exercise {
      text = asked(exercise, in: body.size, isAnswered: part == .answer, body.marks)
    }
    body.paste(text.canvas, x: 2, y: 0)
    if erratum != nil { conclusion.drawErratum(y: body.size.height - 1, into: &body) }
  }

  /// How much is said beside a question and its answer.
  private enum Detail: CaseIterable {
    case all
    /// Without the text that introduces it.
    case withoutText
    /// Without what is given, and without reasons.
    case bare
  }

  /// The question, perhaps with its answer, and as much else as there is room for.
  private func asked(
    _ exercise: Exercise, in size: Size, isAnswered: Bool, _ marks: Marks
  ) -> PageText {
    let texts = Detail.allCases.lazy.map { detail in
      var text = PageText(width: size.width - 4, marks: marks)
      if detail == .all { text.add(page.prose) }
      text.add(AskView(exercise: exercise, isAnswered: isAnswered, isBare: detail == .bare))
      return text
    }
    return texts.first { $0.height <= size.height } ?? texts[texts.endIndex - 1]
  }

  // MARK: - What follows

  private func drawConclusion(into body: inout Canvas) {
    let layout = conclusion.layout(in: body.size, marks: body.marks)
    if showsPicture, (layout.pictureArea?.size.height ?? 0) < Self.leastPicture {
      return drawPictureAlone(into: &body)
    }
    drawText(layout, into: &body)
    if showsPicture, let area = layout.pictureArea {
      conclusion.drawPicture(in: area, narratesAbove: true, into: &body)
    }
    if nextPart == nil, let y = layout.erratumY { conclusion.drawErratum(y: y, into: &body) }
  }

  private func drawPictureAlone(into body: inout Canvas) {
    let height = body.size.height - (erratum == nil ? 0 : 2)
    let area = Rect(x: 0, y: 0, width: body.size.width, height: height)
    conclusion.drawPicture(in: area, narratesAbove: true, into: &body)
    conclusion.drawErratum(y: body.size.height - 1, into: &body)
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
    if let exercise = page.exercise {
      let text = Prose(blocks: page.prose).height(width: size.width - 4)
      require(text, "the text before the question")
      let isAnswered = exercise.key != nil
      require(
        asked(exercise, in: size, isAnswered: isAnswered, marks).height,
        "the question with its answer")
    }
    let layout = conclusion.layout(in: size, marks: marks)
    require(layout.text.height, "the text")
    if conclusion.player != nil { require(Self.leastPicture, "the picture") }
    return misfits
  }
}
