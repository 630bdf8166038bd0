import App
import ArgumentParser
import Content
import Exercises

/// `geolearn hint`: one nudge more.
struct HintCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "hint", abstract: "Give a hint to an item.",
    discussion: """
      Each call goes one hint further; the last one names the way, never the number.

      Examples:
        geolearn hint 1.3
        geolearn hint 1.3 --level 2
      """)

  @Argument(help: "An item, such as 1.3.")
  var item: String

  @Option(help: "Up to which hint: 1, 2 or 3.")
  var level: Int?

  @Flag(help: "This is an exam, which has no hints.")
  var exam = false

  @OptionGroup var course: CourseOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let exercise = try course.exercises(invocation, exam: exam).item(item)
    guard exercise.policy.allowsHints else {
      let reason = exercise.policy.isExam ? "this is an exam" : "course.yaml allows none"
      throw CommandFailure("there are no hints here: \(reason)", .notAllowed)
    }
    let hints = exercise.hints
    guard !hints.isEmpty else { return CommandOutput("\(exercise.id) has no hints.\n") }
    if let level, !(1...hints.count).contains(level) {
      throw CommandFailure("--level is \(level); it must be 1 to \(hints.count)", .usage)
    }
    var journal = Journal(invocation)
    let next = journal.progress.hintLevel(of: exercise.id) + 1
    let shown = level ?? min(next, hints.count)
    journal.add([.hinted(id: exercise.id, level: shown)], at: invocation.now)
    let lines = hints.prefix(shown).enumerated().map {
      "Hint \($0.offset + 1) of \(hints.count): \($0.element)\n"
    }
    return CommandOutput(lines.joined(), complaint: journal.complaint)
  }
}
