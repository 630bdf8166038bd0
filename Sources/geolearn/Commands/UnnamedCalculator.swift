import ArgumentParser
import Content

/// `geolearn calc` without the name of a calculator, or with one that none has.
struct UnnamedCalculator: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "unnamed", abstract: "Say which calculators there are.", shouldDisplay: false)

  @Argument(parsing: .allUnrecognized) var words: [String] = []

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    guard let name = words.first else {
      return CommandOutput(Geolearn.helpMessage(for: CalcCommand.self) + "\n")
    }
    let names = CalcCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
      .filter { $0 != Self.configuration.commandName }
    throw CommandFailure(
      "no calculator is called '\(name)'; \(suggestion(for: name, in: names))", .usage)
  }
}
