import ArgumentParser
import Content
import Foundation

/// `geolearn new`: the beginning of a course, a lesson, an exercise or a topology.
struct NewCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a course of your own, or a part of one.",
    discussion: """
      What is written has no mistakes; go on from there, and try it with 'geolearn lint --course DIR'. \
      A lesson or an exercise gets the next free number. A file that is there is never touched: then \
      the command ends with 73.

      Examples:
        geolearn new course storage-101
        geolearn new lesson quorum-reads --course storage-101
        geolearn new exercise stale-reads --course storage-101
        geolearn new topology baltic --course storage-101
      """)

  @Argument(
    help: ArgumentHelp(
      AuthoredPart.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "part"))
  var part: AuthoredPart

  @Argument(
    help: ArgumentHelp(
      "The folder of the course, or a name of a-z, 0-9 and -, such as quorum-reads.",
      valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp(
      "The course to which the part belongs; without it, the folder where you are. "
        + "(GEOLEARN_COURSE)", valueName: "dir"))
  var course: String?

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    part == .course ? try newCourse(invocation) : try newPart(invocation)
  }

  private func newCourse(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let id = URL(filePath: invocation.absolute(name)).lastPathComponent
    try requireName(id)
    let title = CourseName.title(of: id)
    let files = [
      (AuthoredPart.course, part.path(id), part.text(id, title: title)),
      (
        .lesson, AuthoredPart.lesson.path("first-steps", number: 1),
        AuthoredPart.lesson.text("first-steps", title: "First steps", number: 1)
      ),
      (
        .exercise, AuthoredPart.exercise.path("first-task", number: 1),
        AuthoredPart.exercise.text("first-task", title: "First task", number: 1)
      ),
    ]
    for (_, path, _) in files { try requireNothing(at: path, of: name, invocation) }
    for (_, path, text) in files { try write(text, to: path, of: name, invocation) }
    return said(files.map { ($0.0, $0.1) }, of: name)
  }

  private func newPart(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    try requireName(name)
    let folder = course ?? invocation.variable(CoursePack.variable) ?? "."
    _ = try CoursePack(folder, invocation)
    let number = nextNumber(in: invocation.absolute("\(folder)/lessons"))
    let path = part.path(name, number: number)
    try requireNothing(at: path, of: folder, invocation)
    let text = part.text(name, title: CourseName.title(of: name), number: number)
    try write(text, to: path, of: folder, invocation)
    return said([(part, path)], of: folder)
  }

  /// One more than the greatest number of the lessons of the same kind.
  private func nextNumber(in folder: String) -> Int {
    // A folder that cannot be read has no lessons, and nothing will be written into it either.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let kind: Lesson.Kind = part == .exercise ? .task : .section
    let numbers = names.compactMap { LessonName($0) }.filter { $0.kind == kind }.map(\.number)
    return (numbers.max() ?? 0) + 1
  }

  private func said(_ files: [(AuthoredPart, String)], of folder: String) -> CommandOutput {
    let lines = files.map { part, path in "\(shown(path, of: folder)) is written: \(part.advice)\n"
    }
    return CommandOutput(
      lines.joined() + "\nTry it: geolearn lint --course \(folder)\n"
        + "See it: geolearn --course \(folder)\n")
  }
}

extension NewCommand {
  private func requireName(_ name: String) throws(CommandFailure) {
    guard !CourseName.isName(name) else { return }
    throw CommandFailure(
      "'\(name)' is no name; it must be made of a-z, 0-9 and -, such as quorum-reads", .usage)
  }

  private func shown(_ path: String, of folder: String) -> String {
    folder == "." ? path : "\(folder)/\(path)"
  }

  private func requireNothing(
    at path: String, of folder: String, _ invocation: Invocation
  ) throws(CommandFailure) {
    guard FileManager.default.fileExists(atPath: invocation.absolute("\(folder)/\(path)")) else {
      return
    }
    throw CommandFailure(
      "\(shown(path, of: folder)) is there already and stays as it is; nothing is written",
      .cannotCreate)
  }

  private func write(
    _ text: String, to path: String, of folder: String, _ invocation: Invocation
  ) throws(CommandFailure) {
    let url = URL(filePath: invocation.absolute("\(folder)/\(path)"))
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .withoutOverwriting)
    } catch {
      throw CommandFailure(
        "\(shown(path, of: folder)) cannot be written: \(error.localizedDescription)",
        .cannotCreate)
    }
  }
}
