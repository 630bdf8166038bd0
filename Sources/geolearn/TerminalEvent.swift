import App
import Drawing

/// What can happen at the terminal.
enum TerminalEvent: Equatable {
  case key(Key)
  /// In cells, from the upper left corner at 0, 0.
  case mouse(MouseAction, x: Int, y: Int)
  /// The screen has this size from now on, and nothing of the last canvas is on it any more.
  case resize(Size)
  /// The program was asked to end, or its terminal is gone (SIGHUP).
  case end(signal: Int32)
  /// The program was stopped and goes on; nothing of the last canvas is on the screen any more.
  case resumed
}

/// Why no screen can be had; the description is for the learner.
struct TerminalFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
