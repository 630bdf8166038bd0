import App
import Foundation

/// A film at the terminal: time and keys become events, the screen becomes a picture.
struct FilmLoop: ~Copyable {
  private var terminal: Terminal
  private var screen: FilmScreen
  private let clock = ContinuousClock()

  init(terminal: consuming Terminal, screen: FilmScreen) {
    self.terminal = terminal
    self.screen = screen
  }

  /// Runs until the viewer leaves; then the terminal is given back.
  ///
  /// - Returns: the signal that ended it, if one did.
  consuming func run() -> Int32? {
    var lastTick = clock.now
    while !screen.isFinished {
      terminal.show(screen.view(), theme: screen.theme)
      let interval = screen.tickInterval
      let event = terminal.nextEvent(waitingAtMost: interval)
      let now = clock.now
      if interval != nil { screen.update(.tick(now - lastTick)) }
      lastTick = now
      switch event {
      case .end(let signal): return signal
      case .key(.control("c")): return SIGINT
      case .key(let key): screen.update(.key(key))
      case .resize(let size): screen.update(.resize(size))
      case .resumed:
        // The time of the stop is nobody's.
        lastTick = clock.now
        screen.update(.resize(terminal.size))
      case .mouse, nil: break
      }
    }
    return nil
  }
}
