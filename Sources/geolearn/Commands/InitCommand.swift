import ArgumentParser
import Content
import Exercises
import Foundation

/// `geolearn init`: files to be filled in.
struct InitCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write files for your answers.",
    discussion: """
      Writes answers/task1.yaml with every question in it, and for tasks 3 and 4 designs to begin \
      with. A file that is there is never touched: then the command ends with 73.

      Examples:
        geolearn init
        geolearn init my-course
        geolearn init --language java
        geolearn init anna --policy course.yaml

      With --language it writes the beginning of a PN-counter for task 2: pn_counter.py, \
      PNCounter.java or PNCounter.swift. Where course.yaml gives every learner numbers of his own, the \
      folder says whose they are.
      """)

  @Argument(help: ArgumentHelp("Where to put the folder 'answers'.", valueName: "dir"))
  var folder = "."

  @Option(help: "Write the beginning of a program for task 2.")
  var language: ProgramLanguage?

  @OptionGroup var course: CourseOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    if let language { return program(language, invocation) }
    let learner = URL(filePath: invocation.absolute(folder)).lastPathComponent
    let files = try course.files(invocation, learner: learner)
    let course = try files.course()
    let set = try files.exercises()
    var output = CommandOutput()
    for task in try set.selected([]).tasks {
      let exercises = set.graded.filter { $0.task == task }.map(\.personal)
      let title = course.tasks.first { "\($0.number)" == task }?.title ?? ""
      let starter = DesignTask(task).flatMap { files.files[$0.starter] }
      let text = starter ?? AnswerFile.template(for: exercises, title: "Task \(task), \(title)")
      add(
        Exercise.answerFile(task: task), text,
        advice: starter == nil
          ? "\(exercises.count) items. Fill it in, then: geolearn check"
          : "a design that is still open. Complete it, then: geolearn check \(task)",
        to: &output, invocation)
    }
    return output
  }

  private func program(_ language: ProgramLanguage, _ invocation: Invocation) -> CommandOutput {
    var output = CommandOutput()
    let name = language.fileName
    let path = folder == "." ? name : "\(folder)/\(name)"
    add(
      name, embeddedContent[language.starter] ?? "",
      advice: "its methods are still empty. Write them, then: geolearn check 2 --file \(path)",
      to: &output, invocation)
    return output
  }

  private func add(
    _ file: String, _ text: String, advice: String, to output: inout CommandOutput,
    _ invocation: Invocation
  ) {
    let name = folder == "." ? file : "\(folder)/\(file)"
    do throws(CommandFailure) {
      try Self.write(text, to: invocation.absolute(name), named: name)
      output.text += "\(name) is written: \(advice)\n"
    } catch {
      output.complaint += "Error: \(error)\n"
      output.code = error.code
    }
  }

  private static func write(
    _ text: String, to path: String, named name: String
  ) throws(CommandFailure) {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure("\(name) is there already and stays as it is", .cannotCreate)
    }
    do {
      let url = URL(filePath: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .withoutOverwriting)
    } catch {
      throw CommandFailure(
        "\(name) cannot be written: \(error.localizedDescription)", .cannotCreate)
    }
  }
}
