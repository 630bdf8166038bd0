import Drawing
import Exercises

/// Everything that can happen to the program.
package enum Event: Equatable, Sendable {
  case key(Key)
  /// In cells from the upper left corner of the screen.
  case mouse(MouseAction, x: Int, y: Int)
  case resize(Size)
  /// So much of the viewer's time has passed while something moved.
  case tick(Duration)
  /// The learner's file is being judged, and is so far.
  case judging(JudgingProgress)
  /// The learner's file was judged; without verdicts he stopped that.
  case judged([Verdict])
}

/// How far a judgement is.
package struct JudgingProgress: Equatable, Sendable {
  package let done: Int
  package let count: Int
  /// What is run now.
  package let run: String

  package init(done: Int, count: Int, run: String) {
    (self.done, self.count, self.run) = (done, count, run)
  }
}

/// What only the shell can do, for the file that a learner writes for an item.
package enum Errand: Equatable, Sendable {
  case judge(item: String)
  /// Open the file in the learner's editor.
  case edit(item: String)
}

/// A page of the program.
package enum Place: Equatable, Sendable {
  case home
  /// By position in the book, both from 0.
  case step(chapter: Int, step: Int)
}

/// What a screen wants done that is not its own to do.
enum Reaction: Equatable, Sendable {
  case go(Place)
  case show(Overlay)
  case record(JournalEntry)
  case run(Errand)
  case quit
}
