import Content
import Drawing
import Scenes

/// The speaker's own screen: what to say, what comes next, and how the time stands.
struct NotesView {
  let talk: PresentScreen
  let book: Book

  private var chapter: Chapter { book.chapters[talk.chapter] }

  /// - Parameter first: the row of the note from which on it is shown.
  func draw(size: Size, marks: Marks, first: Int) -> Canvas {
    Page(
      heading: "NOTES · \(chapter.label)  \(talk.page.page.title)",
      position: "\(talk.step + 1) of \(chapter.steps.count)", hints: hints(in: size)
    ).draw(size: size, marks: marks) { body, _ in
      let room = room(in: size)
      for (row, line) in lines(width: size.width - 4).dropFirst(first).prefix(room).enumerated() {
        body.put(line, x: 2, y: row)
      }
      drawOutlook(y: room + 1, into: &body)
      PlanView(talk: talk, chapter: chapter).draw(y: body.size.height - 2, into: &body)
    }.canvas
  }

  /// The first row of the note when its last one is in sight.
  func lastFirst(in size: Size) -> Int {
    max(0, lines(width: size.width - 4).count - room(in: size))
  }

  private func hints(in size: Size) -> [KeyHint] {
    let isCut = lastFirst(in: size) > 0
    return (isCut ? [KeyHint("↑ ↓", [.up, .down], "read on", word: "read on")] : []) + [
      KeyHint("t", [.character("t")], "the next theme of colours", word: "theme"),
      KeyHint("q", [.character("q")], "leave", word: "leave"),
    ]
  }

  // MARK: - The note

  private static let outlookHeight = 3

  /// The rows of the note.
  private func room(in size: Size) -> Int {
    max(1, Page.bodySize(in: size).height - Self.outlookHeight - 4)
  }

  private func lines(width: Int) -> [StyledText] {
    let lesson = talk.step == 0 ? chapter.lesson.notes : ""
    let notes = [lesson, talk.page.page.notes].filter { !$0.isEmpty }
    guard !notes.isEmpty else { return [StyledText("No notes for this step.", style: .faint)] }
    let width = min(width, Prose.measure)
    return notes.map { StyledText($0.filled).wrapped(width: width) }.joined(separator: [
      StyledText()
    ])
    .map(\.self)
  }

  // MARK: - What comes next

  private func drawOutlook(y: Int, into body: inout Canvas) {
    let rows = [
      ("now", "\(talk.page.part.name)\(talk.isBlack ? ", and the screen is black" : "")"),
      ("next", next), ("then", following),
    ]
    for (row, (label, text)) in rows.enumerated() {
      body.put(label, x: 2, y: y + row, style: .faint)
      body.put(StyledText(text).truncated(width: body.size.width - 10), x: 8, y: y + row)
    }
  }

  /// The part or the event that one press of a key brings.
  private var next: String {
    if let part = talk.page.nextPart { return part.name }
    let player = talk.page.conclusion.player
    let event =
      talk.page.showsPicture
      ? player.flatMap { player in player.scene.events.first { $0.time > player.time } } : nil
    return event?.sentence ?? "the next step"
  }

  /// The step after this one.
  private var following: String {
    let places = book.allPlaces
    guard let here = places.firstIndex(of: .step(chapter: talk.chapter, step: talk.step)),
      here + 1 < places.count, case .step(let chapter, let step) = places[here + 1]
    else { return "the end" }
    return book.chapters[chapter].steps[step].title
  }
}

extension PresentPage.Part {
  fileprivate var name: String {
    switch self {
    case .prose, .conclusion: "the text"
    case .question: "the question"
    case .answer: "the answer"
    case .picture: "the picture"
    }
  }
}

extension String {
  /// With the lines of each paragraph as one, to be wrapped anew.
  fileprivate var filled: String {
    split(separator: "\n", omittingEmptySubsequences: false).split { $0.isEmpty }
      .map { $0.joined(separator: " ") }.joined(separator: "\n\n")
  }
}

/// The time that the lesson has taken, beside the plan: so many minutes, the same for every step.
struct PlanView {
  let talk: PresentScreen
  let chapter: Chapter

  /// Draws two rows.
  func draw(y: Int, into body: inout Canvas) {
    let width = body.size.width - 4
    let share = min(1, talk.time / planned)
    body.bar(x: 2, y: y, length: Double(width), pattern: .hatched, style: .faint)
    body.bar(x: 2, y: y, length: Double(width) * share, style: Style(.link))
    body.put(line.truncated(width: width), x: 2, y: y + 1)
  }

  private var planned: Duration { .seconds(chapter.lesson.minutes * 60) }

  /// When the step should be over.
  private var due: Duration { planned * (talk.step + 1) / chapter.steps.count }

  /// When it should have begun.
  private var begin: Duration { planned * talk.step / chapter.steps.count }

  private var line: StyledText {
    StyledText(talk.time.clock, style: Style(.text, isBold: true))
      + StyledText(
        " of \(planned.clock) · this step \(begin.clock) to \(due.clock) · ", style: .faint)
      + standing
  }

  private var standing: StyledText {
    if talk.time > due { return StyledText("\((talk.time - due).clock) late", style: Style(.lost)) }
    if talk.time < begin { return StyledText("\((begin - talk.time).clock) early") }
    return StyledText("in time", style: Style(.healthy))
  }
}

extension Duration {
  /// `9:05`
  fileprivate var clock: String {
    let seconds = components.seconds % 60
    return "\(components.seconds / 60):\(seconds < 10 ? "0" : "")\(seconds)"
  }
}
