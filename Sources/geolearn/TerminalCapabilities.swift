import Drawing
import Foundation

/// What the terminal that the program was started on can do.
package struct TerminalCapabilities: Equatable, Sendable {
  /// Whether a screen can be drawn and keys be read; when not, the program speaks plain text.
  package var hasScreen: Bool
  /// Whether colours are wanted; bold and reversed text stay without them.
  package var usesColour: Bool
  package var marks: Marks

  /// - Parameters:
  ///   - environment: the variables of the process.
  ///   - isTerminal: whether standard input and standard output both are one.
  ///   - codeset: what the locale calls its character encoding, such as "UTF-8".
  package init(environment: [String: String], isTerminal: Bool, codeset: String) {
    let name = environment["TERM"] ?? ""
    hasScreen = isTerminal && !name.isEmpty && name != "dumb"
    usesColour = (environment["NO_COLOR"] ?? "").isEmpty
    marks = Self.marks(terminal: name, codeset: codeset)
  }

  /// Those of this process. Sets the locale, which curses needs before it starts.
  package static func current() -> TerminalCapabilities {
    let environment = ProcessInfo.processInfo.environment
    return TerminalCapabilities(
      environment: environment,
      isTerminal: isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1,
      codeset: adoptLocale(environment))
  }

  // The fonts of the Linux console have block elements but no braille.
  private static func marks(terminal: String, codeset: String) -> Marks {
    guard namesUnicode(codeset) else { return .ascii }
    return terminal == "linux" ? .blocks : .braille
  }

  // Only the encoding: with the rest of the locale a decimal point may become a comma. A locale
  // that ssh brought along but that this machine lacks still tells that its terminal has UTF-8.
  private static func adoptLocale(_ environment: [String: String]) -> String {
    let wanted = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    if setlocale(LC_CTYPE, "") == nil, namesUnicode(wanted ?? "") {
      setlocale(LC_CTYPE, "C.UTF-8")
    }
    return String(cString: nl_langinfo(nl_item(CODESET)))
  }

  private static func namesUnicode(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix("utf-8") || name.hasSuffix("utf8")
  }
}
