import Content
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
  private var failures: [DesignTask: CommandFailure] = [:]

  init(file: String?, seed: UInt64, course: ContentFiles, _ invocation: Invocation) {
    (self.file, self.seed, self.course, self.invocation) = (file, seed, course, invocation)
  }

  /// Why a design could not be read; `nil` where all could be.
  var failure: CommandFailure? {
    DesignTask.allCases.lazy.compactMap { failures[$0] }.first
  }

  /// Whether nothing could be run.
  var isEmpty: Bool { verdicts.isEmpty }

  /// - Returns: `nil` where the item is not answered by a design.
  mutating func verdict(on exercise: Exercise) -> Verdict? {
    guard exercise.kind == .design, let task = DesignTask(exercise.id) else { return nil }
    if verdicts[task] == nil, failures[task] == nil {
      do throws(CommandFailure) {
        verdicts[task] = try run(task)
      } catch {
        failures[task] = error
      }
    }
    return verdicts[task]?.first { $0.id == exercise.id }
      ?? failures[task].map { unread(exercise, $0) }
  }

  private func run(_ task: DesignTask) throws(CommandFailure) -> [Verdict] {
    let name = file ?? Exercise.answerFile(task: task.rawValue)
    guard file != nil || invocation.isInFolder(name) else {
      throw CommandFailure("'\(name)' leads out of this folder", .data)
    }
    let check = try DesignCheck(file: name, task: task, course: course, seed: seed, invocation)
    let line = ProgressLine(invocation)
    defer { line.end() }
    return check.verdicts(unless: { false }, tell: line.show) ?? []
  }

  private func unread(_ exercise: Exercise, _ failure: CommandFailure) -> Verdict {
    var verdict =
      failure.code == .noInput
      ? Verdict(id: exercise.id, outcome: .skipped, rationale: "There is no answer yet.")
      : Verdict.error(on: exercise.id, saying: "\(failure)")
    verdict.maxScore = exercise.points
    return verdict
  }
}
