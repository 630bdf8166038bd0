import ArgumentParser

/// `geolearn doctor`: what this machine and its terminal can do.
struct DoctorCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what works here, and what is missing.",
    discussion: """
      Examples:
        geolearn doctor
        geolearn doctor --json
      """)

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var course: CourseOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var screen: ScreenOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let shown = try Display(display, invocation)
    let configuration = try Configuration(invocation)
    let report = DoctorReport(
      invocation: invocation, facts: TerminalFacts.current(invocation),
      display: shown, configuration: configuration,
      settings: try preferences(shown, configuration, invocation),
      journal: try course.journal(invocation),
      topologies: try course.files(invocation).topologyNames,
      programs: ProgramFacts.current(invocation))
    return CommandOutput(json ? report.json.text + "\n" : report.text)
  }
}
