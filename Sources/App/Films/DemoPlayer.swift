import Content
import Drawing
import Scenes

/// Does what a demonstration says, line by line, and keeps what is to be seen.
struct DemoPlayer {
  let demo: Demo
  let book: Book
  private(set) var shots: [DemoShot] = []
  private(set) var steps: [Film.Mark] = []
  private(set) var cuts: [Duration] = []
  private(set) var transcript: [String] = []
  var failures: [Diagnostic] = []
  /// The viewer's time.
  private(set) var clock = Duration.zero
  /// What is shown now; its length grows.
  private var shot = DemoShot(start: .zero)
  private var directive: Directive?
  private var topology = "module"
  private(set) var player: Player?
  /// What acts are done to.
  private var targets: [Knob] = []

  init(demo: Demo, book: Book) {
    self.demo = demo
    self.book = book
  }

  /// Longer ones nobody watches.
  private static let longest = Duration.seconds(1200)
  /// At the end the last picture stands for a while.
  private static let lastLook = Duration.seconds(3)

  mutating func play() throws(Diagnostic) {
    transcript.append(demo.title)
    for line in demo.lines {
      try perform(line)
      guard clock <= Self.longest else { throw mistake(at: line, "a demo lasts 20 min at most") }
    }
    pass(Self.lastLook)
    if steps.isEmpty { steps = [Film.Mark(time: .zero, title: demo.title)] }
  }

  func mistake(at line: Demo.Line, _ message: String) -> Diagnostic {
    Diagnostic(file: demo.file, line: line.number, column: line.column, message: message)
  }

  private mutating func perform(_ line: Demo.Line) throws(Diagnostic) {
    switch line.deed {
    case .step(let title): begin(title)
    case .scene(let directive): try show(directive, topology: "module")
    case .page(let section, let step): try show(section: section, step: step, line)
    case .turn(let name, let value): try turn(name, to: value, line)
    case .press(let key): try press(key, line)
    case .type(let text): for character in text { try act(.character(character), line) }
    case .play(let goal): try play(goal, line)
    case .say(let caption):
      shot.caption = caption
      tell(caption.plainText)
    case .wait(let time): pass(time)
    case .expect(let expectation): try check(expectation, line)
    }
  }

  private mutating func begin(_ title: String) {
    cut()
    // What came before the first step belongs to it.
    steps.append(Film.Mark(time: steps.isEmpty ? .zero : clock, title: title))
    shot.step = steps.count - 1
    shot.act = nil
    transcript += ["", title]
  }

  private mutating func tell(_ text: String) { transcript.append("  \(text)") }

  // MARK: - Time

  /// Lets the viewer look at what stands still.
  private mutating func pass(_ time: Duration) { run(to: player?.time ?? .zero, in: time) }

  /// Shows the run up to a moment, in so much of the viewer's time.
  private mutating func run(to moment: Duration, in time: Duration) {
    shot = shot.following(at: clock)
    shot.scene = player?.scene
    shot.from = player?.time ?? .zero
    shot.to = moment
    shot.length = time.wholeMilliseconds
    shots.append(shot)
    clock += shot.length
    cut()
  }

  private mutating func cut() { cuts.append(max(.zero, clock - .milliseconds(1))) }

  private mutating func play(_ goal: Demo.Goal, _ line: Demo.Line) throws(Diagnostic) {
    let player = try running(line)
    let goal = try moment(of: goal, in: player, line)
    for event in player.scene.events where event.time > player.time && event.time <= goal {
      tell(event.sentence)
    }
    let scene = player.scene
    run(to: goal, in: scene.playingTime * ((goal - player.time) / scene.duration))
    self.player?.show(goal)
  }

  private func moment(
    of goal: Demo.Goal, in player: Player, _ line: Demo.Line
  ) throws(Diagnostic) -> Duration {
    switch goal {
    case .end: return player.scene.duration
    case .moment(let moment):
      guard moment >= player.time, moment <= player.scene.duration else {
        throw mistake(
          at: line,
          "the run cannot be played to \(shown(moment)); it stands at "
            + "\(shown(player.time)) and ends at \(shown(player.scene.duration))")
      }
      return moment
    case .event(let text):
      let later = player.scene.events.filter { $0.time > player.time }
      guard let event = later.first(where: { $0.sentence.contains(text) }) else {
        let next = later.first.map { "the next event is '\($0.sentence)'" } ?? "the run is over"
        throw mistake(at: line, "no later event tells '\(text)'; \(next)")
      }
      return event.time
    }
  }

