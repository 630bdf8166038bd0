import CNcurses
import Drawing
import Foundation

/// The terminal, taken over from `init` until the value's life ends.
///
/// There is at most one at a time, owned by the one thread of the program. Whatever ends it, the
/// learner's screen, cursor and line editing come back: on return and on throw by `deinit`, in a
/// crash by the guard in CNcurses. Only `exit` skips `deinit`: return from the command instead.
struct Terminal: ~Copyable {
  /// The size of the screen, as far as events have told.
  private(set) var size: Size
  /// What has been typed and not been asked for yet.
  var decoder = KeyDecoder()
  let signals: Signals

  private let screen: OpaquePointer
  private let modesBefore: termios
  private let leaveSequence: String
  private let reportsMouse: Bool
  private var painter: TerminalPainter
  private var theme: Theme
  private var shown: Canvas?

  /// - Parameters:
  ///   - theme: the colours of the empty screen.
  ///   - marks: what the terminal can show; with `.ascii` no byte above 0x7E is ever sent.
  ///   - usesColour: whether themes may colour; bold and reversed text stay without.
  ///   - usesMouse: whether clicks and the wheel are events, or left to the terminal.
  /// - Throws: when standard input or output is no terminal, or when TERM names none that is known
  ///   and can move its cursor.
  /// - Precondition: the locale has been set, as `TerminalCapabilities.current()` does.
  init(theme: Theme, marks: Marks, usesColour: Bool, usesMouse: Bool) throws(TerminalFailure) {
    let signals = try Signals()
    var modes = termios()
    tcgetattr(STDIN_FILENO, &modes)
    screen = try Self.startScreen()
    self.signals = signals
    self.theme = theme
    modesBefore = modes
    leaveSequence = TerminalFeature.leaveSequence
    reportsMouse = usesMouse && TerminalFeature.mouse.sequence != nil
    painter = TerminalPainter(marks: marks, usesColour: usesColour)
    size = Size(width: 0, height: 0)
    takeOver()
  }

  deinit {
    giveBack()
    delscreen(screen)
  }

  /// Shows the canvas; sends only what differs from the canvas shown before.
  ///
  /// What is larger than the screen is cut off, what is smaller leaves the rest blank.
  mutating func show(_ canvas: Canvas, theme: Theme) {
    if theme != self.theme || shown?.size != canvas.size { shown = nil }
    self.theme = theme
    if shown == nil { painter.blank(theme) }
    canvas.forEachChange(since: shown) { cell, x, y, columns in
      guard x < size.width, y < size.height else { return }
      painter.put(cell, x: x, y: y, columns: min(columns, size.width - x), theme: theme)
    }
    refresh()
    shown = canvas
  }

  /// Gives the screen back, stops the process group as Ctrl-Z does, and takes the screen again
  /// when the program goes on.
  mutating func suspend() {
    giveBack()
    signals.stop()
    takeOver()
  }

  /// Gives the screen to another program while `use` runs.
  mutating func lend(_ use: () -> Void) {
    giveBack()
    use()
    takeOver()
  }

  /// Takes the screen again after a stop that could not be caught.
  mutating func takeAgain() {
    giveBack()
    takeOver()
  }

  /// Makes the screen as large as the terminal has become; false when it already is.
  mutating func adoptSize() -> Bool {
    let current = Self.currentSize
    guard current != size else { return false }
    size = current
    resize_term(Int32(size.height), Int32(size.width))
    forgetShown()
    return true
  }
}

extension Terminal {
  private static func startScreen() throws(TerminalFailure) -> OpaquePointer {
    // From a file, poll would report the end of input for ever, and the program would spin.
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw TerminalFailure("standard input and output must both be a terminal")
    }
    let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
    guard let screen = screen_start() else {
      throw TerminalFailure("no terminal is known by the name '\(name)'; set TERM to the right one")
    }
    guard TerminalFeature.moveCursor.sequence == nil else { return screen }
    endwin()
    delscreen(screen)
    throw TerminalFailure("the terminal '\(name)' cannot move its cursor; set TERM to another one")
  }

  // A terminal that does not know, such as a serial line, gets the size of all terminals of old.
  private static var currentSize: Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard screen_size(&columns, &rows) else { return Size(width: 80, height: 24) }
    return Size(width: Int(columns), height: Int(rows))
  }

  private mutating func takeOver() {
    withUnsafePointer(to: modesBefore) {
      crash_guard_arm(leaveSequence, leaveSequence.utf8.count, $0)
    }
    if reportsMouse { send(MouseReports.start) }
    _ = adoptSize()
    forgetShown()
    painter.blank(theme)
    refresh()
  }

  // Mouse reports on their way would be typed into the shell.
  private func giveBack() {
    if reportsMouse {
      send(MouseReports.stop)
      tcflush(STDIN_FILENO, TCIFLUSH)
    }
    endwin()
    crash_guard_disarm()
  }

  private mutating func forgetShown() {
    shown = nil
    screen_forget()
  }

  private func send(_ text: String) {
    _ = text.withCString { write(STDOUT_FILENO, $0, strlen($0)) }
  }
}
