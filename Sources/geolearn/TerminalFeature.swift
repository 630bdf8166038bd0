import CNcurses
import Foundation

/// The terminfo capabilities of the running curses that are asked for by name.
enum TerminalFeature: String {
  case moveCursor = "cup"
  case leaveScreen = "rmcup"
  case showCursor = "cnorm"
  case leaveKeypad = "rmkx"
  case plainText = "sgr0"
  case plainColours = "op"
  case mouse = "kmous"

  /// The bytes, without the pauses ("$<5>") that terminals of old needed; `nil` without the feature.
  var sequence: String? {
    guard let value = screen_capability(rawValue) else { return nil }
    return String(cString: value).replacing(/\$<[^>]*>/, with: "")
  }

  /// All that gives the screen back, for when curses itself can no longer be trusted.
  static var leaveSequence: String {
    let features: [TerminalFeature] = [
      .plainText, .plainColours, .leaveKeypad, .showCursor, .leaveScreen,
    ]
    return MouseReports.stop + features.compactMap(\.sequence).joined()
  }
}

/// What xterm and its many kin understand: report buttons (1000), as decimal numbers (1006).
enum MouseReports {
  static let start = "\u{1B}[?1000h\u{1B}[?1006h"
  static let stop = "\u{1B}[?1006l\u{1B}[?1000l"
}
