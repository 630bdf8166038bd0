import App
import ArgumentParser
import Content
import Exercises

/// `geolearn watch`: judges a program again and again.
struct WatchCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Judge your program or your design again whenever you save it.",
    discussion: """
      e opens the file in $GEOLEARN_EDITOR, $VISUAL or $EDITOR, r checks it now, Esc stops a \
      check, q leaves. It stays with the task that you name.

      Examples:
        geolearn watch 2
        geolearn watch 2.2 --file pn_counter.py
        geolearn watch 3
      """)

  @Argument(help: "The task, or some of its items: 2, 2.2, 3.")
  var items: [String] = ["2"]

  @Option(
    help: ArgumentHelp(
      "Watch this file; without it, the only program in the folder, or answers/task3.yaml.",
      valueName: "file"))
  var file: String?

  @Option(help: ArgumentHelp("How long a program may take in all.", valueName: "time"))
  var timeLimit: String?

  @Flag(help: "Tell only what is right and what is not.")
  var exam = false

  @OptionGroup var course: CourseOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let selected = try course.files(invocation, exam: exam).exercises().selected(items)
    guard let task = selected.first.flatMap({ DesignTask($0.id) }) else {
      return try watchProgram(invocation)
    }
    guard selected.allSatisfy({ $0.task == task.rawValue }) else {
      throw CommandFailure(
        "one task can be watched at a time; name only task \(task.rawValue)", .usage)
    }
    return try watchDesign(task, selected, invocation)
  }

  private func watchDesign(
    _ task: DesignTask, _ items: [Exercise], _ invocation: Invocation
  ) throws(CommandFailure) -> CommandOutput {
    let file = file ?? Exercise.answerFile(task: task.rawValue)
    let files = try course.files(invocation, exam: exam)
    _ = try ContentFiles.text(at: invocation.absolute(file), named: file)
    return try AnswerWatch(file: file, invocation) { interruption, tell throws(CommandFailure) in
      let check = try DesignCheck(file: file, task: task, course: files, seed: 0, invocation)
      let verdicts = check.verdicts(
        unless: interruption.isWanted,
        tell: { tell("\($0.done) of \($0.count)  \($0.run)") })
      return verdicts.map { verdicts in
        let told = items.compactMap { item in
          verdicts.first { $0.id == item.id }.map(item.told)
        }
        return Report(verdicts: told, version: Version.text, topology: "")
      }
    }.run()
  }

  private func watchProgram(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    var options = ProgramOptions()
    (options.exec, options.timeLimit) = (nil, timeLimit)
    let chosen = try options.items(items)
    let limit = try options.limit()
    let name: String
    if let file { name = file } else { name = try ProgramSource.only(in: invocation) }
    _ = try ProgramSource(file: name, invocation)
    let policy = try course.files(invocation, exam: exam).course().policy
    return try AnswerWatch(file: name, invocation) { interruption, tell throws(CommandFailure) in
      let check = ProgramCheck(
        source: try ProgramSource(file: name, invocation), items: chosen, limit: limit,
        seed: policy.seed ?? 0, isExam: policy.isExam)
      return check.report(invocation, interruption: interruption) {
        tell("\($0) questions asked")
      }
    }.run()
  }
}
