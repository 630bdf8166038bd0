import App
import ArgumentParser
import Content
import Exercises
import Foundation

/// `geolearn check`: grades answers.
struct CheckCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Grade your answers.",
    discussion: """
      Reads answers/task1.yaml, which 'geolearn init' writes, or grades one answer given here.

      Examples:
        geolearn check
        geolearn check 1.1 1.2
        geolearn check 1.1 --answer "170 ms, leader eu-west"
        geolearn check 1.1 --variant 7
        geolearn check 1.1 --variant 7 --answer "64 ms"
        geolearn check 2 --file pn_counter.py
        geolearn check 2 --exec "ruby counter.rb" --format json
        geolearn check 3
        geolearn check 4 --file my-platform.yaml
        geolearn check --format junit=results.xml --format markdown=results.md
        geolearn check --exam

      A file in .py, .java or .swift is run: it holds the counter of task 2. Other languages join by \
      the protocol of docs/line-protocol.md. Tasks 3 and 4 are answered by designs, which are run too: \
      see docs/design-files.md.

      The report is text, or as --format says; FORM=FILE writes it to a file, and --format may be given \
      again and again: \(Deliveries<ReportFormat>.names). Only json holds the right answers, and none in an exam.

      Exit codes: 0 all right, 1 something is wrong, 2 something is not answered, 3 something could \
      not be judged, 65 a file has mistakes, 66 there is no file, 74 a report cannot be written.
      """)

  @Argument(help: "Tasks and items: task1, 1.1. Without any, everything.")
  var items: [String] = []

  @Option(
    help: ArgumentHelp("Read the answers of this file, or run this program.", valueName: "file"))
  var file: String?

  @OptionGroup var program: ProgramOptions

  @Option(help: ArgumentHelp("Grade this answer to one item.", valueName: "text"))
  var answer: String?

  @Option(
    help: ArgumentHelp("Ask, or grade, in other numbers: any number you like.", valueName: "seed"))
  var variant: UInt64?

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("The form of the report, or FORM=FILE; may be repeated.", valueName: "form"))
  var formats: [String] = []

  @Flag(help: "End with 0 whatever the grades are.")
  var exitZero = false

  @Flag(help: "Tell only what is right and what is not.")
  var exam = false

  @OptionGroup var course: CourseOptions

  mutating func validate() throws {
    guard answer == nil || file == nil else {
      throw ValidationError("--answer and --file contradict each other; give one of them.")
    }
    guard program.exec == nil || (answer == nil && file == nil) else {
      throw ValidationError("--exec is the answer; leave --answer and --file out.")
    }
  }

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let deliveries = try Deliveries(formats, usual: ReportFormat.text)
    try deliveries.spare(invocation) { isWork($0, invocation) }
    let files = try course.files(invocation, exam: exam)
    if let source = try program.source(items: items, file: file, invocation) {
      let policy = try files.course().policy
      let report = try report(on: source, policy, invocation)
      return try output(report, deliveries, invocation)
    }
    let set = try files.exercises()
    var selected = try set.selected(items)
    if items.isEmpty, answer == nil, file == nil { selected = begun(selected, invocation) }
    if variant != nil, answer == nil { return questions(selected) }
    let answers = try answers(to: selected, of: set, invocation)
    var designs = AnsweredDesigns(
      file: file, seed: selected.first.flatMap(seed) ?? 0, course: files, invocation)
    let report = try report(on: selected, answers, &designs, invocation)
    let failure = answers.failure ?? designs.failure
    if let failure, deliveries.formats == [.text], answers.isEmpty, designs.isEmpty {
      throw failure
    }
    var output = try output(report, deliveries, invocation)
    if let failure {
      output.complaint += "Error: \(failure)\n"
      if !exitZero, output.code != .inputOutput { output.code = failure.code }
    }
    return output
  }

  /// Whether a file is answered with: the one that is named, any among the answers, any program.
  private func isWork(_ path: String, _ invocation: Invocation) -> Bool {
    path == file.map(invocation.absolute) || path.hasPrefix(invocation.absolute("answers") + "/")
      || ProgramLanguage(file: path) != nil
  }

  /// The items of the tasks that have a file of answers; all, where there is no file at all.
  private func begun(_ exercises: [Exercise], _ invocation: Invocation) -> [Exercise] {
    let begun = exercises.filter {
      FileManager.default.fileExists(atPath: invocation.absolute($0.answerFile))
    }
    return begun.isEmpty ? exercises : begun
  }

  /// The seed of other numbers, if they are asked for here or by the teacher.
  private func seed(of exercise: Exercise) -> UInt64? { variant ?? exercise.policy.seed }

  private func varied(_ exercise: Exercise) -> Exercise {
    seed(of: exercise).map { exercise.variant(seed: $0) } ?? exercise
  }

  /// The questions in other numbers.
  private func questions(_ selected: [Exercise]) -> CommandOutput {
    let texts = selected.map { PlainQuestion.text(of: varied($0)) }
    return CommandOutput(texts.joined(separator: "\n\n") + "\n")
  }

  private func report(
    on selected: [Exercise], _ answers: GivenAnswers, _ designs: inout AnsweredDesigns,
    _ invocation: Invocation
  ) throws(CommandFailure) -> Report {
    let seed = selected.first.flatMap(seed) ?? 0
    var programs = AnsweredPrograms(options: program, seed: seed, invocation)
    var verdicts: [Verdict] = []
    for exercise in selected {
      var verdict = answers.verdict(instead: exercise) ?? designs.verdict(on: exercise)
      if verdict == nil { verdict = try programs.verdict(on: exercise, answers[exercise]) }
      verdicts.append(
        exercise.told(verdict ?? varied(exercise).verdict(for: answers[exercise])))
    }
    return Report(
      verdicts: verdicts, version: Version.text,
      topology: selected.first.map(varied)?.topology ?? "", seed: seed,
      containment: programs.containment)
  }

  /// Judges a program, and keeps what shows its mistakes for `geolearn replay`.
  private func report(
    on source: ProgramSource, _ policy: CoursePolicy, _ invocation: Invocation
  ) throws(CommandFailure) -> Report {
    let check = ProgramCheck(
      source: source, items: try program.items(items), limit: try program.limit(),
      seed: variant ?? policy.seed ?? 0, isExam: policy.isExam)
    let report = try check.report(invocation)
    ReplayFiles(invocation).keep(report.verdicts)
    return report
  }

  private func output(
    _ report: Report, _ deliveries: Deliveries<ReportFormat>, _ invocation: Invocation
  ) throws(CommandFailure) -> CommandOutput {
    var journal = try course.journal(invocation)
    journal.add(report.verdicts.compactMap(\.entry), at: invocation.now)
    var report = report
    report.judged = invocation.timestamp
    report.submission = ClassroomSubmission { invocation.variable($0) }
    var output = deliveries.output(
      code: ExitStatus(code: exitZero ? 0 : report.exitCode), invocation
    ) { report.text(as: $0) }
    output.complaint += journal.complaint
    return output
  }
}

extension CheckCommand {
  private func answers(
    to selected: [Exercise], of set: ExerciseSet, _ invocation: Invocation
  ) throws(CommandFailure) -> GivenAnswers {
    if let answer {
      if let item = selected.first, item.kind == .design {
        throw CommandFailure(
          "\(item.id) is answered by a design; give it with --file, or write \(item.answerFile)",
          .usage)
      }
      guard selected.count == 1 else {
        throw CommandFailure(
          "--answer answers one item, and \(selected.count) are selected; "
            + "name one, such as \(selected[0].id)", .usage)
      }
      return GivenAnswers([selected[0].id: Answer(answer)])
    }
    let inWords = selected.filter { $0.kind != .design }
    let files = file.map { file in inWords.tasks.map { (task: $0, file: file) } }
    return GivenAnswers(
      reading: files ?? inWords.tasks.map { ($0, Exercise.answerFile(task: $0)) },
      areUsual: file == nil, exercises: set.graded, invocation)
  }
}

extension Verdict {
  /// What the journal remembers of it.
  fileprivate var entry: JournalEntry? {
    switch outcome {
    case .pass, .fail: .graded(id: id, outcome)
    case .error, .skipped: nil
    }
  }
}
