import ArgumentParser

/// The calculators: numbers of the model for a placement of one's own.
struct CalcCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calc", abstract: "Compute latencies, availability and recovery from the model.",
    discussion: """
      Examples:
        geolearn calc quorum --topology module --leader us-east \\
          --voters us-east,eu-west,ap-southeast
        geolearn calc floor us-east-1 ap-southeast-1 --topology aws-2025
        geolearn calc availability 99.99% --incidents 4
        geolearn calc detection --interval 10s --misses 3 --timeout 4s --probe-loss 1%
        geolearn calc lag --writes 900 --apply 1000 --outage 60s
        geolearn calc failover region-loss --trials 10000
        geolearn calc patterns shop --lost us-east
        geolearn calc trace automerge-paper.json.gz
        geolearn calc crdt cart.jsonl
        geolearn calc residency feed
        geolearn calc erasure feed --subject ana
        geolearn calc placement --regions us-east,eu-west,ap-southeast --survive region
      """,
    subcommands: [
      QuorumCommand.self, FloorCommand.self, AvailabilityCommand.self, DetectionCommand.self,
      LagCommand.self, FailoverCommand.self, PlacementCommand.self, PatternsCommand.self,
      ResidencyCommand.self, ErasureCommand.self, TraceCommand.self, CRDTCommand.self,
      UnnamedCalculator.self,
    ],
    defaultSubcommand: UnnamedCalculator.self)
}

/// What every calculator of latencies takes.
struct CalculatorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A topology of the course, such as module or aws-2025:p90, or a path to a .yaml file.",
      valueName: "name-or-path"))
  var topology = "module"

  @Option(help: ArgumentHelp("Read the topologies of a folder.", valueName: "dir"))
  var assets: String?

  @OptionGroup var form: AnswerOptions
}
