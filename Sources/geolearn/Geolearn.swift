import ArgumentParser

@main
struct Geolearn: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "geolearn")
}
