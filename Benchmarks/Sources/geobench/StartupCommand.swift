import ArgumentParser

/// `geobench startup`: how long the program takes to say something.
struct StartupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "startup", abstract: "Time the program from its start to its exit.")

  @OptionGroup var options: ProgramOptions

  func run() throws {
    let (program, runs) = (options.program, options.runs)
    try JSONLine.print(
      Report(
        versionMs: program.median(of: runs, ["--version"]),
        homeMs: program.median(of: runs, ["render", "home"]),
        lintMs: program.median(of: runs, ["lint"])))
  }

  private struct Report: Encodable {
    let bench = "startup"
    /// Nothing but the start of a process.
    let versionMs: Double
    /// The course is opened, and the first screen drawn.
    let homeMs: Double
    /// Every lesson, scene and exercise is read and tried.
    let lintMs: Double
  }
}
