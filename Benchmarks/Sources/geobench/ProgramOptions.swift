import ArgumentParser

/// Which program is timed, and how often.
struct ProgramOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The built program.", valueName: "path"))
  var geolearn = "../.build/release/geolearn"
  @Option(help: "How many runs the median is taken of.") var runs = 21

  var program: Program { Program(path: geolearn) }

  func validate() throws {
    guard runs >= 1 else { throw ValidationError("runs are 1 or more") }
  }
}
