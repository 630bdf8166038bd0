import Content
import Drawing
import Exercises
import GeoModel
import Scenes

/// One page of a chapter: read, answered, watched and turned.
struct StepScreen: Sendable {
  let chapter: Int
  let step: Int
  private(set) var player: Player?
  private(set) var question: Question?
  /// What can be turned on the picture.
  private(set) var knobs: [Knob] = []
  /// What the acts of ``controls`` are done to; they are turned like knobs.
  private(set) var targets: [Knob] = []
  /// Whether what is typed goes into the picture.
  private(set) var isTyping = false
  /// Which of them ↑ and ↓ turn.
  private(set) var focus = 0
  /// Whether the picture has the page to itself.
  private(set) var isZoomed = false
  /// Why the picture cannot be shown as its knobs are turned.
  private(set) var refusal: String?
  /// How far the text was moved by hand, in rows, where it is longer than the page.
  private(set) var scroll = 0
  let page: StepPage
  /// The picture's directive, its knobs as they are turned.
  private var scene: Directive?
  /// The directives before each act of the learner.
  private(set) var undone: [Directive] = []

  init(chapter: Int, step: Int, book: Book, progress: Progress, motion: Motion) {
    self.chapter = chapter
    self.step = step
    page = book.page(chapter: chapter, step: step)
    question = page.exercise.map { Question($0, progress: progress) }
    if isRevealed { stage(page.scene, book, motion: motion) }
  }

  /// What a speaker shows after the question of a page: its picture stands at the beginning.
  init(concluding page: StepPage, chapter: Int, step: Int, book: Book) {
    self.chapter = chapter
    self.step = step
    self.page = page.conclusion
    stage(self.page.scene, book, motion: .reduced)
    player?.scrub(to: 0)
  }

  /// Whether nothing on the page is held back for the sake of a question.
  var isRevealed: Bool { question?.isRevealed ?? true }

  /// The correction of the handout, once it gives no answer away.
  var erratum: Erratum? { isRevealed ? page.erratum : nil }

  /// The position in the journal.
  func visit(in book: Book) -> JournalEntry {
    .visited(lesson: book.chapters[chapter].key, step: step + 1)
  }

  var isMoving: Bool { player?.isPlaying == true }

  mutating func judgeAgain() -> [Reaction] { question?.judge() ?? [] }

  /// Notes how far judging the learner's file is.
  mutating func note(_ progress: JudgingProgress) { question?.note(progress) }

  /// Takes what came of judging the learner's file; its picture is another one now.
  ///
  /// A program's run is shown when it is asked for; a design is drawn as often as it is saved.
  mutating func take(_ verdicts: [Verdict], _ book: Book) {
    question?.take(verdicts)
    (player, scroll) = (nil, 0)
    guard question?.exercise.kind == .design else { return }
    stage(question?.replay, book, motion: .reduced)
    isZoomed = isZoomed && player != nil
  }

  mutating func advance(by elapsed: Duration) { player?.advance(by: elapsed) }

  /// Whether a key is a letter of an answer now.
  func isLetter(_ key: Key) -> Bool {
    if isTyping, case .character = key { return true }
    return !isZoomed && question?.isLetter(key) == true
  }

  // MARK: - Keys

  /// - Parameter size: that of the whole page, for the keys that move its text.
  mutating func update(_ key: Key, book: Book, motion: Motion, size: Size) -> [Reaction] {
    if isTyping, type(key, book: book, motion: motion) { return [] }
    switch key {
    case .pageDown where moveText(by: 1, size), .pageUp where moveText(by: -1, size): return []
    case .right, .pageDown: return go(by: 1, in: book)
    case .left, .pageUp: return go(by: -1, in: book)
    case .escape where isZoomed:
      isZoomed = false
      return []
    default: break
    }
    if !isZoomed, let reactions = question?.take(key) {
      answered(book, motion: motion)
      return reactions
    }
    return command(key, book: book, motion: motion)
  }

  /// Shows the picture of a prediction that was made, and puts the run of an old answer away.
  private mutating func answered(_ book: Book, motion: Motion) {
    scroll = 0
    if !isRevealed { player = nil }
    if isRevealed, player == nil { stage(page.scene, book, motion: motion) }
  }

