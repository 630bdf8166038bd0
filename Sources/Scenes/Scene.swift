import Drawing

/// Something that happens in a run, told in one plain sentence.
package struct SceneEvent: Equatable, Sendable {
  package let time: Duration
  package let sentence: String
}

/// A run that can be drawn at any moment.
///
/// A scene is a value that holds the whole run, so that going back is drawing an earlier moment:
/// the same time gives the same picture, whatever was drawn before.
package protocol Scene: Sendable {
  /// What the picture answers.
  var question: String { get }
  /// In the order of time; never empty.
  var events: [SceneEvent] { get }
  /// The moment at which nothing more happens.
  var duration: Duration { get }

  /// The rows that show everything without crowding, at a width.
  func idealHeight(width: Int) -> Int

  /// Draws the moment on a canvas of any size; what does not fit is left out, the least first.
  func draw(at time: Duration, into canvas: inout Canvas)
}

extension Scene {
  /// The last event at or before a moment; the first one before that.
  package func event(at time: Duration) -> SceneEvent? {
    events.last { $0.time <= time } ?? events.first
  }

  /// A little longer than the last event, so that its effect is seen.
  package var duration: Duration { (events.last?.time ?? .zero) * 21 / 20 }
}
