import Content
import Drawing
import Exercises
import Scenes

extension StepScreen {
  func view(size: Size, marks: Marks, book: Book) -> Frame {
    let content = book.chapters[chapter]
    let page = content.steps[step]
    let counted = content.lesson.kind == .task ? "item" : "step"
    return Page(
      heading: "\(content.heading) · \(page.title)",
      position: "\(counted) \(step + 1) of \(content.steps.count)", hints: hints(page)
    ).draw(size: size, marks: marks) { body, _ in
      if isZoomed {
        drawPicture(into: &body)
      } else if size.width >= Self.wide, player?.scene.isPanorama != true {
        drawSideBySide(page, into: &body)
      } else {
        drawStacked(page, into: &body)
      }
    }
  }

  /// From this width on, prose stands left of the picture.
  private static let wide = 110

  private func drawSideBySide(_ page: StepPage, into body: inout Canvas) {
    guard player != nil else { return drawStacked(page, into: &body) }
    let measure = 44
    drawText(page, width: measure, isTerse: false, into: &body)
    let x = measure + 4
    var picture = Canvas(
      size: Size(width: body.size.width - x, height: body.size.height), marks: body.marks)
    drawPicture(into: &picture)
    body.paste(picture, x: x, y: 0)
  }

  /// Prose above, picture below; a picture without enough room waits for `z`.
  private func drawStacked(_ page: StepPage, into body: inout Canvas) {
    let width = body.size.width - 4
    let used = drawText(page, width: width, isTerse: true, into: &body)
    guard player != nil, question == nil || question?.exercise.kind == .prediction else { return }
    let rest = body.size.height - used - 1 - erratumHeight(page)
    guard rest >= 8 else {
      let y = body.size.height - 1 - erratumHeight(page)
      if used < y { body.put("z shows the picture; 80×24 shows both", x: 2, y: y, style: .faint) }
      return
    }
    var picture = Canvas(size: Size(width: body.size.width, height: rest), marks: body.marks)
    drawPicture(into: &picture)
    body.paste(picture, x: 0, y: used + 1)
  }

  private func drawPicture(into canvas: inout Canvas) {
    guard let player else { return }
    if let refusal {
      canvas.put(
        StyledText("✘ \(refusal)", style: Style(.lost)).wrapped(width: canvas.size.width - 4),
        in: Rect(x: 2, y: 2, width: canvas.size.width - 4, height: 3))
      return
    }
    let status = "\(player.isPlaying ? "▶" : "Ⅱ") \(player.speedText)"
    SceneFrame(
      scene: player.scene, time: player.time, knobs: knobs, focus: focus, status: status
    ).draw(into: &canvas)
  }

  /// Prose and question; once a prediction is made, what it was about gives way to the picture.
  ///
  /// - Returns: the rows used.
  @discardableResult
  private func drawText(_ page: StepPage, width: Int, isTerse: Bool, into body: inout Canvas)
    -> Int
  {
    var text = Canvas(size: Size(width: width, height: body.size.height), marks: body.marks)
    // A line of prose is never longer than the eye can follow; the erratum may be.
    let hasGuessed = question?.exercise.kind == .prediction && question?.isRevealed == true
    var y = 0
    if !(isTerse && hasGuessed) {
      y = Prose(blocks: page.prose).draw(into: &text)
      if let question { y = QuestionView(question: question).draw(y: y + 1, into: &text) + 1 }
    } else if let verdict = question?.verdict {
      y = QuestionView.draw(verdict, y: 0, into: &text) + 1
    }
    if hasGuessed, !page.revealed.isEmpty {
      var more = Canvas(size: Size(width: width, height: text.size.height - y), marks: text.marks)
      let height = Prose(blocks: page.revealed).draw(into: &more)
      text.paste(more, x: 0, y: y)
      y += height
    }
    if isTerse {
      _ = drawErratum(page, y: text.size.height - 1, into: &text)
    } else {
      y = drawErratum(page, y: y + 1, into: &text)
    }
    body.paste(text, x: 2, y: 0)
    return min(y, body.size.height)
  }

  private func erratumHeight(_ page: StepPage) -> Int {
    page.erratum != nil && isErratumOpen ? 2 : 0
  }

  /// What the handout says beside what the model says, on one line or wrapped.
  ///
  /// - Returns: the row below.
  private func drawErratum(_ page: StepPage, y: Int, into canvas: inout Canvas) -> Int {
    guard let erratum = page.erratum, isErratumOpen else { return y }
    let line =
      StyledText("handout: ", style: .faint) + erratum.claim.styled(.faint)
      + StyledText(" · model: ", style: .faint) + erratum.truth.styled(.text)
      + StyledText(" · ", style: .faint) + StyledText("e", style: Style(.text, isBold: true))
      + StyledText(": why", style: .faint)
    let rect = Rect(x: 0, y: y, width: canvas.size.width, height: max(0, canvas.size.height - y))
    return y + canvas.put([line], in: rect)
  }

  // MARK: - Footer

  private func hints(_ page: StepPage) -> [KeyHint] {
    var hints = [KeyHint("← →", "step")]
    if isZoomed {
      hints = [KeyHint("z", "back", .character("z"))] + playerHints
    } else if let question, !question.isRevealed {
      hints += questionHints(question)
    } else if let question, question.exercise.kind != .prediction {
      hints += [
        KeyHint("v", "watch", .character("v")), KeyHint("r", "other numbers", .character("r")),
      ]
    } else {
      hints += playerHints
      if page.erratum != nil { hints.append(KeyHint("e", "erratum", .character("e"))) }
    }
    return hints.prefix(5) + [KeyHint("?", "help", .character("?"))]
  }

  private var playerHints: [KeyHint] {
    guard player != nil else { return [] }
    let turning = knobs.isEmpty ? [] : [KeyHint("↑ ↓", "turn")]
    return turning + [KeyHint("space", "play", .character(" ")), KeyHint(", .", "event")]
  }

  private func questionHints(_ question: Question) -> [KeyHint] {
    var hints: [KeyHint] = []
    if let verdict = question.verdict {
      hints.append(KeyHint("Enter", "try again", .enter))
      if verdict.replay != nil { hints.append(KeyHint("v", "watch", .character("v"))) }
    } else if question.exercise.kind == .prediction, question.field.text.isEmpty {
      hints.append(KeyHint("Enter", "show me", .enter))
    } else {
      hints.append(KeyHint("Enter", "check", .enter))
    }
    if question.exercise.kind == .choice { hints.append(KeyHint("↑ ↓", "choose")) }
    if !question.assumptions.isEmpty { hints.append(KeyHint("↑ ↓", "assume")) }
    let left = question.exercise.hints.count - question.hintLevel
    if left > 0 { hints.append(KeyHint("h", "hint (\(left) left)", .character("h"))) }
    return hints
  }
}
