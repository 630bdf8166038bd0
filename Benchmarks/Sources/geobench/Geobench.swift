import ArgumentParser

/// Measures geolearn; results are lines of JSON.
@main
struct Geobench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure geolearn; results are lines of JSON.",
    subcommands: [
      SimulationCommand.self, SequenceCommand.self, MergeCommand.self, FrameCommand.self,
      StartupCommand.self,
    ])
}
