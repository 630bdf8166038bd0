import App
import Content
import Exercises
import Foundation

/// The learner's files while the course is open: where they are, when they are saved, what they are
/// worth.
struct Desk {
  let invocation: Invocation
  private let course: ContentFiles
  private var watch: FileWatch?

  /// - Parameter course: has the topologies and the designs to begin with.
  init(_ invocation: Invocation, course: ContentFiles) {
    self.invocation = invocation
    self.course = course
  }

  /// Can be read when the file that was judged last may have been saved.
  var descriptors: [Int32] { [watch?.descriptor].compactMap(\.self) }

  /// How long to wait before looking at the file; `nil` where the system tells.
  var patience: Duration? { descriptors.isEmpty ? .seconds(1) : nil }

  /// Whether the file was saved since it was judged.
  func hasChanged() -> Bool { watch?.hasChanged() ?? false }

  /// Judges the file that answers an item, and with it all items that it answers.
  ///
  /// - Parameters:
  ///   - signals: becomes readable when a signal has come, which ends the check.
  ///   - tell: is told how far a judgement is that takes its time.
  /// - Returns: nothing where the learner stopped it.
  mutating func judge(
    _ item: String, signals: Int32, tell: (JudgingProgress) -> Void
  ) -> [Verdict] {
    let keyboard = StopKey(signals: signals)
    do throws(CommandFailure) {
      guard let task = DesignTask(item) else { return try judgeProgram(keyboard) }
      let file = Exercise.answerFile(task: task.rawValue)
      watch = FileWatch(invocation.absolute(file))
      let check = try DesignCheck(file: file, task: task, course: course, seed: 0, invocation)
      return check.verdicts(unless: { keyboard.isPressed }, tell: tell) ?? []
    } catch {
      return [.error(on: item, saying: "\(error)")]
    }
  }

  /// Judges the only program that is in the folder.
  private mutating func judgeProgram(_ keyboard: StopKey) throws(CommandFailure) -> [Verdict] {
    let name = try ProgramSource.only(in: invocation)
    watch = FileWatch(invocation.absolute(name))
    let source = try ProgramSource(file: name, invocation)
    let check = ProgramCheck(
      source: source, items: CounterCheck.Item.allCases, limit: nil, seed: 0,
      isExam: false)
    let report = check.report(invocation, interruption: keyboard.interruption)
    return keyboard.wasPressed ? [] : report.verdicts
  }

  /// Opens the file that answers an item in the learner's editor; a new one begins with a starter.
  ///
  /// - Returns: why that cannot be done.
  func edit(_ item: String) -> String? {
    guard let editor = TextEditor(invocation) else {
      return "no editor is named; set EDITOR, or open the file yourself"
    }
    let (name, text) = work(on: item)
    let url = URL(filePath: invocation.absolute(name))
    // Where it is there already, or cannot be written, the editor says so.
    try? FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: url, options: .withoutOverwriting)
    return editor.open(url.path) ? nil : "the editor cannot be started; is EDITOR right?"
  }

  /// The learner's file for an item, and what a new one begins with: of a program, in Python.
  private func work(on item: String) -> (name: String, starter: String) {
    if let task = DesignTask(item) {
      return (Exercise.answerFile(task: task.rawValue), course.files[task.starter] ?? "")
    }
    let language = ProgramLanguage.python
    let name = (try? ProgramSource.only(in: invocation)) ?? language.fileName
    return (name, embeddedContent[language.starter] ?? "")
  }
}

/// The keyboard while a file is judged. A class, since it is asked from within the check.
private final class StopKey {
  private let signals: Int32
  private(set) var wasPressed = false

  init(signals: Int32) {
    self.signals = signals
  }

  /// Whether Esc was pressed or a signal has come, now or before.
  var isPressed: Bool {
    wasPressed = wasPressed || isReadable(signals) || isStopTyped()
    return wasPressed
  }

  var interruption: Interruption {
    Interruption(descriptors: [STDIN_FILENO, signals]) { [self] in isPressed }
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
  /// Why an item that a file answers cannot be judged.
  static func error(on item: String, saying reason: String) -> Verdict {
    let sentence = reason.prefix(1).uppercased() + reason.dropFirst() + "."
    return Verdict(id: item, outcome: .error, rationale: sentence)
  }
}
