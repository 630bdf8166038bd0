import App
import Content
import Drawing
import Exercises
import Scenes

extension ReplayCommand {
  /// The run of a design in which something was missed, at that moment.
  func design(
    _ task: DesignTask, _ invocation: Invocation
  ) throws(CommandFailure) -> CommandOutput {
    let files = try course.files(invocation)
    let check = try DesignCheck(
      file: file ?? Exercise.answerFile(task: task.rawValue), task: task, course: files, seed: 0,
      invocation)
    let line = ProgressLine(invocation)
    let verdicts = check.verdicts(unless: { false }, tell: line.show) ?? []
    line.end()
    let verdict = try named(item, among: verdicts + verdicts.flatMap(\.parts))
    guard let directive = verdict.replay else {
      throw CommandFailure("\(item) has no run to show: \(verdict.rationale)", .noInput)
    }
    let scene = try files.book().stage(directive, topology: "aws-2025")
    var canvas = Canvas(
      size: PictureSize.standard.size, marks: ascii ? .ascii : invocation.capabilities.marks)
    SceneFrame(scene: scene, time: verdict.moment ?? scene.duration, knobs: [])
      .draw(into: &canvas)
    return CommandOutput(canvas.text)
  }

  private func named(
    _ id: String, among verdicts: [Verdict]
  ) throws(CommandFailure) -> Verdict {
    if let verdict = verdicts.first(where: { $0.id == id }) { return verdict }
    throw CommandFailure(
      "nothing in this task is called '\(id)'; \(suggestion(for: id, in: verdicts.map(\.id)))",
      .usage)
  }
}
