import Exercises
import Foundation

/// The learner's program while the course is open: where it is, when it is saved, what it is worth.
struct ProgramDesk {
  private let invocation: Invocation
  private var watch: FileWatch?

  init(_ invocation: Invocation) {
    self.invocation = invocation
  }

  /// Can be read when the program may have been saved.
  var descriptors: [Int32] { [watch?.descriptor].compactMap(\.self) }

  /// How long to wait before looking at the program; `nil` where the system tells.
  var patience: Duration? { descriptors.isEmpty ? .seconds(1) : nil }

  /// Whether the program was saved since it was judged.
  func hasChanged() -> Bool { watch?.hasChanged() ?? false }

  /// Judges the only program that is in the folder.
  ///
  /// - Parameter signals: becomes readable when a signal has come, which ends the check.
  /// - Returns: nothing where the learner stopped it.
  mutating func judge(signals: Int32) -> [Verdict] {
    do throws(CommandFailure) {
      let name = try ProgramSource.only(in: invocation)
      watch = FileWatch(invocation.absolute(name))
      let source = try ProgramSource(file: name, invocation)
      let check = ProgramCheck(
        source: source, items: CounterCheck.Item.allCases, limit: nil, seed: 0, isExam: false)
      let keyboard = StopKey(signals: signals)
      let report = check.report(invocation, interruption: keyboard.interruption)
      return keyboard.wasPressed ? [] : report.verdicts
    } catch {
      return Verdict.errors(saying: "\(error)")
    }
  }

  /// Opens the program in the learner's editor; a new one begins with the starter for Python.
  ///
  /// - Returns: why that cannot be done.
  func edit() -> String? {
    guard let editor = TextEditor(invocation) else {
      return "no editor is named; set EDITOR, or open the file yourself"
    }
    let path = invocation.absolute((try? ProgramSource.only(in: invocation)) ?? starter())
    return editor.open(path) ? nil : "the editor cannot be started; is EDITOR right?"
  }

  private func starter() -> String {
    let language = ProgramLanguage.python
    let text = embeddedContent[language.starter] ?? ""
    // Where it is there already, or cannot be written, the editor says so.
    try? Data(text.utf8).write(
      to: URL(filePath: invocation.absolute(language.fileName)), options: .withoutOverwriting)
    return language.fileName
  }
}

/// The keyboard while a program is judged. A class, since it is asked from within the check.
private final class StopKey {
  private let signals: Int32
  private(set) var wasPressed = false

  init(signals: Int32) {
    self.signals = signals
  }

  var interruption: Interruption {
    Interruption(descriptors: [STDIN_FILENO, signals]) { [self] in
      wasPressed = wasPressed || isReadable(signals) || isStopTyped()
      return wasPressed
    }
  }

  /// Other keys that are pressed meanwhile are lost.
  private func isStopTyped() -> Bool {
    guard isReadable(STDIN_FILENO) else { return false }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    let escape: UInt8 = 0x1B
    let controlC: UInt8 = 0x03
    return count <= 0 || bytes[0] == controlC || (count == 1 && bytes[0] == escape)
  }

  private func isReadable(_ descriptor: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) > 0
  }
}

extension Verdict {
  /// Why no item that a program answers can be judged.
  static func errors(saying reason: String) -> [Verdict] {
    let sentence = reason.prefix(1).uppercased() + reason.dropFirst() + "."
    return CounterCheck.Item.allCases.map {
      Verdict(id: $0.rawValue, outcome: .error, rationale: sentence)
    }
  }
}
