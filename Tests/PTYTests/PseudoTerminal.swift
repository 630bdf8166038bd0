import CPseudoTerminal
import Foundation

/// The real program on a real terminal, with a home directory of its own.
///
/// Nothing here sleeps: every wait is a `poll` that ends when the program writes, with a deadline
/// that only a failing test meets.
struct PseudoTerminal: ~Copyable {
  /// How the program ended, or that it did not.
  enum Ending: Equatable {
    case exited(Int32), killed(signal: Int32), stillRunning
  }

  /// All that the program has written so far.
  private(set) var output: [UInt8] = []

  private var terminal: pseudo_terminal
  private let home: URL
  private var isOpen = true
  private var hasEnded = false
  private var lookedAt = 0

  private static let patience = Duration.seconds(20)

  /// - Parameters:
  ///   - arguments: those of `geolearn`, as words of a shell; redirections are allowed.
  ///   - environment: added to that of a modern terminal with UTF-8.
  ///   - columns: the width of the terminal.
  ///   - rows: its height.
  /// - Throws: when the program has not been built.
  init(
    _ arguments: String = "", environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws {
    let program = try Program.path()
    let folder = FileManager.default.temporaryDirectory.appending(path: "geolearn-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    home = folder
    let variables = Self.environment(home: folder).merging(environment) { $1 }
    let words = Self.strings(["sh", "-c", "exec '\(program)' \(arguments)"])
    let settings = Self.strings(variables.map { "\($0.key)=\($0.value)" })
    defer { (words + settings).forEach { free($0) } }
    terminal = pseudo_terminal()
    let hasStarted = pseudo_terminal_start(
      &terminal, "/bin/sh", words, settings, Int32(columns), Int32(rows))
    precondition(hasStarted, "the machine has no pseudo-terminal left")
  }

  deinit {
    if !hasEnded {
      if isOpen { pseudo_terminal_signal(terminal.master, SIGKILL) }
      kill(terminal.shell, SIGKILL)
      waitpid(terminal.shell, nil, 0)
    }
    if isOpen { close(terminal.master) }
    // What cannot be removed stays in the system's directory for temporary files.
    try? FileManager.default.removeItem(at: home)
  }

  /// Types the text; `"\u{3}"` is Ctrl-C.
  func type(_ text: String) {
    _ = text.withCString { write(terminal.master, $0, strlen($0)) }
  }

  /// Sends a signal to the program.
  func signal(_ number: Int32) {
    pseudo_terminal_signal(terminal.master, number)
  }

  func resize(columns: Int, rows: Int) {
    pseudo_terminal_resize(terminal.master, Int32(columns), Int32(rows))
  }

  /// Takes the terminal away, as a closed window or a lost connection does.
  mutating func hangUp() {
    close(terminal.master)
    isOpen = false
  }

  /// Goes on with a program that has stopped.
  func goOn() {
    kill(terminal.shell, SIGCONT)
  }

  /// Whether the program writes the text, after what earlier calls have seen.
  mutating func shows(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    return succeeds {
      guard let found = $0.output[$0.lookedAt...].firstRange(of: wanted) else { return false }
      $0.lookedAt = found.upperBound
      return true
    }
  }

  /// Whether something comes true elsewhere while the program runs.
  mutating func waits(until isTrue: () -> Bool) -> Bool { succeeds { _ in isTrue() } }

  /// Whether the programs on two terminals draw the same picture when both draw it anew.
  ///
  /// A program that is told to go on does so, even if it was not stopped.
  static func agree(_ one: inout PseudoTerminal, _ other: inout PseudoTerminal) -> Bool {
    let deadline = ContinuousClock.now + patience
    while ContinuousClock.now < deadline {
      one.signal(SIGCONT)
      other.signal(SIGCONT)
      let starts = (one.output.count, other.output.count)
      // Where something changed while they drew, what came after the picture differs.
      for _ in 0..<50 {
        one.readOutput(within: 10)
        other.readOutput(within: 10)
        let pictures = (one.picture(after: starts.0), other.picture(after: starts.1))
        if let picture = pictures.0, picture == pictures.1 { return true }
      }
    }
    return false
  }

  /// What has been drawn on the last empty screen, if that came after so many bytes.
  private func picture(after count: Int) -> ArraySlice<UInt8>? {
    output[count...].ranges(of: Array(Screen.cleared.utf8)).last.map { output[$0.upperBound...] }
  }

  /// Whether the program stops, as Ctrl-Z makes it.
  mutating func stops() -> Bool {
    succeeds {
      var detail: Int32 = 0
      return process_state($0.terminal.shell, &detail) == PROCESS_STOPPED
    }
  }

  /// Waits for the end of the program.
  mutating func ending() -> Ending {
    var ending = Ending.stillRunning
    _ = succeeds {
      var detail: Int32 = 0
      switch process_state($0.terminal.shell, &detail) {
      case PROCESS_EXITED: ending = .exited(detail)
      case PROCESS_KILLED: ending = .killed(signal: detail)
      default: break
      }
      return ending != .stillRunning
    }
    hasEnded = ending != .stillRunning
    return ending
  }

  /// What the program has left undone on the terminal; empty when all is as it was before.
  func traces() -> [String] {
    let hasOldModes = pseudo_terminal_has_old_modes(terminal)
    return Screen.traces(in: output) + (hasOldModes ? [] : ["the modes are changed"])
  }
}

extension PseudoTerminal {
  private static func environment(home: URL) -> [String: String] {
    [
      "PATH": "/usr/bin:/bin", "HOME": home.path, "TERM": "xterm-256color",
      "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  // As C wants them, ended by nil; to be freed.
  private static func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  // Looks again after all that the program writes, and now and then when it writes nothing.
  private mutating func succeeds(_ looks: (inout PseudoTerminal) -> Bool) -> Bool {
    let deadline = ContinuousClock.now + Self.patience
    while ContinuousClock.now < deadline {
      if looks(&self) {
        while readOutput(within: 0) {}
        return true
      }
      readOutput(within: 10)
    }
    return false
  }

  /// Reads what there is; false when nothing came.
  @discardableResult
  private mutating func readOutput(within milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: isOpen ? terminal.master : -1, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0, entry.revents & Int16(POLLIN) != 0 else {
      return false
    }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = read(terminal.master, &bytes, bytes.count)
    output += bytes.prefix(max(0, count))
    return count > 0
  }
}
