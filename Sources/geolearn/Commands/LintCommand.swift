import ArgumentParser

/// `geolearn lint`: tries everything that authors wrote.
struct LintCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Find mistakes in lessons, topologies and demos.",
    discussion: """
      Reads every lesson, stages every scene at every setting of its knobs, tries every right and \
      wrong answer of every exercise, plays every demo, follows every link, and looks whether every \
      step fits 80x24. A number with a unit that nothing in its lesson computes is warned of. Ends \
      with 65 when there is a mistake.

      Examples:
        geolearn lint
        geolearn lint --lessons lessons --assets assets
        geolearn lint --course my-course --format json
        geolearn lint --topology my/network.yaml
      """)

  @Option(help: ArgumentHelp("Read this topology too.", valueName: "path"))
  var topology: String?

  @Option(help: ArgumentHelp("text or json.", valueName: "form"))
  var format = OutputFormat.text

  @OptionGroup var course: CourseOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    var inspection = Inspection(try course.files(invocation))
    if let topology {
      let text = try ContentFiles.text(at: invocation.absolute(topology), named: topology)
      inspection.inspect(topology: text, file: topology)
    }
    let code: ExitStatus = inspection.mistakes > 0 ? .data : .success
    switch format {
    case .json: return CommandOutput(inspection.json.text + "\n", code: code)
    case .text:
      let lines = inspection.diagnostics.map { "\($0)\n" }.joined()
      return CommandOutput(lines + inspection.summary + "\n", code: code)
    }
  }
}
