import Content
import Drawing
import Exercises
import Scenes

/// One page of a chapter: read, answered, watched and turned.
struct StepScreen: Sendable {
  let chapter: Int
  let step: Int
  /// The picture's directive, its knobs as they are turned.
  private(set) var scene: Directive?
  private(set) var player: Player?
  private(set) var question: Question?
  /// Which knob of the picture ↑ and ↓ turn.
  private(set) var focus = 0
  /// Whether the picture has the page to itself.
  private(set) var isZoomed = false
  /// Why the picture cannot be shown as its knobs are turned.
  private(set) var refusal: String?
  private let topology: String

  init(chapter: Int, step: Int, book: Book, progress: Progress, motion: Motion) {
    self.chapter = chapter
    self.step = step
    let page = book.chapters[chapter].steps[step]
    topology = page.topology
    question = page.exercise.map { Question($0, progress: progress) }
    scene = page.scene
    if question?.isRevealed ?? true { stage(book, motion: motion) }
  }

  /// The position in the journal.
  func visit(in book: Book) -> JournalEntry {
    .visited(lesson: book.chapters[chapter].key, step: step + 1)
  }

  var isMoving: Bool { player?.isPlaying == true }

  mutating func advance(by elapsed: Duration) { player?.advance(by: elapsed) }

  // MARK: - Keys

  mutating func update(_ key: Key, book: Book, motion: Motion) -> [Reaction] {
    switch key {
    case .right, .pageDown: return go(by: 1, in: book)
    case .left, .pageUp: return go(by: -1, in: book)
    case .escape where isZoomed:
      isZoomed = false
      return []
    default: break
    }
    if !isZoomed, let reactions = question?.take(key) {
      if question?.isRevealed == true, player == nil { stage(book, motion: motion) }
      return reactions
    }
    return command(key, book: book, motion: motion)
  }

  private mutating func command(_ key: Key, book: Book, motion: Motion) -> [Reaction] {
    switch key {
    case .escape, .character("q"): return [.go(.home)]
    case .character("]"), .character("n"): return goToChapter(chapter + 1, in: book)
    case .character("["), .character("p"): return goToChapter(chapter - 1, in: book)
    case .character("e"):
      return book.chapters[chapter].steps[step].erratum
        .map { isErratumOpen ? [.show(.erratum($0))] : [] } ?? []
    case .character("z"): isZoomed = player != nil && !isZoomed
    case .character("v"): watch(book)
    default: play(key, book: book)
    }
    return []
  }

  /// A correction of the handout would give an open question away.
  var isErratumOpen: Bool { question?.isRevealed ?? true }

  private mutating func play(_ key: Key, book: Book) {
    switch key {
    case .character(" "): player?.togglePlaying()
    case .character("."): player?.stepForward()
    case .character(","): player?.stepBack()
    case .character(">"): scrub(by: 0.05)
    case .character("<"): scrub(by: -0.05)
    case .home, .character("0"): player?.scrub(to: 0)
    case .end: player?.scrub(to: 1)
    case .character("+"), .character("="): player?.faster()
    case .character("-"): player?.slower()
    case .tab: if !knobs.isEmpty { focus = (focus + 1) % knobs.count }
    case .up: turnKnob(by: -1, book: book)
    case .down: turnKnob(by: 1, book: book)
    default: break
    }
  }

  mutating func wheel(_ action: MouseAction) {
    if action == .wheelUp { player?.stepBack() } else { player?.stepForward() }
  }

  // MARK: - Going

  private func go(by offset: Int, in book: Book) -> [Reaction] {
    let next = step + offset
    if book.chapters[chapter].steps.indices.contains(next) {
      return [.go(.step(chapter: chapter, step: next))]
    }
    guard offset > 0 else { return [] }
    return chapter + 1 < book.chapters.count ? goToChapter(chapter + 1, in: book) : [.go(.home)]
  }

  private func goToChapter(_ chapter: Int, in book: Book) -> [Reaction] {
    book.chapters.indices.contains(chapter) ? [.go(.step(chapter: chapter, step: 0))] : []
  }

  // MARK: - The picture

  var knobs: [Knob] { scene?.knobs ?? [] }

  private mutating func stage(_ book: Book, motion: Motion) {
    guard let scene else { return }
    do {
      player = Player(
        scene: try book.catalog.stage(scene, topology: topology), startsPlaying: motion == .full)
    } catch {
      refusal = error.message
    }
  }

  private mutating func turnKnob(by step: Int, book: Book) {
    guard knobs.indices.contains(focus), let scene else { return }
    let knob = knobs[focus].turned(by: step)
    let turned = scene.setting(knob.key, to: knob.value)
    self.scene = turned
    do {
      let staged = try book.catalog.stage(turned, topology: topology)
      player?.restage(staged)
      refusal = nil
    } catch {
      refusal = error.message
    }
  }

  private mutating func scrub(by part: Double) {
    guard let player else { return }
    self.player?.scrub(to: player.time / player.scene.duration + part)
  }

  /// Plays the run that shows why an answer was wrong, or right.
  private mutating func watch(_ book: Book) {
    guard let question, let replay = question.verdict?.replay ?? (question.isRevealed ? question.exercise.scene : nil)
    else { return }
    scene = replay
    stage(book, motion: .full)
    isZoomed = player != nil
  }
}
