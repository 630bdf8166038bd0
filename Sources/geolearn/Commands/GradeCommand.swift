import ArgumentParser
import Content
import Exercises
import Foundation

/// `geolearn grade`: grades a whole class.
struct GradeCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade", abstract: "Grade a class: a folder for each learner.",
    discussion: """
      Each folder below DIR holds what one learner hands in: answers/task1.yaml and so on, and his \
      programs. Every learner is graded by a process of his own, and his programs run behind the \
      walls that 'geolearn doctor' names. Grades are kept in DIR/.grades: what is stopped goes on when it \
      is started again, and nobody is graded twice whose answers have not changed.

      Examples:
        geolearn grade class
        geolearn grade class task1 --format csv --output points.csv
        geolearn grade class --format html=class.html --format json=class.json
        geolearn grade class --variant-by-folder --jobs 2 --reports reports

      The report is text, or as --format says: \(Deliveries<ClassFormat>.names); FORM=FILE writes it to a file. \
      --reports writes a report for each learner, without right answers.

      Exit codes: 0 everybody is graded, 3 something could not be judged, 66 there is no such folder, \
      74 something cannot be written, 130 stopped; start it again to go on.
      """)

  @Argument(help: ArgumentHelp("The folder of the class.", valueName: "dir"))
  var folder: String

  @Argument(help: "Tasks and items: task1, 1.1. Without any, everything.")
  var items: [String] = []

  @Option(help: "How many learners are graded at once; without it, as many as there are cores.")
  var jobs: Int?

  @Flag(help: "Ask every learner in numbers of his own, which the name of his folder gives.")
  var variantByFolder = false

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("The form of the report, or FORM=FILE; may be repeated.", valueName: "form"))
  var formats: [String] = []

  @Option(name: [.customShort("o"), .long], help: "Write the report to this file.")
  var output: String?

  @Option(help: ArgumentHelp("Write a report for each learner into this folder.", valueName: "dir"))
  var reports: String?

  @Option(help: ArgumentHelp("How long one learner may take.", valueName: "time"))
  var timeLimit = "3min"

  @OptionGroup var course: CourseOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let deliveries = try deliveries()
    let root = invocation.absolute(folder)
    let submissions = try Submission.all(in: root, named: folder)
    let isWork = { (path: String) in
      submissions.contains { "\(path)/".hasPrefix("\(root)/\($0.name)/") }
    }
    try deliveries.spare(invocation, where: isWork)
    if let reports, isWork(invocation.absolute(reports)) {
      throw CommandFailure(
        "'\(reports)' is in a learner's folder; give the reports another one", .usage)
    }
    let plan = try plan(invocation)
    var grader = ClassGrader(
      plan: plan, kept: KeptGrades(classFolder: root), jobs: try jobCount(),
      progress: GradingProgress(
        invocation, count: submissions.count, say: FileHandle.standardError.say),
      invocation)
    try grader.grade(submissions)
    let report = ClassReport(
      learners: submissions.map { submission in
        ClassReport.Learner(
          name: submission.name, seed: plan.seed(submission.name) ?? 0,
          verdicts: grader.verdicts[submission.name] ?? [])
      },
      items: plan.items, version: Version.text)
    var said = deliveries.output(code: ExitStatus(code: report.hasErrors ? 3 : 0), invocation) {
      report.text(as: $0)
    }
    do throws(CommandFailure) {
      try writeReports(report, invocation)
    } catch {
      said.complaint += "Error: \(error)\n"
      said.code = error.code
    }
    return said
  }

  private func deliveries() throws(CommandFailure) -> Deliveries<ClassFormat> {
    guard let output else { return try Deliveries(formats, usual: .text) }
    guard formats.count <= 1, formats.first?.contains("=") != true else {
      throw CommandFailure(
        "--output is for one form; write several as --format csv=FILE --format html=FILE", .usage)
    }
    return try Deliveries(["\(formats.first ?? "csv")=\(output)"], usual: .text)
  }

  private func jobCount() throws(CommandFailure) -> Int {
    let count = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    try require(count, "--jobs", in: 1...64)
    return count
  }

  private func plan(_ invocation: Invocation) throws(CommandFailure) -> GradingPlan {
    guard let program = invocation.program else {
      throw CommandFailure("nobody knows where the program geolearn is", .inputOutput)
    }
    let files = try course.files(invocation)
    let policy = try files.course().policy
    let items = try files.exercises().selected(items).map {
      ClassReport.Item(id: $0.id, points: $0.points)
    }
    let byFolder = variantByFolder
    return GradingPlan(
      program: program, items: items, arguments: course.arguments(invocation),
      limit: try time(timeLimit, "--time-limit"),
      toolPath: invocation.variable("PATH") ?? "/usr/bin:/bin",
      seed: { name in
        var own = policy
        own.learner = name
        return byFolder ? CoursePolicy.seed(ofFolder: name) : own.seed
      },
      fingerprint: files.fingerprint(items: items.map(\.id)))
  }

  private func writeReports(
    _ report: ClassReport, _ invocation: Invocation
  ) throws(CommandFailure) {
    guard let reports else { return }
    let folder = invocation.absolute(reports)
    // A folder that cannot be made is found out by writing into it.
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for learner in report.learners {
      let text = learner.report(version: report.version).markdown(title: learner.name)
      try write(text, to: "\(folder)/\(learner.name).md", named: "\(reports)/\(learner.name).md")
    }
  }
}

extension CourseOptions {
  /// The options as they are given to another process, wherever it is started.
  func arguments(_ invocation: Invocation) -> [String] {
    let pack = course ?? invocation.variable(CoursePack.variable)
    return [("--course", pack), ("--lessons", lessons), ("--assets", assets)].flatMap {
      option, folder in
      folder.map { [option, invocation.absolute($0)] } ?? []
    }
  }
}

extension ContentFiles {
  /// Of the version, the course and what is asked in it.
  fileprivate func fingerprint(items: [String]) -> Fingerprint {
    var fingerprint = Fingerprint()
    fingerprint.add(Version.text)
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      fingerprint.add(path)
      fingerprint.add(text)
    }
    for item in items { fingerprint.add(item) }
    return fingerprint
  }
}