  private mutating func command(_ key: Key, book: Book, motion: Motion) -> [Reaction] {
    switch key {
    case .escape, .character("q"): return [.go(.home)]
    case .character("]"), .character("n"): return goToChapter(chapter + 1, in: book)
    case .character("["): return goToChapter(chapter - 1, in: book)
    case .character("e"): return erratum.map { [.show(.erratum($0, first: 0))] } ?? []
    case .character("z"): isZoomed = player != nil && !isZoomed
    case .character("v"): watch(book, motion: motion)
    default: play(key, book: book, motion: motion)
    }
    return []
  }

  private mutating func play(_ key: Key, book: Book, motion: Motion) {
    switch key {
    case .character(" "):
      if motion == .still { player?.goRound() } else { player?.togglePlaying() }
    case .character("."): player?.stepForward()
    case .character(","): player?.stepBack()
    case .character(">"): scrub(by: 0.05)
    case .character("<"): scrub(by: -0.05)
    case .home, .character("0"): player?.scrub(to: 0)
    case .end: player?.scrub(to: 1)
    case .character("+"), .character("="): player?.faster()
    case .character("-"): player?.slower()
    case .tab: if !turnable.isEmpty { focus = (focus + 1) % turnable.count }
    case .up: turnKnob(by: -1, book: book)
    case .down: turnKnob(by: 1, book: book)
    case .character("u"): undo(book)
    case .character(let letter): act(letter, book: book, motion: motion)
    default: break
    }
  }

