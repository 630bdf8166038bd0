import CNcurses
import Foundation

/// The keyboard without lines and echo, from `init` to the end of the value, also after a crash.
struct KeyboardModes: ~Copyable {
  private var before = termios()
  private let isTerminal: Bool

  init(isTerminal: Bool) {
    self.isTerminal = isTerminal
    guard isTerminal else { return }
    tcgetattr(STDIN_FILENO, &before)
    begin()
  }

  deinit { end() }

  /// Lends the terminal to another program while `body` runs.
  func lending(_ body: () -> Void) {
    end()
    body()
    begin()
  }

  private func begin() {
    guard isTerminal else { return }
    var modes = before
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
    withUnsafePointer(to: before) { crash_guard_arm("", 0, $0) }
  }

  private func end() {
    guard isTerminal else { return }
    crash_guard_disarm()
    withUnsafePointer(to: before) { _ = tcsetattr(STDIN_FILENO, TCSADRAIN, $0) }
  }
}