  func running(_ line: Demo.Line) throws(Diagnostic) -> Player {
    guard let player else { throw mistake(at: line, "there is no picture yet; show a scene first") }
    return player
  }

  func shown(_ time: Duration) -> String { Quantity.duration(time).text }

  // MARK: - The picture

  private mutating func show(_ directive: Directive, topology: String) throws(Diagnostic) {
    self.topology = topology
    let scene = try book.catalog.stage(directive, topology: topology)
    self.directive = directive
    player = Player(scene: scene, startsPlaying: true)
    targets = scene.controls?.targets ?? []
    shot.act = nil
    showKnobs()
  }

  private mutating func show(section: Int, step: Int, _ line: Demo.Line) throws(Diagnostic) {
    let chapter = book.chapters.firstIndex {
      $0.lesson.kind == .section && $0.lesson.number == section
    }
    guard let chapter, book.chapters[chapter].steps.indices.contains(step - 1) else {
      throw mistake(at: line, "there is no page \(section).\(step)")
    }
    let page = book.page(chapter: chapter, step: step - 1)
    guard let directive = page.scene else {
      throw mistake(at: line, "page \(section).\(step) has no picture")
    }
    try show(directive, topology: page.topology)
  }

  private mutating func restage(_ changed: Directive) throws(Diagnostic) {
    let scene = try book.catalog.stage(changed, topology: topology)
    directive = changed
    player?.restage(scene)
    let fresh = scene.controls?.targets ?? []
    targets = fresh.map { target in target.keeping(targets.first { $0.key == target.key }?.value) }
    showKnobs()
  }

  private mutating func showKnobs() { shot.knobs = (directive?.knobs ?? []) + targets }

  // MARK: - Acts

  private mutating func turn(
    _ name: String, to value: String, _ line: Demo.Line
  ) throws(Diagnostic) {
    _ = try running(line)
    let all = shot.knobs
    guard let knob = all.first(where: { $0.key == name }) else {
      throw mistake(
        at: line, "no knob is called '\(name)'; \(suggestion(for: name, in: all.map(\.key)))")
    }
    guard knob.choices.contains(value) else {
      throw mistake(at: line, "\(name) is \(value); \(suggestion(for: value, in: knob.choices))")
    }
    if let index = targets.firstIndex(where: { $0.key == name }) {
      targets[index] = targets[index].keeping(value)
      showKnobs()
    } else if let directive {
      try restage(directive.setting(name, to: value))
    }
    tell("\(name): \(value)")
  }

  private mutating func press(_ key: Character, _ line: Demo.Line) throws(Diagnostic) {
    let acts = try running(line).scene.controls?.acts ?? []
    guard let act = acts.first(where: { $0.key == key }) else {
      let keys = acts.map { String($0.key) }
      throw mistake(at: line, "no act has the key '\(key)'; \(suggestion(for: "", in: keys))")
    }
    shot.act = KeyHint(String(key), [], act.meaning, word: act.meaning)
    tell("[\(key)] \(act.meaning)")
    guard !act.beginsTyping || isPossible(.act(key)) else { return }
    try self.act(.act(key), line)
  }

  private func directive(after stroke: Stroke) -> Directive? {
    guard let player, let directive else { return nil }
    return player.scene.directive(directive, after: stroke, on: targets, at: player.time)
  }

  private func isPossible(_ stroke: Stroke) -> Bool { directive(after: stroke) != nil }

  private mutating func act(_ stroke: Stroke, _ line: Demo.Line) throws(Diagnostic) {
    _ = try running(line)
    guard let changed = directive(after: stroke) else {
      throw mistake(at: line, "this cannot be done at this moment of the run")
    }
    try restage(changed)
    // An act at the end of a history is played like any other entry.
    if player?.scene.controls?.endsRun == true { player?.showLastEvent(plays: true) }
  }
}

extension DemoShot {
  /// The stretch after this one, which begins as this one ended.
  fileprivate func following(at start: Duration) -> DemoShot {
    var next = DemoShot(start: start)
    (next.step, next.caption, next.act, next.knobs) = (step, caption, act, knobs)
    return next
  }
}

extension Knob {
  /// The knob at another of its choices; as it is where that is none.
  fileprivate func keeping(_ value: String?) -> Knob {
    guard let value, choices.contains(value) else { return self }
    return Knob(key: key, value: value, choices: choices)
  }
}
