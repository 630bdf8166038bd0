import Content
import Drawing
import Scenes

/// A demonstration that was played: what there is to see, to read and to complain about.
package struct DemoRun: Sendable {
  package let film: Film
  /// What was said and what happened, line by line.
  package let transcript: [String]
  /// The expectations that do not hold, each at its line; empty for a good one.
  package let failures: [Diagnostic]

  /// Plays a demonstration, which takes none of the viewer's time.
  ///
  /// - Throws: the first line that cannot be done.
  package init(_ demo: Demo, book: Book, marks: Marks = .braille) throws(Diagnostic) {
    var player = DemoPlayer(demo: demo, book: book)
    try player.play()
    let steps = player.steps
    let shots = player.shots
    let screen = DemoScreen(title: demo.title, steps: steps.map(\.title), marks: marks)
    film = Film(
      title: demo.title, duration: player.clock, marks: steps, cuts: player.cuts
    ) { time, size in
      screen.view(of: shots.last { $0.start <= time } ?? shots[0], at: time, size: size)
    }
    transcript = player.transcript
    failures = player.failures
  }
}

/// A stretch of a demonstration in which one run is played, or stands still.
struct DemoShot: Sendable {
  /// In the viewer's time.
  let start: Duration
  var length = Duration.zero
  /// The position of the step, from 0.
  var step = 0
  var caption: [Inline] = []
  /// What was done last in this step, as the keyboard does it.
  var act: KeyHint?
  var scene: (any Scene)?
  var knobs: [Knob] = []
  /// The moments of the run at its beginning and its end.
  var from = Duration.zero
  var to = Duration.zero

  /// The moment of the run that is shown at a moment of the viewer's.
  ///
  /// Already in the last millisecond it is the one to which the run is played, so that a still of
  /// that moment shows what comes of it.
  func moment(at time: Duration) -> Duration {
    let passed = (time - start) / max(.milliseconds(1), length - .milliseconds(1))
    return passed < 1 ? from + (to - from) * passed : to
  }
}

/// How a demonstration is shown: its step, what is said, the picture, and the key pressed last.
struct DemoScreen: Sendable {
  let title: String
  let steps: [String]
  let marks: Marks

  private static let margin = 2

  func view(of shot: DemoShot, at time: Duration, size: Size) -> Canvas {
    Page(
      heading: steps.count > 1 ? "\(title) · \(steps[shot.step])" : title,
      position: steps.count > 1 ? "step \(shot.step + 1) of \(steps.count)" : "",
      hints: [shot.act].compactMap(\.self)
    ).draw(size: size, marks: marks) { body, _ in draw(shot, at: time, into: &body) }.canvas
  }

  private func draw(_ shot: DemoShot, at time: Duration, into body: inout Canvas) {
    let width = min(body.size.width - 2 * Self.margin, Prose.measure)
    let lines = shot.caption.styled(.text).wrapped(width: width)
    body.put(lines, in: Rect(x: Self.margin, y: 0, width: width, height: body.size.height))
    guard let scene = shot.scene else { return }
    // The picture stays where it is, whether one line is said or two.
    let y = max(2, lines.count) + 1
    var picture = Canvas(
      size: Size(width: body.size.width, height: body.size.height - y), marks: marks)
    SceneFrame(scene: scene, time: shot.moment(at: time), knobs: shot.knobs).draw(into: &picture)
    body.paste(picture, x: 0, y: y)
  }
}
