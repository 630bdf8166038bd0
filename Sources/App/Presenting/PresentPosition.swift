/// Where a presentation is: all that another screen needs to show the same, in its own size.
///
/// It holds no picture and no text but what the presenter changed, so it is some hundred bytes long
/// however large a screen is.
package struct PresentPosition: Codable, Equatable, Sendable {
  /// The lesson by the name of its file, without ending.
  package var lesson: String
  /// From 1.
  package var step: Int
  /// How many parts of the step are shown, at least 1.
  package var parts: Int
  /// `nil` where the step has no picture.
  package var picture: PictureView?
  /// The arguments of the picture, where knobs or acts have changed them.
  package var arguments: String?
  /// The word that the speaker points at.
  package var pointer: String?
  package var isBlack: Bool
  /// Whether the correction of the handout is open.
  package var showsErratum: Bool
  /// The name of a theme.
  package var theme: String
  /// How long this lesson has been presented.
  package var seconds: Int

  package init(
    lesson: String, step: Int, parts: Int, picture: PictureView?, arguments: String?,
    pointer: String?, isBlack: Bool, showsErratum: Bool, theme: String, seconds: Int
  ) {
    self.lesson = lesson
    self.step = step
    self.parts = parts
    self.picture = picture
    self.arguments = arguments
    self.pointer = pointer
    self.isBlack = isBlack
    self.showsErratum = showsErratum
    self.theme = theme
    self.seconds = seconds
  }
}

/// What of a picture is its viewer's choice.
package struct PictureView: Codable, Equatable, Sendable {
  /// The moment of the run, rounded up, so that an event that is seen is seen everywhere; `nil` for
  /// its end.
  package var nanoseconds: Int64?
  package var isPlaying: Bool
  /// Doublings of the ordinary speed.
  package var gear: Int
  package var isZoomed: Bool
  /// Which knob has the focus.
  package var focus: Int
  /// What acts are done to, in the order of the picture.
  package var targets: [String]
}

extension Duration {
  /// Whole nanoseconds, not less than the time.
  var nanosecondsRoundedUp: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1_000_000_000 + (attoseconds + 999_999_999) / 1_000_000_000
  }
}
