import App
import Content
import Exercises
import Foundation

/// One judgement of a learner's design.
struct DesignCheck {
  private let task: DesignTask
  private let submission: DesignSubmission
  private let exercises: [Exercise]

  /// - Parameters:
  ///   - file: is there.
  ///   - course: has the topologies, the laws and the items of the task.
  init(
    file: String, task: DesignTask, course: ContentFiles, seed: UInt64, _ invocation: Invocation
  ) throws(CommandFailure) {
    let path = invocation.absolute(file)
    guard FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure(
        "there is no file '\(file)'; 'geolearn init' writes one to begin with", .noInput)
    }
    let text = try ContentFiles.text(at: path, named: file)
    let course = try course.course()
    do throws(Diagnostics) {
      submission = try DesignSubmission(
        parsing: text, file: file, atlas: course.atlas, seed: seed)
      exercises = try ExerciseSet(course).graded.filter { $0.task == task.rawValue }
    } catch {
      throw CommandFailure("the design has mistakes\n\(error)", .data)
    }
    self.task = task
  }

  /// Runs the design.
  ///
  /// - Parameters:
  ///   - isStopped: is asked before every run.
  ///   - tell: is told what is run.
  /// - Returns: the verdicts on all items of the task; `nil` where it was stopped.
  func verdicts(
    unless isStopped: () -> Bool, tell: (JudgingProgress) -> Void
  ) -> [Verdict]? {
    var judge = DesignJudge(task, of: submission)
    while let run = judge.next {
      if isStopped() { return nil }
      tell(JudgingProgress(done: judge.done, count: judge.count, run: run))
      judge.advance()
    }
    return judge.verdicts(on: exercises)
  }
}
