import CNcurses
import Exercises
import Foundation

/// `geolearn watch`: a program or a design is judged again whenever its file is saved.
///
/// A class, since a check asks it while it runs whether it should go on.
final class AnswerWatch {
  /// Judges the file as it is now; is told by what it can be stopped, and tells how far it is.
  typealias Judge = (Interruption, @escaping (String) -> Void) throws(CommandFailure) -> Report?

  /// What is to be done next.
  private enum Wish: Equatable {
    case nothing
    case check
    /// The check that runs is not wanted any more.
    case cancel
    case edit
    case leave
    /// A signal ends geolearn.
    case end(Int32)
  }

  private let file: String
  private let judge: Judge
  private let invocation: Invocation
  private let watch: FileWatch
  private let signals: Signals
  private let keyboard: KeyboardModes
  private var listens: Bool
  private var wish = Wish.check

  init(
    file: String, _ invocation: Invocation, judge: @escaping Judge
  ) throws(CommandFailure) {
    (self.file, self.judge, self.invocation) = (file, judge, invocation)
    watch = FileWatch(invocation.absolute(file))
    do throws(TerminalFailure) {
      signals = try Signals()
    } catch {
      throw CommandFailure(error.description, .noTerminal)
    }
    keyboard = KeyboardModes(isTerminal: invocation.isInputTerminal)
    listens = invocation.isInputTerminal
  }

  /// Goes on until the learner leaves or a signal ends it.
  func run() throws(CommandFailure) -> CommandOutput {
    while true {
      switch wish {
      case .check: try check()
      case .edit: edit()
      case .leave: return CommandOutput()
      case .end(let signal): return CommandOutput(code: .signal(signal))
      case .nothing, .cancel: wait()
      }
    }
  }

  private func check() throws(CommandFailure) {
    wish = .nothing
    let interruption = Interruption(descriptors: descriptors) { [self] in
      wish = heard()
      return wish != .nothing
    }
    say("Checking \(file) ...")
    let (report, said) = try judged(interruption)
    say(invocation.isOutputTerminal ? "\r\u{1B}[K" : "\n")
    guard wish == .nothing else {
      if wish == .cancel { say("The check was stopped. \(advice)\n") }
      return
    }
    ReplayFiles(invocation).keep(report?.verdicts ?? [])
    say("\(said)\n\(advice)\n")
  }

  /// The report and its text, or what is wrong with a file that is still being written.
  private func judged(
    _ interruption: Interruption
  ) throws(CommandFailure) -> (report: Report?, said: String) {
    do throws(CommandFailure) {
      let report = try judge(interruption) { [self] progress in
        if invocation.isOutputTerminal { say("\r\u{1B}[KChecking \(file): \(progress)") }
      }
      return (report, report?.text() ?? "")
    } catch {
      guard error.code == .data else { throw error }
      return (nil, "\(error)\n")
    }
  }

  private var advice: String {
    listens
      ? "Save \(file) to check it again; e opens it, r checks now, Esc stops a check, q leaves."
      : "Save \(file) to check it again."
  }

  private func wait() {
    var entries = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    // Also without news the file is looked at: not every folder tells.
    _ = poll(&entries, nfds_t(entries.count), 1000)
    wish = heard()
  }

  private var descriptors: [Int32] {
    [signals.descriptor] + (listens ? [STDIN_FILENO] : []) + [watch.descriptor].compactMap(\.self)
  }

  private func heard() -> Wish {
    let received = signals.received()
    if let signal = received.first(where: { [SIGINT, SIGTERM, SIGHUP].contains($0) }) {
      return .end(signal)
    }
    if received.contains(SIGTSTP) { keyboard.lending { signals.stop() } }
    if let wish = typed() { return wish }
    return watch.hasChanged() ? .check : .nothing
  }

  private func typed() -> Wish? {
    var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard listens, poll(&entry, 1, 0) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    guard count > 0 else {
      listens = false
      return nil
    }
    switch bytes[0] {
    case UInt8(ascii: "q"): return .leave
    case UInt8(ascii: "e"): return .edit
    case UInt8(ascii: "r"): return .check
    // Alone it is Esc; with more it is another key.
    case 0x1B where count == 1: return .cancel
    default: return nil
    }
  }

  private func edit() {
    wish = .nothing
    guard let editor = TextEditor(invocation) else {
      return say("No editor is named; set EDITOR, or open \(file) yourself.\n")
    }
    var isStarted = true
    keyboard.lending { isStarted = editor.open(invocation.absolute(file)) }
    if !isStarted { say("The editor cannot be started; is EDITOR right?\n") }
    if watch.hasChanged() { wish = .check }
  }

  private func say(_ text: String) { FileHandle.standardOutput.say(text) }
}
