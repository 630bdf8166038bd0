/// A scene and the moment at which it is shown: what a player of recordings holds.
package struct Player: Sendable {
  /// The run that is shown.
  package private(set) var scene: any Scene
  /// The moment that is shown, in the time of the run.
  package private(set) var time: Duration
  /// Whether time passes; at the end of the run it stops.
  package private(set) var isPlaying: Bool
  /// Doublings of the speed: 0 is the ordinary pace, −2 a quarter, 3 eight times.
  package private(set) var gear = 0
  /// Where time stops before the end of the run.
  private var stop: Duration?

  /// - Parameter startsPlaying: from the beginning; else the end is shown, which is the whole picture.
  package init(scene: any Scene, startsPlaying: Bool) {
    self.scene = scene
    time = startsPlaying ? .zero : scene.duration
    isPlaying = startsPlaying
  }

  /// The speed as people write it: `0.25×` to `8×`.
  package var speedText: String { gear >= 0 ? "\(1 << gear)×" : gear == -1 ? "0.5×" : "0.25×" }

  /// Lets a stretch of the viewer's time pass.
  package mutating func advance(by elapsed: Duration) {
    guard isPlaying else { return }
    let step = scene.duration * (elapsed / scene.playingTime)
    let last = stop.map { min($0, scene.duration) } ?? scene.duration
    let next = min(last, time + (gear >= 0 ? step * (1 << gear) : step / (1 << -gear)))
    if next == last { show(last) } else { time = next }
  }

  /// Starts or stops; at the end it starts again from the beginning.
  package mutating func togglePlaying() {
    if !isPlaying, hasEnded { time = .zero }
    isPlaying.toggle()
    stop = nil
  }

  /// Goes on to the next event, and with the last one to the end.
  ///
  /// - Parameter plays: whether what lies between is seen; asked again meanwhile, it is left out.
  package mutating func goOn(plays: Bool) {
    let later = scene.events.map(\.time).filter { $0 > time }
    let next = later.first { $0 != later.last } ?? scene.duration
    guard plays, !isPlaying else { return show(stop ?? next) }
    (stop, isPlaying) = (next, true)
  }

  /// Goes to the next event, and from the end to the beginning: what playing is where nothing moves.
  package mutating func goRound() {
    if hasEnded { show(.zero) } else { goOn(plays: false) }
  }

  /// Shows a moment, playing or not, as somebody else does.
  package mutating func show(_ moment: Duration, isPlaying: Bool, gear: Int) {
    show(min(max(.zero, moment), scene.duration))
    self.isPlaying = isPlaying
    self.gear = min(max(Self.gears.lowerBound, gear), Self.gears.upperBound)
  }

  /// Whether the end of the run is shown.
  package var hasEnded: Bool { time == scene.duration }

  /// Goes to the next event, or after the last one to the end, and stays there.
  package mutating func stepForward() {
    show(scene.events.first { $0.time > time }?.time ?? scene.duration)
  }

  /// Goes to the event before, and stays there.
  ///
  /// At the end, where the last event is what is seen, goes to the one before it.
  package mutating func stepBack() {
    let seen = time == scene.duration ? scene.events.last?.time ?? time : time
    show(scene.events.last { $0.time < seen }?.time ?? .zero)
  }

  /// Goes to a part of the run, 0 to 1, and stays there.
  package mutating func scrub(to part: Double) {
    show(scene.duration * min(max(part, 0), 1))
  }

  /// Doubles the speed, up to 8×.
  package mutating func faster() { gear = min(Self.gears.upperBound, gear + 1) }

  /// Halves the speed, down to 0.25×.
  package mutating func slower() { gear = max(Self.gears.lowerBound, gear - 1) }

  private static let gears = -2...3

  /// Shows another run at the same moment; what stood at its end stands at the new end.
  package mutating func restage(_ scene: any Scene) {
    let wasAtEnd = time == self.scene.duration
    self.scene = scene
    time = wasAtEnd && !isPlaying ? scene.duration : min(time, scene.duration)
  }

  /// Shows how the last event comes about, or at once that it has.
  ///
  /// It begins a moment after the event before, so that what is done meanwhile follows the last.
  package mutating func showLastEvent(plays: Bool) {
    let before = scene.events.dropLast().last?.time ?? .zero
    show(plays ? min(before + .milliseconds(1), scene.duration) : scene.duration)
    isPlaying = plays
  }

  /// Goes to a moment of the run, and stays there.
  package mutating func show(_ moment: Duration) {
    (isPlaying, stop) = (false, nil)
    time = min(max(moment, .zero), scene.duration)
  }
}
