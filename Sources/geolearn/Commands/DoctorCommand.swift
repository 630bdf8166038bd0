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

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let report = DoctorReport(
      invocation: invocation, facts: TerminalFacts.current(invocation),
      display: try Display(display, invocation),
      topologies: try course.files(invocation).topologyNames,
      programs: ProgramFacts.current(invocation))
    return CommandOutput(json ? report.json.text + "\n" : report.text)
  }
}
