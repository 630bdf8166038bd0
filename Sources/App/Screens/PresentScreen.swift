import Content
import Drawing

/// A page before an audience, and what holds for the whole presentation.
struct PresentScreen: Sendable {
  private(set) var page: PresentPage
  private(set) var isBlack = false
  /// The word that is pointed at, wherever it stands.
  private(set) var pointer: String?
  let tour: Tour?
  /// How long each chapter has been on the screen.
  private var times: [Duration]
  /// The digits typed last, for G.
  private var number: Int?
  /// How long nothing has been done.
  private var rest = Duration.zero

  init(chapter: Int, step: Int, tour: Tour?, book: Book) {
    page = PresentPage(chapter: chapter, step: step, book: book)
    self.tour = tour
    times = Array(repeating: .zero, count: book.chapters.count)
  }

  var chapter: Int { page.chapter }
  var step: Int { page.step }

  /// How long the chapter has been presented.
  var time: Duration { times[chapter] }

  /// Whether a key is typed into the picture.
  func isLetter(_ key: Key) -> Bool {
    if case .character = key { page.isTyping } else { false }
  }

  mutating func open(chapter: Int, step: Int, book: Book) {
    page = PresentPage(chapter: chapter, step: step, book: book)
    pointer = nil
  }

  // MARK: - Time

  /// - Parameter isCovered: whether something floats above the page.
  mutating func advance(by elapsed: Duration, isCovered: Bool, book: Book, motion: Motion) {
    times[chapter] += elapsed
    guard !isCovered else { return }
    if page.isMoving {
      page.advance(by: elapsed)
      rest = .zero
    } else if let tour, !isBlack {
      rest += elapsed
      if rest >= tour.pause { goOn(with: tour, book: book, motion: motion) }
    }
  }

  private mutating func goOn(with tour: Tour, book: Book, motion: Motion) {
    rest = .zero
    if page.nextPart == .picture || page.showsPicture {
      if page.nextPart != nil { _ = page.goOn(motion) }
      if page.play(book, motion) { return }
    } else if page.goOn(motion) {
      return
    }
    let (chapter, step) = tour.step(after: (chapter, step), in: book)
    open(chapter: chapter, step: step, book: book)
  }

  // MARK: - Keys

  mutating func update(_ key: Key, book: Book, motion: Motion, size: Size) -> [Reaction] {
    rest = .zero
    // Whatever is pressed in the dark only ends the dark.
    if isBlack {
      isBlack = false
      return []
    }
    if page.isTyping {
      page.take(key, book: book, motion: motion, size: size)
      return []
    }
    let typed = number
    number = key.digit.map { min(9999, (typed ?? 0) * 10 + $0) }.flatMap { $0 > 0 ? $0 : nil }
    switch key {
    case .pageDown, .right, .enter: goOn(book, motion)
    case .pageUp, .left, .backspace: goBack(book)
    case .character("n"): go(by: 1, in: book)
    case .character("N"): go(by: -1, in: book)
    case .character("]"): go(to: chapter + 1, in: book)
    case .character("["): go(to: chapter - 1, in: book)
    case .character("G"): go(toStep: typed, in: book)
    case .character("b"): isBlack = true
    case .character("e"): return page.erratum.map { [.show(.erratum($0, first: 0))] } ?? []
    case .character("q"): return [.quit]
    // The start button of some clickers sends it, so it may not end a presentation.
    case .escape where !page.conclusion.isZoomed: break
    case .character("0") where typed != nil: break
    default: page.take(key, book: book, motion: motion, size: size)
    }
    return []
  }

  mutating func wheel(_ action: MouseAction, size: Size) { page.wheel(action, size: size) }

  /// Points at a word, or at nothing any more.
  mutating func point(at word: String?) { pointer = word == pointer ? nil : word }

  private mutating func goOn(_ book: Book, _ motion: Motion) {
    if !page.goOn(motion) { go(by: 1, in: book) }
  }

  private mutating func goBack(_ book: Book) {
    if page.goBack() { return }
    let before = (chapter, step)
    go(by: -1, in: book)
    if (chapter, step) != before { page.showAll() }
  }

  /// Goes to the step after or before, in another chapter where this one ends.
  private mutating func go(by offset: Int, in book: Book) {
    let places = book.allPlaces
    guard let here = places.firstIndex(of: .step(chapter: chapter, step: step)),
      places.indices.contains(here + offset),
      case .step(let chapter, let step) = places[here + offset]
    else { return }
    open(chapter: chapter, step: step, book: book)
  }

  private mutating func go(to chapter: Int, in book: Book) {
    guard book.chapters.indices.contains(chapter) else { return }
    open(chapter: chapter, step: 0, book: book)
  }

  /// - Parameter number: counted from 1; without one, and beyond the end, the last step is meant.
  private mutating func go(toStep number: Int?, in book: Book) {
    let last = book.chapters[chapter].steps.count
    open(chapter: chapter, step: min(max(1, number ?? last), last) - 1, book: book)
  }
}

/// A presentation that goes on by itself, round and round.
package struct Tour: Equatable, Sendable {
  /// How long every part stays, and every picture after its end.
  let pause: Duration
  /// The chapter that is shown; all sections where none is named.
  let chapter: Int?

  package init(pause: Duration, chapter: Int?) {
    self.pause = pause
    self.chapter = chapter
  }

  fileprivate func step(after place: (chapter: Int, step: Int), in book: Book) -> (Int, Int) {
    if place.step + 1 < book.chapters[place.chapter].steps.count {
      return (place.chapter, place.step + 1)
    }
    if let chapter { return (chapter, 0) }
    let next = place.chapter + 1
    let isSection =
      book.chapters.indices.contains(next)
      && book.chapters[next].lesson.kind == .section
    return (isSection ? next : 0, 0)
  }
}

extension Key {
  fileprivate var digit: Int? {
    if case .character(let character) = self, ("0"..."9").contains(character) {
      character.wholeNumberValue
    } else {
      nil
    }
  }
}

// MARK: - Elsewhere

extension PresentScreen {
  /// Where the presentation is, but for what floats above it and its colours.
  func position(in book: Book) -> PresentPosition {
    PresentPosition(
      lesson: book.chapters[chapter].key, step: step + 1, parts: page.shown,
      picture: page.conclusion.view, arguments: page.conclusion.changedArguments,
      pointer: pointer, isBlack: isBlack, showsErratum: false, theme: "",
      seconds: Int(time.components.seconds))
  }

  /// Shows what is shown elsewhere.
  ///
  /// - Returns: `false` where this course has no such step.
  mutating func follow(_ position: PresentPosition, _ book: Book) -> Bool {
    guard let chapter = book.chapters.firstIndex(where: { $0.key == position.lesson }),
      book.chapters[chapter].steps.indices.contains(position.step - 1)
    else { return false }
    if (chapter, position.step - 1) != (self.chapter, step) {
      open(chapter: chapter, step: position.step - 1, book: book)
    }
    page.follow(position, book)
    (pointer, isBlack) = (position.pointer, position.isBlack)
    times[chapter] = .seconds(position.seconds)
    return true
  }
}
