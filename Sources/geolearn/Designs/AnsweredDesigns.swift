import Exercises
import Foundation

/// The designs that answer tasks; each is run once, however many items it answers.
struct AnsweredDesigns {
  /// Takes the place of the file of the task; `nil` for that one.
  private let file: String?
  private let seed: UInt64
  private let course: ContentFiles
  private let invocation: Invocation
  private var verdicts: [DesignTask: [Verdict]] = [:]

  init(file: String?, seed: UInt64, course: ContentFiles, _ invocation: Invocation) {
    (self.file, self.seed, self.course, self.invocation) = (file, seed, course, invocation)
  }

  /// - Returns: `nil` where the item is not answered by a design.
  mutating func verdict(on exercise: Exercise) throws(CommandFailure) -> Verdict? {
    guard exercise.kind == .design, let task = DesignTask(exercise.id) else { return nil }
    if verdicts[task] == nil { verdicts[task] = try run(task) }
    return verdicts[task]?.first { $0.id == exercise.id }
  }

  private func run(_ task: DesignTask) throws(CommandFailure) -> [Verdict] {
    let check = try DesignCheck(
      file: file ?? Exercise.answerFile(task: task.rawValue), task: task, course: course,
      seed: seed, invocation)
    let line = ProgressLine(invocation)
    defer { line.end() }
    return check.verdicts(unless: { false }, tell: line.show) ?? []
  }
}
