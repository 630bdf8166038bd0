import App
import ArgumentParser
import Exercises
import Foundation

/// `geolearn reset`: an item begins anew.
struct ResetCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Begin an item or a task anew.",
    discussion: """
      Your files stay as they are; only grades and hints are forgotten.

      Examples:
        geolearn reset 1.3
        geolearn reset task1 --yes
      """)

  @Argument(help: "An item or a task: 1.3, task1.")
  var item: String

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var course: CourseOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    try output(invocation) { question in
      FileHandle.standardOutput.say(question)
      return readLine()
    }
  }

  /// - Parameter ask: asks a question and gives the answer.
  func output(
    _ invocation: Invocation, ask: (String) -> String?
  ) throws(CommandFailure) -> CommandOutput {
    let exercises = try course.exercises(invocation).selected([item])
    let names = exercises.map(\.id).joined(separator: ", ")
    if !yes {
      guard invocation.isInputTerminal else {
        throw CommandFailure("nobody is there to be asked; say --yes to reset \(names)", .usage)
      }
      guard let answer = ask("Forget grades and hints of \(names)? y or n: "),
        answer.lowercased().hasPrefix("y")
      else { return CommandOutput("Nothing is changed.\n") }
    }
    var journal = try course.journal(invocation)
    journal.add(exercises.map { .reset(id: $0.id) }, at: invocation.now)
    if let failure = journal.failure { throw CommandFailure(failure, .inputOutput) }
    return CommandOutput("\(names) \(exercises.count == 1 ? "begins" : "begin") anew.\n")
  }
}
