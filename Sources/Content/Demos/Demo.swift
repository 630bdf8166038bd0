/// A demonstration: what is shown, done, said and expected, one thing after the other.
///
/// It is written as `docs/demo-format.md` describes it.
package struct Demo: Equatable, Sendable {
  package let title: String
  /// The path as the author knows it.
  package let file: String
  package let lines: [Line]

  /// A deed and where it is written.
  package struct Line: Equatable, Sendable {
    /// Counted from 1.
    package let number: Int
    /// Where what follows the first word begins, counted from 1.
    package let column: Int
    package let deed: Deed
  }

  package enum Deed: Equatable, Sendable {
    /// What comes next has this title.
    case step(String)
    /// A picture stands at the beginning of its run.
    case scene(Directive)
    /// The picture of a step of a section, both from 1.
    case page(section: Int, step: Int)
    /// A knob of the picture, or what its acts are done to, gets another value.
    case turn(String, to: String)
    /// The key of an act of the picture.
    case press(Character)
    /// Characters typed into the picture.
    case type(String)
    case play(Goal)
    /// What is said about the picture, until something else is.
    case say([Inline])
    /// So much of the viewer's time passes, and nothing else.
    case wait(Duration)
    case expect(Expectation)
  }

  /// How far a run is played.
  package enum Goal: Equatable, Sendable {
    case end
    case moment(Duration)
    /// The next event whose sentence holds this text.
    case event(String)
  }

  /// What must be so, or the demonstration shows something else than it says.
  package enum Expectation: Equatable, Sendable {
    /// A sentence on what has happened last holds the text.
    case narration(String)
    case screen(String)
    /// Neither the screen nor the narration holds the text.
    case nowhere(String)
    /// The first event whose sentence holds the text happens at this time, as far as three digits
    /// tell.
    case event(String, at: Duration)
    /// It happens at this time or before.
    case eventBy(String, Duration)
  }
}
