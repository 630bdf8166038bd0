import App
import ArgumentParser
import Content
import Foundation

/// Where the course comes from.
struct CourseOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Take the course of a folder. (GEOLEARN_COURSE)", valueName: "dir"))
  var course: String?

  @Option(help: ArgumentHelp("Read the lessons of a folder.", valueName: "dir"))
  var lessons: String?

  @Option(help: ArgumentHelp("Read the topologies and the map of a folder.", valueName: "dir"))
  var assets: String?

  @Option(
    help: ArgumentHelp(
      "Read what a teacher allows; without it, course.yaml where it is. (GEOLEARN_POLICY)",
      valueName: "file"))
  var policy: String?

  /// - Parameters:
  ///   - exam: whether the command line says that this is an exam.
  ///   - learner: who is asked; without it, the name of the folder tells.
  func files(
    _ invocation: Invocation, exam: Bool = false, learner: String? = nil
  ) throws(CommandFailure) -> ContentFiles {
    let pack = try pack(invocation)
    var files = try ContentFiles(pack, lessons: lessons, assets: assets, invocation)
    files.rules = try rules(pack, invocation)
    files.isExam = exam
    files.learner = learner ?? URL(filePath: invocation.folder).lastPathComponent
    return files
  }

  func book(_ invocation: Invocation, exam: Bool = false) throws(CommandFailure) -> Book {
    try files(invocation, exam: exam).book()
  }

  /// What was done in the course.
  func journal(_ invocation: Invocation) throws(CommandFailure) -> Journal {
    Journal(invocation, course: try pack(invocation)?.name.id)
  }

  /// The folder whose course is taken; `nil` for the course in the program.
  private func pack(_ invocation: Invocation) throws(CommandFailure) -> CoursePack? {
    guard let folder = course ?? invocation.variable(CoursePack.variable) else { return nil }
    return try CoursePack(folder, invocation)
  }

  private func rules(
    _ pack: CoursePack?, _ invocation: Invocation
  ) throws(CommandFailure) -> ContentFiles.Rules? {
    let named = policy ?? invocation.variable("GEOLEARN_POLICY")
    if named == nil, let pack { return pack.rules }
    let file = named ?? CoursePack.rulesFile
    let path = invocation.absolute(file)
    guard named != nil || FileManager.default.fileExists(atPath: path) else { return nil }
    return ContentFiles.Rules(text: try ContentFiles.text(at: path, named: file), file: file)
  }
}

/// The form of what a command says.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
