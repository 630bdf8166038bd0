import App
import Exercises
import Foundation

/// The program at work: what happens at the terminal becomes events, the state becomes a picture.
///
/// With nothing to animate it sleeps in `poll` until something happens.
struct Loop: ~Copyable {
  private var terminal: Terminal
  private var state: AppState
  private var journal: Journal
  private var desk: Desk
  private let clock = ContinuousClock()
  /// When the state last heard how much time has passed.
  private var lastTick: ContinuousClock.Instant

  /// 30 pictures in a second.
  private static let frame = Duration.nanoseconds(33_333_333)

  init(
    terminal: consuming Terminal, state: AppState, journal: Journal, desk: Desk
  ) {
    self.desk = desk
    self.terminal = terminal
    self.state = state
    self.journal = journal
    lastTick = clock.now
  }

  /// Runs until the learner leaves or a signal ends the program; then the terminal is given back.
  consuming func run() -> Ending {
    write()
    while !state.isFinished {
      terminal.show(state.view(), theme: state.theme)
      if let signal = wait() { return Ending(signal: signal, journal: journal) }
      if let errand = state.takeErrand() { run(errand) }
      write()
    }
    return Ending(signal: nil, journal: journal)
  }

  /// How it ended.
  struct Ending {
    /// What ended the program; `nil` when the learner did.
    let signal: Int32?
    let journal: Journal
  }

  /// Waits for the next event or tick and tells the state; gives the signal that ends the program.
  private mutating func wait() -> Int32? {
    if !state.wantsTicks { lastTick = clock.now }
    let isMoving = state.wantsTicks
    let follows = state.followsFile
    let event = terminal.nextEvent(
      waitingAtMost: isMoving ? untilNextFrame : follows ? desk.patience : nil,
      alsoWatching: follows ? desk.descriptors : [])
    if isMoving { tick() }
    if follows, desk.hasChanged() { state.judgeAgain() }
    switch event {
    case .end(let signal): return signal
    case .key(.control("c")): return SIGINT
    case .key(let key): state.update(.key(key))
    case .mouse(let action, let x, let y): state.update(.mouse(action, x: x, y: y))
    case .resize(let size): state.update(.resize(size))
    case .resumed:
      // The time of the stop is nobody's, and the screen may be another one.
      lastTick = clock.now
      state.update(.resize(terminal.size))
    case nil: break
    }
    return nil
  }

  private var untilNextFrame: Duration {
    max(.zero, Self.frame - (clock.now - lastTick))
  }

  private mutating func tick() {
    let elapsed = clock.now - lastTick
    guard elapsed >= Self.frame else { return }
    lastTick += elapsed
    state.update(.tick(elapsed))
  }

  private mutating func run(_ errand: Errand) {
    switch errand {
    case .judge(let item):
      terminal.show(state.view(), theme: state.theme)
      let verdicts = desk.judge(item, signals: terminal.signals.descriptor) { progress in
        state.update(.judging(progress))
        terminal.show(state.view(), theme: state.theme)
      }
      state.update(.judged(verdicts))
    case .edit(let item):
      var complaint: String?
      let desk = desk
      terminal.lend { complaint = desk.edit(item) }
      if let complaint { state.update(.judged([.error(on: item, saying: complaint)])) }
    }
    // Judging and editing take their time, which is nobody's.
    lastTick = clock.now
  }

  private mutating func write() {
    journal.add(state.takeUnwritten(), at: .now)
  }
}
