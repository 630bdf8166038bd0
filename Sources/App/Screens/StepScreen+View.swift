import Content
import Drawing
import Exercises
import Scenes

/// How the parts of a page share its body.
struct StepLayout {
  let text: PageText
  let textArea: Rect
  /// The first row of the text that is in sight.
  var first = 0
  /// `nil` where there is no picture, or not enough room for it.
  var pictureArea: Rect?
  /// The row of a correction that stands apart from the text.
  var erratumY: Int?

  /// Whether the text goes on below what is in sight.
  var hasMore: Bool { first + textArea.size.height < text.height }
}

extension StepScreen {
  func view(size: Size, marks: Marks, book: Book) -> Frame {
    let content = book.chapters[chapter]
    let layout = layout(in: Page.bodySize(in: size), marks: marks)
    let counted = content.lesson.kind == .task ? "item" : "step"
    return Page(
      heading: "\(content.heading) · \(page.title)",
      position: "\(counted) \(step + 1) of \(content.steps.count)",
      hints: keys(in: book, layout: layout).footer
    ).draw(size: size, marks: marks) { body, _ in draw(layout, into: &body) }
  }

  /// Every key that does something on a page of a size.
  func keys(in book: Book, size: Size, marks: Marks) -> [KeyGroup] {
    keys(in: book, layout: layout(in: Page.bodySize(in: size), marks: marks))
  }

  // MARK: - Layout

  /// From this width on, prose stands left of the picture.
  private static let wide = 110
  private static let columnBesidePicture = 44
  /// A picture with less than this has nothing to say.
  private static let leastPicture = 8

  func layout(in body: Size, marks: Marks) -> StepLayout {
    var layout = areas(in: body, marks: marks)
    layout.first = layout.text.first(in: layout.textArea.size.height, scroll: scroll)
    return layout
  }

  private func areas(in body: Size, marks: Marks) -> StepLayout {
    if isZoomed {
      return StepLayout(
        text: PageText(width: 0, marks: marks), textArea: Rect(x: 0, y: 0, width: 0, height: 0),
        pictureArea: Rect(x: 0, y: 0, width: body.width, height: body.height))
    }
    if let player, body.width >= Self.wide, !player.scene.isPanorama {
      return layoutBeside(in: body, marks: marks)
    }
    return layoutBelow(in: body, marks: marks) ?? layoutOfText(in: body, marks: marks)
  }

  /// The text left, the picture right.
  private func layoutBeside(in body: Size, marks: Marks) -> StepLayout {
    let width = Self.columnBesidePicture
    var text = wholeText(width: width, rows: body.height, marks: marks)
    if let erratum { text.add(Self.line(of: erratum)) }
    let x = width + 4
    return StepLayout(
      text: text, textArea: Rect(x: 2, y: 0, width: width, height: body.height),
      pictureArea: Rect(x: x, y: 0, width: body.width - x, height: body.height))
  }

  /// The text above, the picture below; `nil` where they do not fit.
  private func layoutBelow(in body: Size, marks: Marks) -> StepLayout? {
    let kind = question?.exercise.kind
    guard player != nil, question == nil || kind == .prediction || kind == .design else {
      return nil
    }
    // A design is drawn beside what was found in it.
    let text =
      kind == .design
      ? wholeText(width: body.width - 4, rows: body.height, marks: marks)
      : terseText(width: body.width - 4, marks: marks)
    let y = text.height > 0 ? text.height + 1 : 0
    let rest = body.height - y - (erratum == nil ? 0 : 2)
    guard rest >= Self.leastPicture else { return nil }
    return StepLayout(
      text: text, textArea: Rect(x: 2, y: 0, width: body.width - 4, height: text.height),
      pictureArea: Rect(x: 0, y: y, width: body.width, height: rest),
      erratumY: erratum == nil ? nil : body.height - 1)
  }

  private func layoutOfText(in body: Size, marks: Marks) -> StepLayout {
    let area = Rect(x: 2, y: 0, width: body.width - 4, height: body.height)
    let isPredicted = isRevealed && question?.exercise.kind == .prediction
    var text =
      isPredicted
      ? terseText(width: area.size.width, marks: marks)
      : wholeText(width: area.size.width, rows: body.height, marks: marks)
    if let erratum { text.add(Self.line(of: erratum)) }
    return StepLayout(text: text, textArea: area)
  }

