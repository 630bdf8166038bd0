import Content
import Drawing
import Exercises
import Scenes

/// How much may move.
package enum Motion: String, CaseIterable, Sendable {
  case full
  /// Pictures open at their end and move only when asked.
  case reduced
}

/// Everything that can change while the program runs.
package struct AppState: Sendable {
  package let book: Book
  package private(set) var theme: Theme
  package private(set) var progress: Progress
  /// What is to be written to the journal; the shell takes it away.
  package private(set) var unwritten: [JournalEntry] = []
  package private(set) var isFinished = false

  private let marks: Marks
  private let motion: Motion
  private var size: Size
  private var screen: Screen
  private var overlay: Overlay?

  private enum Screen: Sendable {
    case home(HomeScreen)
    case step(StepScreen)
  }

  package init(
    book: Book, progress: Progress, size: Size, marks: Marks, theme: Theme, motion: Motion = .full
  ) {
    self.book = book
    self.progress = progress
    self.size = size
    self.marks = marks
    self.theme = theme
    self.motion = motion
    screen = .home(HomeScreen(book: book, progress: progress))
  }

  /// Whether something moves by itself, so that the shell must send ticks.
  package var wantsTicks: Bool {
    if case .step(let step) = screen { step.isMoving && overlay == nil } else { false }
  }

  package mutating func update(_ event: Event) {
    switch event {
    case .resize(let size): self.size = size
    case .tick(let elapsed): advance(by: elapsed)
    case .key(let key): press(key)
    case .mouse(let action, let x, let y): point(action, x: x, y: y)
    }
  }

  /// Hands out the journal entries since the last time.
  package mutating func takeUnwritten() -> [JournalEntry] {
    defer { unwritten = [] }
    return unwritten
  }

  /// Opens a page, as the command line asks for.
  package mutating func open(_ place: Place) { carryOut([.go(place)]) }

  private mutating func advance(by elapsed: Duration) {
    guard case .step(var step) = screen else { return }
    step.advance(by: elapsed)
    screen = .step(step)
  }

  // MARK: - Keys

  private mutating func press(_ key: Key) {
    if key == .control("c") { return carryOut([.quit]) }
    if overlay != nil { return pressInOverlay(key) }
    if !isTyping, pressAnywhere(key) { return }
    switch screen {
    case .home(var home):
      let reactions = home.update(key, book: book, progress: progress)
      screen = .home(home)
      carryOut(reactions)
    case .step(var step):
      let reactions = step.update(key, book: book, motion: motion)
      screen = .step(step)
      carryOut(reactions)
    }
  }

  private var isTyping: Bool {
    if case .step(let step) = screen { step.question?.isTyping == true } else { false }
  }

  private mutating func pressInOverlay(_ key: Key) {
    guard var open = overlay else { return }
    switch open.update(key, book: book) {
    case .stay: overlay = open
    case .close(let reactions):
      overlay = nil
      carryOut(reactions)
    }
  }

  /// - Returns: whether the key means the same on every page.
  private mutating func pressAnywhere(_ key: Key) -> Bool {
    switch key {
    case .character("?"): overlay = .help
    case .character("/"): overlay = .search(Search())
    case .character("m"): overlay = .contents(selection: contentsPosition)
    case .character("t"): theme = theme.next
    default: return false
    }
    return true
  }

  private var contentsPosition: Int { book.allPlaces.firstIndex(of: place) ?? 0 }

  private var place: Place {
    switch screen {
    case .home: .home
    case .step(let step): .step(chapter: step.chapter, step: step.step)
    }
  }

  private mutating func carryOut(_ reactions: [Reaction]) {
    for reaction in reactions {
      switch reaction {
      case .go(.home): screen = .home(HomeScreen(book: book, progress: progress))
      case .go(.step(let chapter, let step)): open(chapter: chapter, step: step)
      case .show(let overlay): self.overlay = overlay
      case .record(let entry): record(entry)
      case .quit: isFinished = true
      }
    }
  }

  private mutating func open(chapter: Int, step: Int) {
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
    let frame = page
    let target = frame.targets.last {
      $0.area.contains(x: x - origin.x, y: y - origin.y)
    }
    switch (action, target?.action) {
    case (.press, .press(let key)): press(key)
    case (.press, .go(let place)) where overlay == nil: carryOut([.go(place)])
    case (.press, _): if overlay != nil { overlay = nil }
    case (.wheelUp, _), (.wheelDown, _): wheel(action)
    }
  }

  private mutating func wheel(_ action: MouseAction) {
    guard overlay == nil else { return pressInOverlay(action == .wheelUp ? .up : .down) }
    switch screen {
    case .home(var home):
      home.wheel(action, book: book)
      screen = .home(home)
    case .step(var step):
      step.wheel(action)
      screen = .step(step)
    }
  }

  // MARK: - View

  /// A page is no larger than this; on a larger screen it stands in the middle.
  private static let largestPage = Size(width: 132, height: 36)
  private static let smallestPage = Size(width: 40, height: 12)

  private var pageSize: Size {
    Size(
      width: min(size.width, Self.largestPage.width),
      height: min(size.height, Self.largestPage.height))
  }

  private var origin: (x: Int, y: Int) {
    ((size.width - pageSize.width) / 2, (size.height - pageSize.height) / 2)
  }

  /// The whole screen.
  package func view() -> Canvas {
    var canvas = Canvas(size: size, marks: marks)
    guard size.width >= Self.smallestPage.width, size.height >= Self.smallestPage.height else {
      canvas.put("geolearn needs 40×12", x: 0, y: 0)
      return canvas
    }
    canvas.paste(page.canvas, x: origin.x, y: origin.y)
    if let overlay {
      OverlayView(overlay: overlay, help: help, book: book).draw(over: &canvas)
    }
    return canvas
  }

  private var page: Frame {
    switch screen {
    case .home(let home): home.view(size: pageSize, marks: marks, book: book, progress: progress)
    case .step(let step): step.view(size: pageSize, marks: marks, book: book)
    }
  }

  private var help: HelpText {
    switch screen {
    case .home: .home
    case .step(let step):
      step.question.map { $0.exercise.kind != .prediction } == true ? .exercise : .lesson
    }
  }
}

extension Theme {
  /// The theme after this one, round and round.
  fileprivate var next: Theme {
    let all = Theme.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
