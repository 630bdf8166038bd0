import ArgumentParser

/// The calculators: numbers of the model for a placement of one's own.
struct CalcCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calc", abstract: "Compute latencies from the model.",
    discussion: """
      Examples:
        geolearn calc quorum --topology module --leader us-east \\
          --voters us-east,eu-west,ap-southeast
        geolearn calc floor us-east-1 ap-southeast-1 --topology aws-2025
      """,
    subcommands: [QuorumCommand.self, FloorCommand.self])
}

/// What every calculator takes.
struct CalculatorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A topology of the course, such as module or aws-2025:p90, or a path to a .yaml file.",
      valueName: "name-or-path"))
  var topology = "module"

  @Option(help: ArgumentHelp("Read the topologies of a folder.", valueName: "dir"))
  var assets: String?

  @Option(help: "The form of the answer.")
  var format = OutputFormat.text

  @Flag(help: "Nothing beyond ASCII.")
  var ascii = false
}
