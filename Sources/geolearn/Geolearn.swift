import ArgumentParser
import Foundation

/// The command line: one command, and what it can be asked besides.
package struct Geolearn: ParsableCommand {
  package static let configuration = CommandConfiguration(
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
    subcommands: [
      LearnCommand.self, PresentCommand.self, CheckCommand.self, HintCommand.self, InitCommand.self,
      ResetCommand.self,
      CalcCommand.self, RenderCommand.self, LintCommand.self, DoctorCommand.self,
      WatchCommand.self, ReplayCommand.self, DemoCommand.self, RecordCommand.self,
      ExportCommand.self, GradeCommand.self, IntegrationCommand.self,
    ],
    defaultSubcommand: LearnCommand.self)

  package init() {}
}

extension Geolearn {
  /// What a command line says, and with which code the program ends.
  package static func output(of arguments: [String], _ invocation: Invocation) -> CommandOutput {
    do {
      var command = try parseAsRoot(arguments)
      if let command = command as? any TextCommand { return command.result(invocation) }
      try command.run()
      return CommandOutput()
    } catch {
      let message = fullMessage(for: error) + "\n"
      let code = ExitStatus(code: exitCode(for: error).rawValue)
      guard code == .success else { return CommandOutput(complaint: message, code: code) }
      return CommandOutput(message)
    }
  }
}

/// The program.
@main
enum Program {
  static func main() {
    let output = Geolearn.output(of: Array(CommandLine.arguments.dropFirst()), .current())
    FileHandle.standardOutput.say(output.text)
    FileHandle.standardError.say(output.complaint)
    exit(output.code.code)
  }
}

/// The version of this program.
package enum Version {
  package static let text = "0.1.0"
}
