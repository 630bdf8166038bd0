import Content
import Drawing
import Scenes

extension Film {
  /// A lesson, page after page, as somebody sees it who answers nothing: a page stands as long as
  /// it takes to read it and to watch its picture; what is to be predicted is shown after that.
  package init(chapter: Int, of book: Book, marks glyphs: Marks) {
    let content = book.chapters[chapter]
    var shots: [LessonShot] = []
    var marks: [Mark] = []
    var clock = Duration.zero
    for (step, outline) in content.steps.enumerated() {
      marks.append(Mark(time: clock, title: outline.title))
      let opened = AppState(
        book: book, page: .step(chapter: chapter, step: step), marks: glyphs)
      for state in [opened] + [opened.answered].compactMap(\.self) {
        let shot = LessonShot(start: clock, state: state)
        shots.append(shot)
        clock += shot.length
      }
    }
    let all = shots
    self.init(
      title: content.heading, duration: clock, marks: marks,
      cuts: all.flatMap { [$0.start, $0.end] }
    ) { time, size in
      let shot = all.last { $0.start <= time } ?? all[0]
      return shot.state.view(after: time - shot.start, size: size)
    }
  }
}

/// A page as it is opened, or once its answer is shown.
private struct LessonShot: Sendable {
  let start: Duration
  let state: AppState
  let length: Duration

  /// The last moment of the page, which the next one would hide.
  var end: Duration { start + length - .milliseconds(1) }

  private static let leastReading = Duration.seconds(3)
  /// Slowly, for what is read for the first time: three words a second.
  private static let perWord = Duration.milliseconds(333)
  /// A picture is looked at when it has come to its end.
  private static let looking = Duration.seconds(3)

  init(start: Duration, state: AppState) {
    self.start = start
    self.state = state
    let words = state.proseOnPage.split { $0.isWhitespace }.count
    let watching = state.playerOnPage.map { $0.scene.playingTime + Self.looking } ?? .zero
    length = max(Self.leastReading, Self.perWord * words, watching).wholeMilliseconds
  }
}

extension AppState {
  /// A page as somebody opens it who has done nothing yet.
  fileprivate init(book: Book, page: Place, marks: Marks) {
    self.init(
      book: book, progress: Progress(), size: Size(width: 80, height: 24), marks: marks,
      theme: .terminal)
    open(page)
  }

  /// The page with what was to be predicted; `nil` where that is nothing.
  fileprivate var answered: AppState? {
    guard asksForPrediction else { return nil }
    var state = self
    state.update(.key(.enter))
    return state
  }

  fileprivate func view(after elapsed: Duration, size: Size) -> Canvas {
    var state = self
    state.update(.resize(size))
    state.update(.tick(elapsed))
    return state.view()
  }
}
