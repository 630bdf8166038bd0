import App
import Content
import Drawing
import Exercises
import Scenes

/// The run in which a design fails a requirement, as a picture and in sentences.
struct DesignReplay {
  private let part: Verdict
  private let scene: any Scene

  /// Runs the design again, which ends as it did before.
  ///
  /// - Parameters:
  ///   - item: an item, whose first failed requirement is shown, or a requirement: `3.2-law`.
  ///   - file: takes the place of the file of the task.
  init(
    _ item: String, of task: DesignTask, file: String?, course: ContentFiles,
    _ invocation: Invocation
  ) throws(CommandFailure) {
    let check = try DesignCheck(
      file: file ?? Exercise.answerFile(task: task.rawValue), task: task, course: course, seed: 0,
      invocation)
    let line = ProgressLine(invocation)
    defer { line.end() }
    let verdicts = check.verdicts(unless: { false }, tell: line.show) ?? []
    let parts = verdicts.flatMap(\.parts)
    let meant = parts.filter { part in
      part.id == item || part.id.hasPrefix("\(item)-") || item == task.rawValue
    }
    guard !meant.isEmpty else {
      let known = verdicts.map(\.id) + parts.map(\.id)
      throw CommandFailure(
        "no requirement is called '\(item)'; \(suggestion(for: item, in: known))", .usage)
    }
    let failed = meant.first { $0.outcome == .fail && $0.replay != nil }
    guard let failed, let directive = failed.replay else {
      throw CommandFailure("\(item) has nothing to show: no run of the design fails it", .noInput)
    }
    part = failed
    let catalog = try course.book().catalog
    do throws(Diagnostic) {
      scene = try catalog.stage(directive, topology: "aws-2025")
    } catch {
      throw CommandFailure("the run cannot be shown\n\(error)", .data)
    }
  }

  /// At the moment at which it goes wrong, or as a whole.
  func text(marks: Marks) -> String {
    let moment = part.moment ?? scene.duration
    var canvas = Canvas(size: Size(width: 80, height: 22), marks: marks)
    SceneFrame(scene: scene, time: moment).draw(into: &canvas)
    let heading = "\(part.id)  \(part.title ?? "")\n\(part.rationale)"
    return [heading, canvas.text, PlainScene(scene: scene).text]
      .joined(separator: "\n\n") + "\n"
  }
}
