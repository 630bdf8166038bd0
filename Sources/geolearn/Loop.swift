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
  /// Where others hear what is presented; `nil` where nothing is.
  private var podium: Podium?
  private let clock = ContinuousClock()
  /// When the state last heard how much time has passed.
  private var lastTick: ContinuousClock.Instant

  init(
    terminal: consuming Terminal, state: AppState, journal: Journal, desk: Desk,
    podium: consuming Podium? = nil
  ) {
    self.podium = podium
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
      podium?.tell(state.position)
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
    let interval = state.tickInterval
    if interval == nil { lastTick = clock.now }
    let follows = state.followsFile
    var timeout = follows ? desk.patience : nil
    if let interval { timeout = max(.zero, interval - (clock.now - lastTick)) }
    let event = terminal.nextEvent(
      waitingAtMost: timeout,
      alsoWatching: (follows ? desk.descriptors : []) + followers)
    // What happens now does not begin before the time that has passed until now.
    if let interval { tick(event == nil ? interval : .zero) }
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

  /// Can be read when somebody begins or ends to follow.
  private var followers: [Int32] {
    switch podium {
    case .some(let podium): podium.descriptors
    case .none: []
    }
  }

  private mutating func tick(_ interval: Duration) {
    let elapsed = clock.now - lastTick
    guard elapsed >= interval else { return }
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
