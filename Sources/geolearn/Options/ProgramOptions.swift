import ArgumentParser
import Content
import Exercises
import Foundation

/// Which program of the learner is judged, and how long that may take.
struct ProgramOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Run this command as the counter of task 2.", valueName: "command"))
  var exec: String?

  @Option(help: ArgumentHelp("How long a program may take in all.", valueName: "time"))
  var timeLimit: String?

  /// The program to run; `nil` where the items are answered in words.
  func source(
    items: [String], file: String?, _ invocation: Invocation
  ) throws(CommandFailure) -> ProgramSource? {
    if let exec { return .command(exec) }
    guard let file else { return nil }
    if ProgramLanguage(file: file) != nil { return try ProgramSource(file: file, invocation) }
    let isAnswers = file.hasSuffix(".yaml") || file.hasSuffix(".yml")
    let isTask = !items.isEmpty && items.allSatisfy { Self.names.contains($0) }
    return isTask && !isAnswers ? try ProgramSource(file: file, invocation) : nil
  }

  /// The items of the task that words name; all of them without any.
  func items(_ names: [String]) throws(CommandFailure) -> [CounterCheck.Item] {
    var chosen: [CounterCheck.Item] = []
    for name in names {
      guard Self.names.contains(name) else {
        throw CommandFailure(
          "a program answers 2.1 to 2.4 alone, not '\(name)'; "
            + suggestion(for: name, in: Self.names), .usage)
      }
      chosen += CounterCheck.Item.allCases.filter { $0.rawValue == name || Self.all.contains(name) }
    }
    return CounterCheck.Item.allCases.filter { names.isEmpty || chosen.contains($0) }
  }

  private static let all = ["2", "task2"]
  private static let names = all + CounterCheck.Item.allCases.map(\.rawValue)

  /// The longest that everything may take; `nil` for what is usual in the language.
  func limit() throws(CommandFailure) -> Duration? {
    guard let timeLimit else { return nil }
    guard let limit = Duration(authored: timeLimit), (.seconds(1) ... .seconds(600)).contains(limit)
    else {
      throw CommandFailure(
        "--time-limit is '\(timeLimit)'; it must be a time from 1s to 10min", .usage)
    }
    return limit
  }
}
