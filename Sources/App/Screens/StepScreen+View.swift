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
      } else if size.width >= Self.wide {
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
    drawText(page, width: measure, into: &body)
    let x = measure + 4
    var picture = Canvas(
      size: Size(width: body.size.width - x, height: body.size.height), marks: body.marks)
    drawPicture(into: &picture)
    body.paste(picture, x: x, y: 0)
  }

  /// Prose above, picture below; a picture without enough room waits for `z`.
  private func drawStacked(_ page: StepPage, into body: inout Canvas) {
    let width = min(Prose.measure, body.size.width - 4)
    let used = drawText(page, width: width, into: &body)
    guard player != nil, question == nil || question?.exercise.kind == .prediction else { return }
    let rest = body.size.height - used - 1 - erratumHeight(page)
    guard rest >= 8 else {
      body.put("z shows the picture; all fits at 80×24", x: 2, y: body.size.height - 1, style: .faint)
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
    let status = "\(player.isPlaying ? "▶" : "Ⅱ") \(Quantity.ratio(player.speed).text)"
    SceneFrame(
      scene: player.scene, time: player.time, knobs: knobs, focus: focus, status: status
    ).draw(into: &canvas)
  }

  /// - Returns: the rows used.
  @discardableResult
  private func drawText(_ page: StepPage, width: Int, into body: inout Canvas) -> Int {
    var text = Canvas(size: Size(width: width, height: body.size.height), marks: body.marks)
    var y = Prose(blocks: page.prose).draw(into: &text)
    if let question {
      if y > 0 { y += 1 }
      y = QuestionView(question: question).draw(y: y, into: &text)
      if question.isRevealed, !page.revealed.isEmpty {
        var more = Canvas(size: Size(width: width, height: text.size.height - y), marks: text.marks)
        let height = Prose(blocks: page.revealed).draw(into: &more)
        text.paste(more, x: 0, y: y + 1)
        y += height + 1
      }
    }
    body.paste(text, x: 2, y: 0)
    drawErratum(page, into: &body)
    return min(y, body.size.height)
  }

  private func erratumHeight(_ page: StepPage) -> Int {
    page.erratum != nil && isErratumOpen ? 2 : 0
  }

  private func drawErratum(_ page: StepPage, into body: inout Canvas) {
    guard let erratum = page.erratum, isErratumOpen else { return }
    let line =
      StyledText("handout: ", style: .faint) + erratum.claim.styled(.faint)
      + StyledText(" · model: ", style: .faint) + erratum.truth.styled(.text)
    let y = body.size.height - 1
    let why = " · e: why"
    let room = body.size.width - 4 - columns(of: why)
    let end = body.put(line.truncated(width: room), x: 2, y: y)
    body.put(why, x: end, y: y, style: Style(.focus))
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
