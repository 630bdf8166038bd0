import Drawing

/// Something to watch: a picture for every moment, in the viewer's time.
///
/// It is a value like a run: the same moment gives the same picture, whatever was shown before.
package struct Film: Sendable {
  /// Where something begins that has a name.
  package struct Mark: Equatable, Sendable {
    /// Since the beginning, in whole milliseconds.
    package let time: Duration
    package let title: String
  }

  package let title: String
  /// In whole milliseconds.
  package let duration: Duration
  /// In the order of time, the first one at the beginning.
  package let marks: [Mark]
  /// The moments that tell everything to somebody who sees nothing move, in order; the end too.
  package let cuts: [Duration]
  private let draw: @Sendable (Duration, Size) -> Canvas

  init(
    title: String, duration: Duration, marks: [Mark], cuts: [Duration],
    draw: @escaping @Sendable (Duration, Size) -> Canvas
  ) {
    self.title = title
    self.duration = duration
    self.marks = marks
    self.cuts = Set(cuts + marks.map(\.time) + [duration]).sorted()
    self.draw = draw
  }

  /// The picture of a moment; before the beginning it is the first one, after the end the last.
  package func canvas(at time: Duration, size: Size) -> Canvas {
    draw(min(max(time, .zero), duration), size)
  }

  /// A film of one moment.
  package func still(at moment: Duration) -> Film {
    let title = marks.last { $0.time <= moment }?.title ?? title
    return Film(
      title: self.title, duration: .zero, marks: [Mark(time: .zero, title: title)], cuts: []
    ) { [draw] _, size in draw(moment, size) }
  }
}

extension Duration {
  /// The time in whole milliseconds, the rest rounded up.
  var wholeMilliseconds: Duration {
    let (seconds, attoseconds) = components
    return .seconds(seconds)
      + .milliseconds((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