  // MARK: - Text

  /// What there is to say after a prediction: what it was about gives way to the picture.
  private func terseText(width: Int, marks: Marks) -> PageText {
    var text = PageText(width: width, marks: marks)
    if let question {
      if let verdict = question.verdict { text.add(VerdictView(verdict: verdict)) }
      text.add(page.revealed)
    } else {
      text.add(page.prose)
    }
    return text
  }

  /// Everything, or where that is too long what matters: first the introduction is left out once
  /// the question has been worked on, then the older hints.
  private func wholeText(width: Int, rows: Int, marks: Marks) -> PageText {
    let text = fullText(width: width, marks: marks, hasProse: true, isTerse: false)
    guard let question, question.isWorkedOn, text.height > rows else { return text }
    let shorter = fullText(width: width, marks: marks, hasProse: false, isTerse: false)
    guard shorter.height > rows else { return shorter }
    return fullText(width: width, marks: marks, hasProse: false, isTerse: true)
  }

  private func fullText(width: Int, marks: Marks, hasProse: Bool, isTerse: Bool) -> PageText {
    var text = PageText(width: width, marks: marks)
    if hasProse { text.add(page.prose) }
    if let question { text.add(QuestionView(question: question, isTerse: isTerse)) }
    if question != nil, isRevealed { text.add(page.revealed) }
    return text
  }

  /// What the handout says beside what the model says, with the way to the reason behind it; where
  /// there is no room for both, what the handout says.
  private static func line(of erratum: Erratum, width: Int = .max) -> StyledText {
    let why =
      StyledText(" · ", style: .faint) + StyledText("e", style: Style(.text, isBold: true))
      + StyledText(": why", style: .faint)
    let handout = StyledText("handout: ", style: .faint) + erratum.claim.styled(.faint)
    let both = handout + StyledText(" · model: ", style: .faint) + erratum.truth.styled(.text)
    let room = width - why.columns
    return (both.columns > room ? handout.truncated(width: room) : both) + why
  }

  // MARK: - Drawing

  private func draw(_ layout: StepLayout, into body: inout Canvas) {
    let (area, first) = (layout.textArea, layout.first)
    body.paste(layout.text.canvas.rows(first..<first + area.size.height), x: area.x, y: area.y)
    if let area = layout.pictureArea {
      drawPicture(in: area, into: &body)
    } else if player != nil, isRevealed, question?.exercise.kind ?? .prediction == .prediction {
      drawNotice(below: layout.text.height, into: &body)
    }
    if let y = layout.erratumY { drawErratum(y: y, into: &body) }
  }

  /// The correction of the handout in a row of its own.
  func drawErratum(y: Int, into body: inout Canvas) {
    guard let erratum else { return }
    body.put(Self.line(of: erratum, width: body.size.width - 4), x: 2, y: y)
  }

  private func drawNotice(below y: Int, into body: inout Canvas) {
    guard y < body.size.height - 1 else { return }
    body.put("z shows the picture; 80×24 shows both", x: 2, y: body.size.height - 1, style: .faint)
  }

  func drawPicture(in area: Rect, narratesAbove: Bool = false, into body: inout Canvas) {
    var picture = Canvas(size: area.size, marks: body.marks)
    drawPicture(narratesAbove: narratesAbove, into: &picture)
    body.paste(picture, x: area.x, y: area.y)
  }

  private func drawPicture(narratesAbove: Bool, into canvas: inout Canvas) {
    guard let player else { return }
    if let refusal {
      canvas.put(
        [StyledText("✘ not possible: \(refusal)", style: Style(.lost))],
        in: Rect(x: 2, y: 2, width: canvas.size.width - 4, height: 3))
      return
    }
    let status = "\(player.isPlaying ? "▶" : "Ⅱ") \(player.speedText)"
    SceneFrame(
      scene: player.scene, time: player.time, knobs: turnable, focus: focus, status: status,
      narratesAbove: narratesAbove
    ).draw(into: &canvas)
  }
}

extension Canvas {
  /// Some rows as a canvas of their own.
  func rows(_ rows: Range<Int>) -> Canvas {
    var part = Canvas(size: Size(width: size.width, height: rows.count), marks: marks)
    part.paste(self, x: 0, y: -rows.lowerBound)
    return part
  }
}
