import Content
import Drawing
import GeoModel

/// Something that happens in a run, told in one plain sentence.
package struct SceneEvent: Equatable, Sendable {
  /// Since the beginning of the run.
  package let time: Duration
  /// A whole sentence of at most 100 characters.
  package let sentence: String
}

/// A run that can be drawn at any moment.
///
/// A scene is a value that holds the whole run, so that going back is drawing an earlier moment:
/// the same time gives the same picture, whatever was drawn before.
package protocol Scene: Sendable {
  /// What the picture answers.
  var question: String { get }
  /// In the order of time, the first one at the beginning; never empty.
  var events: [SceneEvent] { get }
  /// The moment at which nothing more happens; never zero.
  var duration: Duration { get }

  /// How long the run takes at the ordinary pace, in the viewer's time.
  var playingTime: Duration { get }

  /// What the learner can do to the run; `nil` where it can only be watched.
  var controls: Controls? { get }

  /// The directive of the run in which the learner did something at a moment.
  ///
  /// - Parameters:
  ///   - targets: those of ``controls``, as they are turned.
  /// - Returns: `nil` where it cannot be done now.
  func directive(
    _ directive: Directive, after stroke: Stroke, on targets: [Knob], at time: Duration
  ) -> Directive?

  /// The rows that show everything without crowding, at a width.
  func idealHeight(width: Int) -> Int

  /// Whether the picture wants the whole width of the page, as a map does.
  var isPanorama: Bool { get }

  /// Draws the moment on a canvas of any size; what does not fit is left out, the least first.
  func draw(at time: Duration, into canvas: inout Canvas)
}

extension Scene {
  /// The last event at or before a moment; the first one before that.
  package func event(at time: Duration) -> SceneEvent? {
    events.last { $0.time <= time } ?? events.first
  }

  /// Every event that happened together with the last one.
  package func coincidingEvents(at time: Duration) -> [SceneEvent] {
    let last = event(at: time)?.time
    return events.filter { $0.time == last }
  }

  package var controls: Controls? { nil }

  package func directive(
    _ directive: Directive, after stroke: Stroke, on targets: [Knob], at time: Duration
  ) -> Directive? { nil }

  package var isPanorama: Bool { false }

  /// Thirty times slower than life: a packet takes some seconds to cross an ocean.
  package var playingTime: Duration { duration * 30 }

  /// A little longer than the last event, so that its effect is seen.
  package var duration: Duration {
    max(.milliseconds(1), (events.last?.time ?? .zero) * 21 / 20)
  }
}

extension [SceneEvent] {
  /// Earliest first; events that coincide stay in their order.
  var inOrderOfTime: [SceneEvent] {
    enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element)
  }
}
