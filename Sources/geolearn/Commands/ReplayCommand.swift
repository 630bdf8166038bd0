import App
import ArgumentParser
import Content
import Drawing
import Exercises
import Foundation

/// `geolearn replay`: a learner's counters beside the model's, or the run that a design fails.
struct ReplayCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Show where your counter or your design went wrong.",
    discussion: """
      After 'geolearn check 2 --file ...' has found a mistake, this shows the steps that led to it: \
      what your counters said beside what the model says, and the first step where they differ. For a \
      design of task 3 or 4 it runs answers/task3.yaml, or --file, again, and shows the run that fails \
      a requirement.

      Examples:
        geolearn replay 2.2
        geolearn replay saved.json
        geolearn replay 3.2-law
        geolearn replay 4.5 --file my-platform.yaml
      """)

  @Argument(
    help: ArgumentHelp("An item that was judged, a requirement, or a file.", valueName: "item"))
  var item: String

  @Option(help: ArgumentHelp("Run this design.", valueName: "file"))
  var file: String?

  @Flag(help: "Nothing beyond ASCII.")
  var ascii = false

  @OptionGroup var course: CourseOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let marks = ascii ? Marks.ascii : invocation.capabilities.marks
    guard try !course.files(invocation).course().policy.isExam else {
      throw CommandFailure("there is nothing to watch here: this is an exam", .notAllowed)
    }
    if let task = DesignTask(item), !item.hasSuffix(".json") {
      let replay = try DesignReplay(
        item, of: task, file: file, course: try course.files(invocation), invocation)
      return CommandOutput(replay.text(marks: marks).lowered(to: marks))
    }
    let replay = try replay(invocation)
    return CommandOutput(ReplayText(replay: replay).text.lowered(to: marks))
  }

  private func replay(_ invocation: Invocation) throws(CommandFailure) -> CounterReplay {
    let isItem = CounterCheck.Item(rawValue: item) != nil
    let kept = isItem ? ReplayFiles(invocation).path(of: item) : nil
    guard let data = FileManager.default.contents(atPath: kept ?? invocation.absolute(item)) else {
      if item.allSatisfy({ $0.isNumber || $0 == "." }), !isItem {
        let items = CounterCheck.Item.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(
          "nothing is played again for '\(item)'; name an item of a program, \(items), or of a "
            + "design, such as 3.2-law", .usage)
      }
      throw CommandFailure(
        isItem
          ? "\(item) has nothing to show: no check of a program has failed in it"
          : "there is no file '\(item)' that can be read", .noInput)
    }
    do {
      return try JSONDecoder().decode(CounterReplay.self, from: data)
    } catch {
      throw CommandFailure("'\(item)' is no replay that 'geolearn check' has written", .data)
    }
  }
}
