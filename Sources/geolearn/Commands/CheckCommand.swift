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

      A file in .py, .java or .swift is run: it holds the counter of task 2. Other languages join by \
      the protocol of docs/line-protocol.md. Tasks 3 and 4 are answered by designs, which are run too: \
      see docs/design-files.md.

      Exit codes: 0 all right, 1 something is wrong, 2 something is not answered, 3 something could \
      not be judged, 65 the file has mistakes, 66 there is no file.
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

  @Option(help: "The form of the report.")
  var format = OutputFormat.text

  @Flag(help: "End with 0 whatever the grades are.")
  var exitZero = false

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
    if let source = try program.source(items: items, file: file, invocation) {
      return try check(source, invocation)
    }
    let set = try course.exercises(invocation)
    var selected = try set.selected(items)
    if items.isEmpty, answer == nil, file == nil { selected = begun(selected, invocation) }
    if variant != nil, answer == nil { return questions(selected) }
    let answers = try answers(to: selected, of: set, invocation)
    return try report(on: selected, answers, invocation)
  }

  /// The items of the tasks that have a file of answers; all, where there is no file at all.
  private func begun(_ exercises: [Exercise], _ invocation: Invocation) -> [Exercise] {
    let begun = exercises.filter {
      FileManager.default.fileExists(atPath: invocation.absolute($0.answerFile))
    }
    return begun.isEmpty ? exercises : begun
  }

  private func varied(_ exercise: Exercise) -> Exercise {
    variant.map { exercise.variant(seed: $0) } ?? exercise
  }

  /// The questions in other numbers.
  private func questions(_ selected: [Exercise]) -> CommandOutput {
    let texts = selected.map { PlainQuestion.text(of: varied($0)) }
    return CommandOutput(texts.joined(separator: "\n\n") + "\n")
  }

  private func report(
    on selected: [Exercise], _ answers: [String: Answer], _ invocation: Invocation
  ) throws(CommandFailure) -> CommandOutput {
    var programs = AnsweredPrograms(options: program, seed: variant ?? 0, invocation)
    var designs = AnsweredDesigns(
      file: file, seed: variant ?? 0, course: try course.files(invocation), invocation)
    var verdicts: [Verdict] = []
    for exercise in selected {
      let answer = answers[exercise.id] ?? Answer("")
      var verdict = try programs.verdict(on: exercise, answer)
      if verdict == nil { verdict = try designs.verdict(on: exercise) }
      verdicts.append(verdict ?? varied(exercise).verdict(for: answer))
    }
    return output(
      Report(
        verdicts: verdicts, version: Version.text,
        topology: selected.first.map(varied)?.topology ?? "", seed: variant ?? 0,
        containment: programs.containment), invocation)
  }

  /// Judges a program, and keeps what shows its mistakes for `geolearn replay`.
  private func check(
    _ source: ProgramSource, _ invocation: Invocation
  ) throws(CommandFailure) -> CommandOutput {
    let check = ProgramCheck(
      source: source, items: try program.items(items), limit: try program.limit(),
      seed: variant ?? 0)
    let report = try check.report(invocation)
    ReplayFiles(invocation).keep(report.verdicts)
    return output(report, invocation)
  }

  private func output(_ report: Report, _ invocation: Invocation) -> CommandOutput {
    var journal = Journal(invocation)
    journal.add(report.verdicts.compactMap(\.entry), at: invocation.now)
    return CommandOutput(
      format == .json ? report.json() : report.text(), complaint: journal.complaint,
      code: ExitStatus(code: exitZero ? 0 : report.exitCode))
  }
}

extension CheckCommand {
  private func answers(
    to selected: [Exercise], of set: ExerciseSet, _ invocation: Invocation
  ) throws(CommandFailure) -> [String: Answer] {
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
      return [selected[0].id: Answer(answer)]
    }
    let inWords = selected.filter { $0.kind != .design }
    if let file { return inWords.isEmpty ? [:] : try read(file, set, invocation) }
    var answers: [String: Answer] = [:]
    for task in inWords.tasks {
      answers.merge(try read(Exercise.answerFile(task: task), set, invocation)) { $1 }
    }
    return answers
  }

  private func read(
    _ file: String, _ set: ExerciseSet, _ invocation: Invocation
  ) throws(CommandFailure) -> [String: Answer] {
    let path = invocation.absolute(file)
    guard FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure(
        "there is no file '\(file)'; 'geolearn init' writes answers/task1.yaml here", .noInput)
    }
    let text = try ContentFiles.text(at: path, named: file)
    do throws(Diagnostics) {
      return try AnswerFile.parse(text, file: file, exercises: set.graded)
    } catch {
      throw CommandFailure("the answers cannot be read\n\(error)", .data)
    }
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
