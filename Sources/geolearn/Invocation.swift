import Drawing
import Foundation

/// How and where the program was started: what a command may know besides its arguments.
package struct Invocation: Sendable {
  /// The variables of the process.
  package var environment: [String: String]
  /// Where relative paths begin.
  package var folder: String
  package var isInputTerminal: Bool
  package var isOutputTerminal: Bool
  /// What the locale calls its character encoding: `UTF-8`.
  package var codeset: String
  /// The time, where something is written down.
  package var now: Date
  /// All of the standard input; `nil` where it cannot be read.
  package var standardInput: @Sendable () -> Data?
  /// Whether the signals of the process belong to the command.
  var ownsSignals = false
  /// Whether somebody watches what is said on the standard error.
  var isErrorTerminal = false
  /// Where this program is, for commands that start it again or hand it on.
  package var program: String?

  package init(
    environment: [String: String], folder: String, isInputTerminal: Bool = false,
    isOutputTerminal: Bool = false, codeset: String = "UTF-8", now: Date = .now,
    standardInput: @escaping @Sendable () -> Data? = { nil }
  ) {
    self.environment = environment
    self.folder = folder
    self.isInputTerminal = isInputTerminal
    self.isOutputTerminal = isOutputTerminal
    self.codeset = codeset
    self.now = now
    self.standardInput = standardInput
  }

  /// That of this process. Sets the locale, which curses needs before it starts.
  static func current() -> Invocation {
    _ = TerminalCapabilities.current()
    var invocation = Invocation(
      environment: ProcessInfo.processInfo.environment,
      folder: FileManager.default.currentDirectoryPath,
      isInputTerminal: isatty(STDIN_FILENO) == 1, isOutputTerminal: isatty(STDOUT_FILENO) == 1,
      codeset: String(cString: nl_langinfo(nl_item(CODESET))),
      standardInput: { try? FileHandle.standardInput.readToEnd() ?? Data() })  // nil says it
    invocation.ownsSignals = true
    invocation.isErrorTerminal = isatty(STDERR_FILENO) == 1
    invocation.program = Bundle.main.executablePath
    return invocation
  }

  /// The time as `2026-11-23T15:00:00Z`, or the one that reproducible builds are given.
  var timestamp: String {
    let fixed = variable("SOURCE_DATE_EPOCH").flatMap(TimeInterval.init)
    return (fixed.map(Date.init(timeIntervalSince1970:)) ?? now).formatted(.iso8601)
  }

  /// A variable; `nil` when it is empty too, which is how scripts unset one.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether a variable is set to something other than `0`.
  func isOn(_ name: String) -> Bool { variable(name).map { $0 != "0" } ?? false }

  /// A path as the learner gave it, made absolute.
  func absolute(_ path: String) -> String {
    URL(filePath: path, relativeTo: URL(filePath: folder, directoryHint: .isDirectory))
      .standardizedFileURL.path
  }

  /// Whether a file lies below the folder where the program was started, wherever links lead.
  func isInFolder(_ file: String) -> Bool {
    func resolved(_ path: String) -> String {
      URL(filePath: path).resolvingSymlinksInPath().path
    }
    return resolved(absolute(file)).hasPrefix(resolved(folder) + "/")
  }

  var capabilities: TerminalCapabilities {
    TerminalCapabilities(
      environment: environment, isTerminal: isInputTerminal && isOutputTerminal, codeset: codeset)
  }
}
