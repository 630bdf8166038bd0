import Content
import Drawing
import Exercises
import Scenes

/// A page as it is told to an audience: part by part, the picture last, event by event.
struct PresentPage: Sendable {
  /// What comes into sight by one press of a key.
  enum Part: Equatable, Sendable {
    /// So many paragraphs and items of the text before the question.
    case prose(Int)
    case question
    case answer
    /// So many of what is told once the question is answered; of everything where there is none.
    case conclusion(Int)
    case picture
  }

  let page: StepPage
  /// The picture, and the text beside it.
  private(set) var conclusion: StepScreen
  /// Never empty.
  let parts: [Part]
  /// How many of them are in sight, at least 1.
  private(set) var shown = 1

  init(chapter: Int, step: Int, book: Book) {
    page = book.page(chapter: chapter, step: step)
    conclusion = StepScreen(concluding: page, chapter: chapter, step: step, book: book)
    parts = Self.parts(of: page, hasPicture: conclusion.player != nil)
  }

  private static func parts(of page: StepPage, hasPicture: Bool) -> [Part] {
    var parts: [Part] = []
    if let exercise = page.exercise {
      parts += page.prose.unfolded.indices.map { .prose($0 + 1) } + [.question]
      if exercise.key != nil { parts.append(.answer) }
    }
    parts += page.conclusion.prose.unfolded.indices.map { .conclusion($0 + 1) }
    if hasPicture { parts.append(.picture) }
    return parts.isEmpty ? [.prose(0)] : parts
  }

  var chapter: Int { conclusion.chapter }
  var step: Int { conclusion.step }
  var part: Part { parts[shown - 1] }

  /// Whether the question has given way to what follows from it.
  var isConcluding: Bool {
    switch part {
    case .conclusion, .picture: true
    case .prose, .question, .answer: false
    }
  }

  var showsPicture: Bool { part == .picture }

  /// The correction of the handout, once it gives no answer away.
  var erratum: Erratum? {
    isConcluding || nextPart == nil ? page.erratum : nil
  }

  /// The part that comes next; `nil` when everything is in sight.
  var nextPart: Part? { shown < parts.count ? parts[shown] : nil }

  var isMoving: Bool { showsPicture && conclusion.isMoving }

  /// Whether keys are typed into the picture.
  var isTyping: Bool { showsPicture && conclusion.isTyping }

  // MARK: - Going on

  /// Shows the next part, or the picture's next event.
  ///
  /// - Returns: whether there was one.
  mutating func goOn(_ motion: Motion) -> Bool {
    if shown < parts.count {
      shown += 1
      return true
    }
    guard showsPicture, conclusion.player?.hasEnded == false else { return false }
    conclusion.goOn(motion)
    return true
  }

  /// Takes the last event or part out of sight again.
  ///
  /// - Returns: whether there was one.
  mutating func goBack() -> Bool {
    if showsPicture, let player = conclusion.player, player.time > .zero {
      conclusion.goBack()
      return true
    }
    guard shown > 1 else { return false }
    shown -= 1
    return true
  }

  /// Brings everything into sight, the picture at its end.
  mutating func showAll() {
    shown = parts.count
    conclusion.showEnd()
  }

  /// Plays what is left of the picture.
  ///
  /// - Returns: whether anything was.
  mutating func play(_ book: Book, _ motion: Motion) -> Bool {
    guard showsPicture, conclusion.player?.hasEnded == false else { return false }
    _ = conclusion.update(
      .character(" "), book: book, motion: motion, size: Size(width: 0, height: 0))
    return true
  }

  mutating func advance(by elapsed: Duration) {
    if isMoving { conclusion.advance(by: elapsed) }
  }

  /// Gives a key to the picture, which is the only thing that has use for others than the page.
  mutating func take(_ key: Key, book: Book, motion: Motion, size: Size) {
    guard showsPicture else { return }
    // Clickers send b to black the screen out, so the act of that name has the capital letter.
    let meant = key == .character("B") && !isTyping ? .character("b") : key
    _ = conclusion.update(meant, book: book, motion: motion, size: size)
  }

  mutating func wheel(_ action: MouseAction, size: Size) {
    if showsPicture { conclusion.wheel(action, size: size) }
  }

  /// Shows what is shown elsewhere on the same page.
  mutating func follow(_ position: PresentPosition, _ book: Book) {
    shown = min(max(1, position.parts), parts.count)
    conclusion.show(arguments: position.arguments, book)
    if let view = position.picture { conclusion.show(view) }
  }
}

extension [Block] {
  /// The blocks up to the first, the second, ... of what is told one after the other: a paragraph,
  /// an item of a list, a table, a piece of code. A heading comes with what it stands above.
  var unfolded: [[Block]] {
    var told: [Block] = []
    var stages: [[Block]] = []
    for block in self {
      if case .list(let isOrdered, let items) = block {
        stages += items.indices.map { told + [.list(ordered: isOrdered, [[Block]](items[...$0]))] }
      }
      told.append(block)
      switch block {
      case .heading, .list: break
      case .paragraph, .quote, .code, .table, .directive: stages.append(told)
      }
    }
    return stages
  }
}
