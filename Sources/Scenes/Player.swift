/// A scene and the moment at which it is shown: what a player of recordings holds.
package struct Player: Sendable {
  package private(set) var scene: any Scene
  package private(set) var time: Duration
  package private(set) var isPlaying: Bool
  /// Doublings of the speed: 0 is the ordinary pace, −2 a quarter, 3 eight times.
  package private(set) var gear = 0

  /// How many times slower than life the ordinary pace is: an ocean takes some seconds to cross.
  package static let slowdown = 30

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
    let step = elapsed / Self.slowdown
    time = min(scene.duration, time + (gear >= 0 ? step * (1 << gear) : step / (1 << -gear)))
    if time == scene.duration { isPlaying = false }
  }

  /// Starts or stops; at the end it starts again from the beginning.
  package mutating func togglePlaying() {
    if !isPlaying, time == scene.duration { time = .zero }
    isPlaying.toggle()
  }

  package mutating func stepForward() {
    show(scene.events.first { $0.time > time }?.time ?? scene.duration)
  }

  /// At the end, where the last event is what is seen, goes to the one before it.
  package mutating func stepBack() {
    let seen = time == scene.duration ? scene.events.last?.time ?? time : time
    show(scene.events.last { $0.time < seen }?.time ?? .zero)
  }

  /// Goes to a part of the run, 0 to 1, and stays there.
  package mutating func scrub(to part: Double) {
    show(scene.duration * min(max(part, 0), 1))
  }

  package mutating func faster() { gear = min(3, gear + 1) }
  package mutating func slower() { gear = max(-2, gear - 1) }

  /// Shows another run at the same moment.
  package mutating func restage(_ scene: any Scene) {
    let wasAtEnd = time == self.scene.duration
    self.scene = scene
    time = wasAtEnd && !isPlaying ? scene.duration : min(time, scene.duration)
  }

  private mutating func show(_ moment: Duration) {
    isPlaying = false
    time = moment
  }
}
