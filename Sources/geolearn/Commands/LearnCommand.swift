import App
import ArgumentParser
import Content
import Drawing
import Foundation

/// `geolearn learn`, and `geolearn` alone: opens the course.
package struct LearnCommand: TextCommand {
  package static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Open the course.",
    discussion: """
      In a pipe it tells how far you have come. With --plain, or on a terminal that cannot move \
      its cursor, the course is read line by line.

      Examples:
        geolearn                  where you left off
        geolearn learn 2          section 2
        geolearn learn section2.3 its third step
        geolearn learn 1.3        item 1.3 of task 1
        geolearn learn --plain
      """)

  @Argument(help: "A section, a task or an item: 2, section2.3, task1, 1.3.")
  var place: String?

  @Flag(help: "Tell only what is right and what is not: no hints, no solutions.")
  var exam = false

  @OptionGroup var course: CourseOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var screen: ScreenOptions

  @Flag(help: "Plain text, line by line, for screen readers and scripts. (GEOLEARN_PLAIN)")
  var plain = false

  package init() {}

  package func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    switch LearningMode(asksForPlain: plain, invocation) {
    case .plain:
      try converse(invocation, listen: { readLine() }, say: FileHandle.standardOutput.say)
    case .status: try status(invocation)
    case .screen: try read(invocation)
    }
  }

  private func status(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let marks = try Display(display, invocation).marks
    let book = try course.book(invocation, exam: exam)
    _ = try opened(in: book)
    let status = PlainStatus(book: book, progress: Journal(invocation).progress)
    return CommandOutput(status.text.lowered(to: marks))
  }

  /// The page that the command line names.
  private func opened(in book: Book) throws(CommandFailure) -> Place? {
    guard let place else { return nil }
    let commands = Geolearn.configuration.subcommands.compactMap { $0.configuration.commandName }
    if let near = nearest(to: place, in: commands) {
      throw CommandFailure(
        "there is no command or page '\(place)'; did you mean '\(near)'?", .usage)
    }
    return try PlaceName(text: place).place(in: book, preferring: .items)
  }
}

// MARK: - Line by line

extension LearnCommand {
  /// Reads the course line by line, until the learner leaves or nothing more can be heard.
  ///
  /// - Parameters:
  ///   - listen: the next line; `nil` at the end of the input.
  ///   - say: says a text without adding a newline.
  package func converse(
    _ invocation: Invocation, listen: () -> String?, say: (String) -> Void
  ) throws(CommandFailure) -> CommandOutput {
    let marks = try Display(display, invocation).marks
    let book = try course.book(invocation, exam: exam)
    var journal = Journal(invocation)
    var reader = PlainReader(book: book, progress: journal.progress, marks: marks)
    say(reader.opening(try opened(in: book) ?? .home))
    while !reader.isFinished {
      journal.add(reader.takeUnwritten(), at: .now)
      guard let line = listen() else {
        return CommandOutput("\n", complaint: journal.complaint)
      }
      // Nobody has typed it, so nobody sees it: a transcript should be whole.
      if !invocation.isInputTerminal { say("\(line)\n".lowered(to: marks)) }
      say(reader.answer(line))
    }
    journal.add(reader.takeUnwritten(), at: .now)
    return CommandOutput(complaint: journal.complaint)
  }
}

// MARK: - On the whole screen

extension LearnCommand {
  private func read(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let ending = try loop(invocation).run()
    let complaint = ending.journal.complaint
    return CommandOutput(
      complaint: complaint, code: ending.signal.map(ExitStatus.signal) ?? .success)
  }

  private func loop(_ invocation: Invocation) throws(CommandFailure) -> Loop {
    let display = try Display(display, invocation)
    let motion = try Motion(screen, invocation)
    let book = try course.book(invocation, exam: exam)
    let place = try opened(in: book)
    let journal = Journal(invocation)
    let terminal = try Terminal(display, screen)
    var state = AppState(
      book: book, progress: journal.progress, size: terminal.size, marks: display.marks,
      theme: display.theme, motion: motion)
    if let place { state.open(place) }
    return Loop(
      terminal: terminal, state: state, journal: journal,
      desk: Desk(invocation, course: try course.files(invocation)))
  }
}

extension Terminal {
  /// The terminal as it is to be used.
  init(_ display: Display, _ options: ScreenOptions) throws(CommandFailure) {
    do throws(TerminalFailure) {
      try self.init(
        theme: display.theme, marks: display.marks, usesColour: display.usesColour,
        usesMouse: !options.noMouse)
    } catch {
      throw CommandFailure("\(error); or use geolearn learn --plain", .noTerminal)
    }
  }
}
