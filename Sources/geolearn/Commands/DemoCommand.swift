import App
import ArgumentParser
import Content
import Drawing
import Foundation
import Scenes

/// `geolearn demo`
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Show a prepared run, step by step.",
    discussion: """
      Examples:
        geolearn demo list
        geolearn demo run region-loss
        geolearn demo run mine.demo --check
      """,
    subcommands: [DemoListCommand.self, DemoRunCommand.self],
    defaultSubcommand: DemoListCommand.self
  )
}

/// `geolearn demo list`
struct DemoListCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the demos that come with the course.",
    discussion: """
      Example:
        geolearn demo list
      """)

  @OptionGroup var course: CourseOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let files = try course.files(invocation)
    let atlas = try files.course().atlas
    let width = files.demoNames.map(\.count).max() ?? 0
    var lines: [String] = []
    for name in files.demoNames {
      let demo = try files.demo(name, atlas: atlas, invocation)
      lines.append("\(name.padded(to: width + 2))\(demo.title)\n")
    }
    return CommandOutput(lines.joined())
  }
}

/// `geolearn demo run`
struct DemoRunCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Play a demo, or check what it expects.",
    discussion: """
      On a terminal it plays: space stops it and lets it go on, the arrows go from one moment to \
      the next, q leaves. In a pipe it is told in lines. With --check nothing is shown: it ends \
      with 1 when something is not as the demo expects, each with file, line and column.

      Examples:
        geolearn demo run region-loss
        geolearn demo run mine.demo --check
      """)

  @Argument(help: ArgumentHelp("A demo of the course, or a path.", valueName: "name-or-file"))
  var demo: String

  @Flag(help: "Verify what the demo expects, without showing it.")
  var check = false

  @OptionGroup var course: CourseOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var screen: ScreenOptions

  @Flag(help: "Told in lines, for screen readers and scripts. (GEOLEARN_PLAIN)")
  var plain = false

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let display = try Display(display, invocation)
    let files = try course.files(invocation)
    let book = try files.book()
    let run = try files.run(demo, book, marks: display.marks, invocation)
    if check { return verdict(on: run) }
    guard LearningMode(asksForPlain: plain, invocation) == .screen else {
      let text = run.transcript.map { "\($0)\n" }.joined()
      return CommandOutput(text.lowered(to: display.marks))
    }
    return try show(run.film, display, invocation)
  }

  private func verdict(on run: DemoRun) -> CommandOutput {
    guard !run.failures.isEmpty else { return CommandOutput("\(demo): as expected\n") }
    return CommandOutput(
      complaint: run.failures.map { "\($0)\n" }.joined(), code: .failed)
  }

  private func show(
    _ film: Film, _ display: Display, _ invocation: Invocation
  ) throws(CommandFailure) -> CommandOutput {
    let motion = try Motion(screen, invocation)
    let terminal = try Terminal(display, screen)
    let shown = FilmScreen(film: film, size: terminal.size, theme: display.theme, motion: motion)
    let signal = FilmLoop(terminal: terminal, screen: shown).run()
    return CommandOutput(code: signal.map(ExitStatus.signal) ?? .success)
  }
}
