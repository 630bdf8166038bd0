import ArgumentParser

/// `geolearn lint`: tries everything that authors wrote.
struct LintCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Find mistakes in lessons, topologies and demos.",
    discussion: """
      Reads every lesson, stages every scene at every setting of its knobs, tries every right \
      and wrong answer of every exercise, and plays every demo. Ends with 65 when there is a mistake.

      Examples:
        geolearn lint
        geolearn lint --lessons lessons --assets assets
        geolearn lint --topology my/network.yaml
      """)

  @Option(help: ArgumentHelp("Read this topology too.", valueName: "path"))
  var topology: String?

  @OptionGroup var course: CourseOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    var inspection = Inspection(try course.files(invocation))
    if let topology {
      let text = try ContentFiles.text(at: invocation.absolute(topology), named: topology)
      inspection.inspect(topology: text, file: topology)
    }
    let lines = inspection.diagnostics.map { "\($0)\n" }.joined()
    return CommandOutput(
      lines + inspection.summary + "\n", code: inspection.mistakes > 0 ? .data : .success)
  }
}
