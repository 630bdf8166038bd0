import ArgumentParser

/// `geobench frame`: what a picture costs, from an empty process to the drawn canvas.
struct FrameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame", abstract: "Time the drawing of pictures by geolearn render.")

  @OptionGroup var options: ProgramOptions

  func run() throws {
    for scene in ["latency-map", "commit-latency"] {
      for size in ["80x24", "120x40"] {
        let arguments = ["render", scene, "--size", size]
        try JSONLine.print(
          Report(
            scene: scene, size: size,
            renderMs: options.program.median(of: options.runs, arguments),
            versionMs: options.program.median(of: options.runs, ["--version"])))
      }
    }
  }

  private struct Report: Encodable {
    let bench = "frame"
    let scene, size: String
    /// The process, the course, the run and the picture.
    let renderMs: Double
    /// The process alone, measured just after.
    let versionMs: Double
  }
}
