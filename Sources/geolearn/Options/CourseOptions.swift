import App
import ArgumentParser
import Foundation

/// Where the course comes from.
struct CourseOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Read the lessons of a folder.", valueName: "dir"))
  var lessons: String?

  @Option(help: ArgumentHelp("Read the topologies and the map of a folder.", valueName: "dir"))
  var assets: String?

  @Option(
    help: ArgumentHelp(
      "Read what a teacher allows; without it, course.yaml where it is.", valueName: "file"))
  var policy: String?

  /// - Parameters:
  ///   - exam: whether the command line says that this is an exam.
  ///   - learner: who is asked; without it, the name of the folder tells.
  func files(
    _ invocation: Invocation, exam: Bool = false, learner: String? = nil
  ) throws(CommandFailure) -> ContentFiles {
    var files = try ContentFiles(lessons: lessons, assets: assets, invocation)
    files.rules = try rules(invocation)
    files.isExam = exam
    files.learner = learner ?? URL(filePath: invocation.folder).lastPathComponent
    return files
  }

  func book(_ invocation: Invocation, exam: Bool = false) throws(CommandFailure) -> Book {
    try files(invocation, exam: exam).book()
  }

  private static let usualPolicy = "course.yaml"

  private func rules(_ invocation: Invocation) throws(CommandFailure) -> ContentFiles.Rules? {
    let named = policy ?? invocation.variable("GEOLEARN_POLICY")
    let file = named ?? Self.usualPolicy
    let path = invocation.absolute(file)
    guard named != nil || FileManager.default.fileExists(atPath: path) else { return nil }
    return ContentFiles.Rules(text: try ContentFiles.text(at: path, named: file), file: file)
  }
}

/// The form of what a command says.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
