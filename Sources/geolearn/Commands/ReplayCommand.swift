import App
import ArgumentParser
import Drawing
import Exercises
import Foundation

/// `geolearn replay`: a learner's counters beside the model's, or the run in which his design failed.
struct ReplayCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Show where your counter or your design went wrong.",
    discussion: """
      After 'geolearn check 2 --file ...' has found a mistake, this shows the steps that led to it: \
      what your counters said beside what the model says, and the first step where they differ. Of a \
      design it runs the check again and draws the run in which an item, or one of its requirements, \
      was missed, at that moment.

      Examples:
        geolearn replay 2.2
        geolearn replay saved.json
        geolearn replay 4.3
        geolearn replay 4.5-orders-rto --file my-platform.yaml
      """)

  @Argument(help: ArgumentHelp("An item that was judged, a requirement of it, or a file.", valueName: "item"))
  var item: String

  @Option(
    help: ArgumentHelp("Run this design instead of answers/task4.yaml.", valueName: "file"))
  var file: String?

  @Flag(help: "Nothing beyond ASCII.")
  var ascii = false

  @OptionGroup var course: CourseOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    if let task = DesignTask(item) { return try design(task, invocation) }
    let replay = try replay(invocation)
    let text = ReplayText(replay: replay).text
    return CommandOutput(text.lowered(to: ascii ? .ascii : invocation.capabilities.marks))
  }

  private func replay(_ invocation: Invocation) throws(CommandFailure) -> CounterReplay {
    let isItem = CounterCheck.Item(rawValue: item) != nil
    let kept = isItem ? ReplayFiles(invocation).path(of: item) : nil
    guard let data = FileManager.default.contents(atPath: kept ?? invocation.absolute(item)) else {
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
