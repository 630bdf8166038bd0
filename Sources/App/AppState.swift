import Content
import Drawing
import Exercises
import Scenes

/// How much may move.
package enum Motion: String, CaseIterable, Sendable {
  case full
  /// Pictures open at their end and move only when asked.
  case reduced
  /// Nothing moves at all: what would be played is shown event by event.
  case still = "none"
}

/// Everything that can change while the program runs.
package struct AppState: Sendable {
  package let book: Book
  package private(set) var progress: Progress
  /// What is to be written to the journal; the shell takes it away.
  package private(set) var unwritten: [JournalEntry] = []
  package private(set) var isFinished = false
  /// What the shell is asked to do.
  private var errand: Errand?

  private var themes: ThemeRing
  private let marks: Marks
  private let motion: Motion
  private let keymap: Keymap
  private var size: Size
  private var screen: Screen
  private var overlay: Overlay?

  private enum Screen: Sendable {
    case home(HomeScreen)
    case step(StepScreen)
    case present(PresentScreen)
  }

  package init(
    book: Book, progress: Progress, size: Size, marks: Marks, theme: Theme,
    motion: Motion = .full, keymap: Keymap = Keymap()
  ) {
    self.book = book
    self.progress = progress
    self.size = size
    self.marks = marks
    themes = ThemeRing(theme)
    self.motion = motion
    self.keymap = keymap
    screen = .home(HomeScreen(book: book, progress: progress))
  }

  /// Begins a presentation with a step.
  ///
  /// - Parameter tour: `nil` where a speaker goes on.
  package mutating func present(chapter: Int, step: Int, tour: Tour? = nil) {
    screen = .present(PresentScreen(chapter: chapter, step: step, tour: tour, book: book))
  }

  /// In the dark, dark whatever was chosen.
  package var theme: Theme { isBlack ? .dark : themes.theme }

  private var isBlack: Bool { if case .present(let talk) = screen { talk.isBlack } else { false } }

  /// How often the shell must send a tick; `nil` where nothing changes by itself.
  package var tickInterval: Duration? {
    switch screen {
    case .home: nil
    case .step(let step): step.isMoving && overlay == nil ? Self.frameInterval : nil
    // Its clock goes on.
    case .present(let talk): talk.page.isMoving && overlay == nil ? Self.frameInterval : .seconds(1)
    }
  }

  /// 30 pictures in a second.
  static let frameInterval = Duration.nanoseconds(33_333_333)

  package mutating func update(_ event: Event) {
    switch event {
    case .resize(let size): self.size = size
    case .tick(let elapsed): advance(by: elapsed)
    case .key(let key): if let key = isTyped(key) ? key : keymap.meaning(of: key) { press(key) }
    case .mouse(let action, let x, let y): point(action, x: x, y: y)
    case .judging(let progress): note(progress)
    case .judged(let verdicts): take(verdicts)
    }
  }

  /// Hands out what the shell is to do now; the answer comes as an event.
  package mutating func takeErrand() -> Errand? {
    defer { errand = nil }
    return errand
  }

  /// Whether a file was judged on this page, so that it is judged again when it is saved.
  package var followsFile: Bool {
    if case .step(let step) = screen { step.question?.followsFile == true } else { false }
  }

  /// Asks for another judgement, as a saved file does, whatever floats above the page.
  package mutating func judgeAgain() {
    guard followsFile, case .step(var step) = screen else { return }
    let reactions = step.judgeAgain()
    screen = .step(step)
    carryOut(reactions)
  }

  private mutating func note(_ progress: JudgingProgress) {
    guard case .step(var step) = screen else { return }
    step.note(progress)
    screen = .step(step)
  }

  private mutating func take(_ verdicts: [Verdict]) {
    for verdict in verdicts where [.pass, .fail].contains(verdict.outcome) {
      record(.graded(id: verdict.id, verdict.outcome))
    }
    guard case .step(var step) = screen else { return }
    step.take(verdicts, book)
    screen = .step(step)
  }

  /// Hands out the journal entries since the last time.
  package mutating func takeUnwritten() -> [JournalEntry] {
    defer { unwritten = [] }
    return unwritten
  }

  /// Opens a page, as the command line asks for.
  package mutating func open(_ place: Place) { carryOut([.go(place)]) }

  private mutating func advance(by elapsed: Duration) {
    switch screen {
    case .home: break
    case .step(var step):
      guard overlay == nil else { return }
      step.advance(by: elapsed)
      screen = .step(step)
    case .present(var talk):
      talk.advance(by: elapsed, isCovered: overlay != nil, book: book, motion: motion)
      screen = .present(talk)
    }
  }

  // MARK: - Keys

  /// Whether a key is a letter of what somebody types now, whatever it means elsewhere.
  private func isTyped(_ key: Key) -> Bool {
    guard case .character = key else { return false }
    if case .search = overlay { return true }
    // A key that was chosen is one as long as the command's usual key would be one.
    return overlay == nil && isLetter(keymap.isChosen(key) ? Self.someCommand : key)
  }

  private static let someCommand = Key.character("m")

  private mutating func press(_ key: Key) {
    if key == .control("c") { return carryOut([.quit]) }
    if overlay != nil { return pressInOverlay(key) }
    if pressAnywhere(key) { return }
    switch screen {
    case .home(var home):
      let reactions = home.update(key, book: book, progress: progress)
      screen = .home(home)
      carryOut(reactions)
    case .step(var step):
      let reactions = step.update(key, book: book, motion: motion, size: pageSize)
      screen = .step(step)
      carryOut(reactions)
    case .present(var talk):
      let reactions = talk.update(key, book: book, motion: motion, size: pageSize)
      screen = .present(talk)
      carryOut(reactions)
    }
  }

  private mutating func pressInOverlay(_ key: Key) {
    guard let overlay else { return }
    var next = overlay
    switch next.update(key, book: book, lastFirst: view(of: overlay).lastFirst(in: pageSize)) {
    case .stay: self.overlay = next
    case .close(let reactions):
      self.overlay = nil
      carryOut(reactions)
    }
  }

  private func view(of overlay: Overlay) -> OverlayView {
    OverlayView(overlay: overlay, groups: keys, book: book, marks: marks)
  }

  /// - Returns: whether the key means the same on every page.
  private mutating func pressAnywhere(_ key: Key) -> Bool {
    if isLetter(key) || isBlack { return false }
    switch key {
    case .character("?"): overlay = .help(first: 0)
    case .character("/"): overlay = .search(Search(book))
    case .character("m"): overlay = .contents(selection: contentsPosition)
    case .character("t"): themes.turn()
    default: return false
    }
    return true
  }

  /// Whether the page has a use for a key that means something else on every page.
  private func isLetter(_ key: Key) -> Bool {
    switch screen {
    case .home: false
    case .step(let step): step.isLetter(key)
    case .present(let talk): talk.isLetter(key)
    }
  }

  private var contentsPosition: Int { book.allPlaces.firstIndex(of: place) ?? 0 }

  private var place: Place {
    switch screen {
    case .home: .home
    case .step(let step): .step(chapter: step.chapter, step: step.step)
    case .present(let talk): .step(chapter: talk.chapter, step: talk.step)
    }
  }

  private mutating func carryOut(_ reactions: [Reaction]) {
    for reaction in reactions {
      switch reaction {
      case .go(.home): screen = .home(HomeScreen(book: book, progress: progress))
      case .go(.step(let chapter, let step)): open(chapter: chapter, step: step)
      case .show(let overlay): self.overlay = overlay
      case .record(let entry): record(entry)
      case .run(let errand): self.errand = errand
      case .quit: isFinished = true
      }
    }
  }

  private mutating func open(chapter: Int, step: Int) {
    // What a speaker shows is no progress of his.
    if case .present(var talk) = screen {
      talk.open(chapter: chapter, step: step, book: book)
      return screen = .present(talk)
    }
    let page = StepScreen(
      chapter: chapter, step: step, book: book, progress: progress, motion: motion)
    screen = .step(page)
    record(page.visit(in: book))
  }

  private mutating func record(_ entry: JournalEntry) {
    progress.add(entry)
    unwritten.append(entry)
  }

  // MARK: - Mouse

  private mutating func point(_ action: MouseAction, x: Int, y: Int) {
    guard isLargeEnough, !isBlack else { return }
    switch action {
    case .press: click(x: x - origin.x, y: y - origin.y)
    case .wheelUp, .wheelDown: wheel(action)
    }
  }

  private mutating func click(x: Int, y: Int) {
    switch frame.targets.last(where: { $0.area.contains(x: x, y: y) })?.action {
    case .press(let key): press(key)
    case .go(let place):
      overlay = nil
      carryOut([.go(place)])
    case nil: if overlay == nil { point(x: x, y: y) } else { overlay = nil }
    }
  }

  /// Points at the word that is clicked on.
  private mutating func point(x: Int, y: Int) {
    guard case .present(var talk) = screen else { return }
    talk.point(at: frame.canvas.word(x: x, y: y))
    screen = .present(talk)
  }

  private mutating func wheel(_ action: MouseAction) {
    guard overlay == nil else { return pressInOverlay(action == .wheelUp ? .up : .down) }
    switch screen {
    case .home(var home):
      home.wheel(action, book: book)
      screen = .home(home)
    case .step(var step):
      step.wheel(action, size: pageSize)
      screen = .step(step)
    case .present(var talk):
      talk.wheel(action, size: pageSize)
      screen = .present(talk)
    }
  }

  // MARK: - View

  private var sheet: Sheet { Sheet(screen: size) }
  private var isLargeEnough: Bool { sheet.isLargeEnough }
  private var pageSize: Size { sheet.size }
  private var origin: (x: Int, y: Int) { sheet.origin }

  /// The whole screen.
  package func view() -> Canvas {
    isBlack ? Canvas(size: size, marks: marks) : sheet.view(marks: marks) { frame.canvas }
  }

  /// The page with what floats above it.
  private var frame: Frame {
    var frame =
      switch screen {
      case .home(let home): home.view(size: pageSize, marks: marks, book: book, progress: progress)
      case .step(let step): step.view(size: pageSize, marks: marks, book: book)
      case .present(let talk): talk.view(size: pageSize, marks: marks, book: book)
      }
    if let overlay {
      view(of: overlay).draw(over: &frame)
    } else if position == nil {
      Footer(hints: keys.footer).draw(into: &frame)
    }
    return frame
  }

  /// Every key that does something on the page, as the help lists them.
  package var keys: [KeyGroup] { usualKeys.bound(by: keymap) }

  private var usualKeys: [KeyGroup] {
    switch screen {
    case .home(let home): home.keys
    case .step(let step): step.keys(in: book, size: pageSize, marks: marks)
    case .present(let talk): talk.keys()
    }
  }
}

extension AppState {
  /// What is watched on the page that is open; `nil` where nothing is.
  var playerOnPage: Player? {
    if case .step(let step) = screen { step.player } else { nil }
  }

  /// Whether the page asks for a guess before it shows something.
  var asksForPrediction: Bool {
    guard case .step(let step) = screen, let question = step.question else { return false }
    return question.exercise.kind == .prediction && !question.isRevealed
  }

  /// What there is to read on the page that is open.
  var proseOnPage: String {
    guard case .step(let step) = screen else { return "" }
    let blocks = step.page.prose + (step.isRevealed ? step.page.revealed : [])
    return PlainProse.text(blocks) + " " + (step.question?.ask ?? "")
  }
}

// MARK: - Presenting

extension AppState {
  /// Where the presentation is, for those who follow it; `nil` where none is given.
  package var position: PresentPosition? {
    guard case .present(let talk) = screen else { return nil }
    var position = talk.position(in: book)
    if case .erratum = overlay { position.showsErratum = true }
    position.theme = themes.theme.rawValue
    return position
  }

  /// What of the page that is presented is out of sight; empty where everything fits.
  package var misfits: [String] {
    guard case .present(let talk) = screen else { return [] }
    return talk.misfits(in: pageSize, marks: marks)
  }
}