  mutating func wheel(_ action: MouseAction, size: Size) {
    let isUp = action == .wheelUp
    if !moveText(by: isUp ? -1 : 1, size) {
      if isUp { player?.stepBack() } else { player?.stepForward() }
    }
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

  /// Moves a text that is longer than its room by almost as many rows as are in sight.
  ///
  /// - Returns: whether it moved.
  private mutating func moveText(by pages: Int, _ size: Size) -> Bool {
    let layout = layout(in: Page.bodySize(in: size), marks: .braille)
    let rows = layout.textArea.size.height
    let next = layout.text.first(in: rows, scroll: scroll + pages * max(1, rows - 2))
    guard next != layout.first else { return false }
    scroll += next - layout.first
    return true
  }

  // MARK: - The picture

  private mutating func stage(_ scene: Directive?, _ book: Book, motion: Motion) {
    guard let scene else { return }
    self.scene = scene
    undone = []
    knobs = scene.knobs
    isTyping = false
    do {
      let staged = try book.catalog.stage(scene, topology: page.topology)
      player = Player(scene: staged, startsPlaying: motion == .full)
      targets = staged.controls?.targets ?? []
      refusal = nil
    } catch {
      refusal = error.message
    }
  }

  /// Shows what a changed directive describes, at the same moment.
  private mutating func restage(_ changed: Directive, _ book: Book) {
    scene = changed
    // Reading the knobs is slow; drawing asks for them often.
    knobs = changed.knobs
    do {
      let staged = try book.catalog.stage(changed, topology: page.topology)
      player?.restage(staged)
      targets = (staged.controls?.targets ?? []).map(kept)
      isTyping = isTyping && staged.controls != nil
      refusal = nil
    } catch {
      refusal = error.message
    }
  }

  /// A target of another run at the choice of before, where it still has it.
  private func kept(_ target: Knob) -> Knob {
    let chosen = targets.first { $0.key == target.key }.map(\.value)
    guard let value = chosen, target.choices.contains(value) else { return target }
    return Knob(key: target.key, value: value, choices: target.choices)
  }

  /// Everything that ↑ and ↓ turn, in the order of Tab.
  var turnable: [Knob] { knobs + targets }

  private mutating func turnKnob(by step: Int, book: Book) {
    guard player != nil, turnable.indices.contains(focus), let scene else { return }
    let knob = turnable[focus].turned(by: step)
    if focus < knobs.count {
      restage(scene.setting(knob.key, to: knob.value), book)
    } else {
      targets[focus - knobs.count] = knob
    }
  }

  // MARK: - Showing what somebody else shows

  /// The picture's arguments, where knobs or acts have changed them.
  var changedArguments: String? { scene?.body == page.scene?.body ? nil : scene?.body }

  /// Shows the picture with other arguments, or with its own ones again.
  mutating func show(arguments: String?, _ book: Book) {
    guard let arguments = arguments ?? page.scene?.body, var changed = scene,
      arguments != changed.body
    else { return }
    changed.body = arguments
    restage(changed, book)
  }

  /// Shows a moment, with the knob in focus and the targets chosen as they are elsewhere.
  mutating func show(_ view: PictureView) {
    if let player {
      self.player?.show(
        view.nanoseconds.map { .nanoseconds($0) } ?? player.scene.duration,
        isPlaying: view.isPlaying, gear: view.gear)
    }
    isZoomed = view.isZoomed
    focus = view.focus
    targets = zip(targets, view.targets).map { Knob(key: $0.key, value: $1, choices: $0.choices) }
  }

  /// What of the picture somebody else must know to show the same.
  var view: PictureView? {
    player.map { player in
      PictureView(
        nanoseconds: player.hasEnded ? nil : player.time.nanosecondsRoundedUp,
        isPlaying: player.isPlaying, gear: player.gear, isZoomed: isZoomed, focus: focus,
        targets: targets.map(\.value))
    }
  }

  // MARK: - The run

  mutating func goOn(_ motion: Motion) { player?.goOn(plays: motion == .full) }

  mutating func goBack() { player?.stepBack() }

  mutating func showEnd() { player?.scrub(to: 1) }

  // MARK: - Acting

  var controls: Controls? { player?.scene.controls }

  /// Whether an act would change something now.
  func isPossible(_ act: Act) -> Bool {
    act.beginsTyping || directive(after: .act(act.key)) != nil
  }

  private func directive(after stroke: Stroke) -> Directive? {
    guard let player, let scene else { return nil }
    return player.scene.directive(scene, after: stroke, on: targets, at: player.time)
  }

  /// Does what a letter stands for, or chooses a target by its number.
  private mutating func act(_ letter: Character, book: Book, motion: Motion) {
    if let act = controls?.acts.first(where: { $0.key == letter }) {
      isTyping = act.beginsTyping
      perform(.act(letter), book: book, motion: motion)
    } else if let number = letter.wholeNumberValue {
      chooseTarget(number - 1)
    }
  }

  /// Chooses one of what acts are done to, by its place.
  private mutating func chooseTarget(_ place: Int) {
    guard let first = targets.first, first.choices.indices.contains(place) else { return }
    targets[0] = Knob(key: first.key, value: first.choices[place], choices: first.choices)
  }

  private mutating func chooseNextTarget() {
    guard let first = targets.first, let place = first.choices.firstIndex(of: first.value) else {
      return
    }
    chooseTarget((place + 1) % first.choices.count)
  }

  /// - Returns: whether the key was typed into the picture.
  private mutating func type(_ key: Key, book: Book, motion: Motion) -> Bool {
    switch key {
    case .character(let character): perform(.character(character), book: book, motion: motion)
    case .backspace: perform(.erase, book: book, motion: motion)
    case .left: perform(.left, book: book, motion: motion)
    case .right: perform(.right, book: book, motion: motion)
    case .tab: chooseNextTarget()
    case .escape: isTyping = false
    case .home, .end: break  // at another moment of the run, typing would give up what follows
    default: return false
    }
    return true
  }

  private mutating func perform(_ stroke: Stroke, book: Book, motion: Motion) {
    guard let scene, let changed = directive(after: stroke) else { return }
    undone.append(scene)
    restage(changed, book)
    if player?.scene.controls?.endsRun == true {
      self.player?.showLastEvent(plays: motion == .full)
    }
  }

  private mutating func undo(_ book: Book) {
    guard let before = undone.popLast() else { return }
    restage(before, book)
    if controls?.endsRun == true { player?.scrub(to: 1) }
  }

  private mutating func scrub(by part: Double) {
    guard let player else { return }
    self.player?.scrub(to: player.time / player.scene.duration + part)
  }

  /// Plays the run that shows why an answer was wrong, or right.
  private mutating func watch(_ book: Book, motion: Motion) {
    guard let replay = question?.replay else { return }
    focus = 0
    let moment = question?.moment
    let plays = moment == nil && motion != .still
    stage(replay, book, motion: plays ? .full : motion == .still ? .still : .reduced)
    if let moment, let player { self.player?.scrub(to: moment / player.scene.duration) }
    isZoomed = player != nil
  }
}
