import App
import ArgumentParser

/// Where the course comes from.
struct CourseOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Read the lessons of a folder.", valueName: "dir"))
  var lessons: String?

  @Option(help: ArgumentHelp("Read the topologies and the map of a folder.", valueName: "dir"))
  var assets: String?

  func files(_ invocation: Invocation) throws(CommandFailure) -> ContentFiles {
    try ContentFiles(lessons: lessons, assets: assets, invocation)
  }

  func book(_ invocation: Invocation) throws(CommandFailure) -> Book {
    try files(invocation).book()
  }
}

/// The form of what a command says.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
