import Content
import Drawing
import Scenes

extension Film {
  /// The run of a scene, with a mark at every moment at which something happens.
  package init(scene: any Scene, knobs: [Knob], marks glyphs: Marks) {
    let marks = scene.moments.map { moment in
      Mark(
        time: scene.viewerTime(of: moment),
        title: scene.coincidingEvents(at: moment).map(\.sentence).joined(separator: " "))
    }
    self.init(
      title: scene.question, duration: scene.playingTime.wholeMilliseconds, marks: marks, cuts: []
    ) { time, size in
      var canvas = Canvas(size: size, marks: glyphs)
      SceneFrame(scene: scene, time: scene.time(atViewerTime: time), knobs: knobs)
        .draw(into: &canvas)
      return canvas
    }
  }
}

extension Scene {
  /// The moments at which something happens, each once.
  fileprivate var moments: [Duration] {
    events.map(\.time).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// The moment of the run that is seen after so much of the viewer's time.
  func time(atViewerTime time: Duration) -> Duration {
    time >= playingTime ? duration : duration * (time / playingTime)
  }

  /// How long one watches, in whole milliseconds, until a moment of the run has come.
  package func viewerTime(of moment: Duration) -> Duration {
    var time = (playingTime * (moment / duration)).wholeMilliseconds
    // Rounding must not show the moment before.
    while self.time(atViewerTime: time) < min(moment, duration) { time += .milliseconds(1) }
    return time
  }
}
