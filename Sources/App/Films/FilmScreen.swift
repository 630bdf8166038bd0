import Drawing

/// A film while somebody watches it.
package struct FilmScreen: Sendable {
  package let film: Film
  package var theme: Theme { themes.theme }
  package private(set) var isFinished = false
  private(set) var time = Duration.zero
  private(set) var isPlaying: Bool
  private var size: Size
  private var themes: ThemeRing

  /// - Parameter motion: reduced motion stands at the end of every step, until a key is pressed.
  package init(film: Film, size: Size, theme: Theme, motion: Motion) {
    self.film = film
    self.size = size
    themes = ThemeRing(theme)
    isPlaying = motion == .full
  }

  /// How often the shell must send a tick; `nil` where nothing moves.
  package var tickInterval: Duration? { isPlaying ? AppState.frameInterval : nil }

  package mutating func update(_ event: Event) {
    switch event {
    case .resize(let size): self.size = size
    case .tick(let elapsed) where isPlaying:
      time = min(film.duration, time + elapsed)
      if time == film.duration { isPlaying = false }
    case .key(let key): press(key)
    case .tick, .mouse, .judging, .judged: break
    }
  }

  private mutating func press(_ key: Key) {
    switch key {
    case .character("q"), .escape, .control("c"): isFinished = true
    case .character(" "):
      if !isPlaying, time == film.duration { time = .zero }
      isPlaying.toggle()
    case .right, .pageDown, .enter: show(film.cuts.first { $0 > time })
    case .left, .pageUp: show(film.cuts.last { $0 < time })
    case .home: show(.zero)
    case .end: show(film.duration)
    case .character("t"): themes.turn()
    default: break
    }
  }

  private mutating func show(_ moment: Duration?) {
    guard let moment else { return }
    isPlaying = false
    time = moment
  }

  /// The whole screen: the picture, and below it what can be pressed.
  package func view() -> Canvas {
    var frame = Frame(canvas: film.canvas(at: time, size: size))
    Footer(hints: hints).draw(into: &frame)
    return frame.canvas
  }

  private var hints: [KeyHint] {
    [
      KeyHint("space", [], "", word: isPlaying ? "pause" : "play"),
      KeyHint("← →", [], "", word: "back, on"), KeyHint("t", [], "", word: "theme"),
      KeyHint("q", [], "", word: "leave"),
    ]
  }
}
