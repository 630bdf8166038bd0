import ArgumentParser

/// The program: one command, and what it can be asked besides.
@main
struct Geolearn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geolearn",
    abstract: "Learn geo-distribution and multi-region architecture in the terminal.",
    discussion: """
      Without a command the course opens where you left it.

      Examples:
        geolearn
        geolearn learn 2
        geolearn calc quorum --leader us-east --voters us-east,eu-west,ap-southeast
        geolearn check
      """,
    version: Version.text,
    subcommands: [LearnCommand.self, CalcCommand.self], defaultSubcommand: LearnCommand.self)
}

/// The version of this program.
enum Version {
  static let text = "0.1.0"
}
