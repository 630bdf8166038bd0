import Drawing

/// A screen that shows what somebody presents: the same page in its own size, or his notes.
package struct Follower: Sendable {
  package enum Face: Sendable { case page, notes }

  /// What is heard from the presenter.
  package enum News: Equatable, Sendable {
    case position(PresentPosition)
    /// Nobody presents, or somebody whom this program does not understand; the reason is a sentence.
    case silence(String)
  }

  package private(set) var isFinished = false
  private let book: Book
  private let face: Face
  private let marks: Marks
  /// `nil` to have that of the presenter.
  private var themes: ThemeRing?
  private var size: Size
  /// What is presented; `nil` where nothing is.
  private var talk: PresentScreen?
  private var position: PresentPosition?
  /// Why nothing is shown.
  private var silence = "Waiting for a presenter."
  /// How far the notes are moved up, in rows.
  private var scroll = 0

  /// - Parameter theme: `nil` to have that of the presenter.
  package init(book: Book, face: Face, size: Size, marks: Marks, theme: Theme?) {
    self.book = book
    self.face = face
    self.size = size
    self.marks = marks
    themes = theme.map { ThemeRing($0) }
  }

  package var theme: Theme {
    if talk?.isBlack == true, face == .page { return .dark }
    return themes?.theme ?? position.flatMap { Theme(rawValue: $0.theme) } ?? .projector
  }

  package mutating func take(_ news: News) {
    switch news {
    case .silence(let reason):
      silence = reason
      (talk, position) = (nil, nil)
    case .position(let position): follow(position)
    }
  }

  private mutating func follow(_ new: PresentPosition) {
    if (new.lesson, new.step) != (position?.lesson, position?.step) { scroll = 0 }
    position = new
    guard !book.chapters.isEmpty else { return }
    var next = talk ?? PresentScreen(chapter: 0, step: 0, tour: nil, book: book)
    let isKnown = next.follow(new, book)
    talk = isKnown ? next : nil
    if !isKnown {
      silence = "Step \(new.step) of '\(new.lesson)' is presented, which this course does not have."
    }
  }

  package mutating func update(_ event: Event) {
    switch event {
    case .resize(let size): self.size = size
    case .key(let key): press(key)
    case .mouse, .tick, .judging, .judged: break
    }
  }

  private mutating func press(_ key: Key) {
    switch key {
    case .character("q"), .escape, .control("c"): isFinished = true
    case .character("t"):
      var themes = themes ?? ThemeRing(theme)
      themes.turn()
      self.themes = themes
    default:
      guard let talk, face == .notes else { return }
      let notes = NotesView(talk: talk, book: book)
      scroll = scroll.moved(by: key, to: notes.lastFirst(in: Sheet(screen: size).size))
    }
  }

  /// The whole screen.
  package func view() -> Canvas {
    if talk?.isBlack == true, face == .page { return Canvas(size: size, marks: marks) }
    let sheet = Sheet(screen: size)
    return sheet.view(marks: marks) {
      guard let talk else { return waiting(sheet.size) }
      return switch face {
      case .page: page(talk, sheet.size)
      case .notes:
        NotesView(talk: talk, book: book).draw(
          size: sheet.size, marks: marks, first: scroll)
      }
    }
  }

  private func page(_ talk: PresentScreen, _ size: Size) -> Canvas {
    var frame = talk.view(size: size, marks: marks, book: book)
    guard position?.showsErratum == true, let erratum = talk.page.erratum else {
      return frame.canvas
    }
    OverlayView(overlay: .erratum(erratum, first: 0), groups: [], book: book, marks: marks)
      .draw(over: &frame)
    // The keys that close it are the presenter's.
    frame.canvas.fill(Rect(x: 0, y: size.height - 1, width: size.width, height: 1), with: " ")
    return frame.canvas
  }

  private func waiting(_ size: Size) -> Canvas {
    let hints = [
      KeyHint("t", [.character("t")], "the next theme of colours", word: "theme"),
      KeyHint("q", [.character("q")], "leave", word: "leave"),
    ]
    var frame = Page(heading: "geolearn", position: "")
      .draw(size: size, marks: marks) { body, _ in
        body.put(
          [StyledText(silence)],
          in: Rect(x: 2, y: 1, width: size.width - 4, height: body.size.height - 1))
      }
    Footer(hints: hints).draw(into: &frame)
    return frame.canvas
  }
}
