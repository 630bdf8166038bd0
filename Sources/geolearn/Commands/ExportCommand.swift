import App
import ArgumentParser
import Content
import Drawing

/// `geolearn export`
struct ExportCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a lesson as a hand-out.",
    discussion: """
      One file with the text, the pictures and the corrections of a lesson, which refers to nothing \
      outside of it. Predictions are answered at its end, graded questions only with --solutions. \
      Speaker notes are left out.

      Examples:
        geolearn export 2 --html -o speed-of-light.html
        geolearn export task1 --md --solutions
      """)

  @Argument(help: ArgumentHelp("A section or a task: 2, task1.", valueName: "lesson"))
  var lesson: String

  @Flag(help: "The form: a page for browsers and paper, or Markdown.")
  var form: Form

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write; without it, standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Answer the graded questions too.")
  var solutions = false

  @Flag(help: "Nothing beyond ASCII in the pictures.")
  var ascii = false

  @OptionGroup var course: CourseOptions

  enum Form: String, EnumerableFlag { case html, md }

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let files = try course.files(invocation)
    let policy = try files.course().policy
    guard !solutions || policy.allowsSolutions else {
      throw CommandFailure("there are no solutions here: the teacher allows none", .notAllowed)
    }
    let handOut = try handOut(in: files.book())
    let text =
      switch form {
      case .html: handOut.html
      case .md: handOut.markdown
      }
    guard let output else { return CommandOutput(text) }
    try text.write(to: output, invocation)
    return CommandOutput("\(output): \(handOut.heading)\n")
  }

  private func handOut(in book: Book) throws(CommandFailure) -> HandOut {
    guard let chapter = book.chapters.firstIndex(where: { $0.isCalled(lesson) }) else {
      let names = book.chapters.map(\.shortName)
      throw CommandFailure(
        "no lesson is called '\(lesson)'; \(suggestion(for: lesson, in: names))", .usage)
    }
    do throws(Diagnostic) {
      return try HandOut(
        chapter: chapter, of: book, hasSolutions: solutions, marks: ascii ? .ascii : .braille)
    } catch {
      throw CommandFailure("the lesson has a mistake\n\(error)", .data)
    }
  }
}
