import ArgumentParser
import Content
import GeoModel

/// `geolearn calc detection`
struct DetectionCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "detection",
    abstract: "Compute how soon a failure is seen, and how often one that is none.",
    discussion: """
      A server is declared dead after so many probes in a row without an answer in time.

      Examples:
        geolearn calc detection --interval 10s --misses 3 --timeout 4s
        geolearn calc detection --interval 30s --misses 3 --timeout 10s \\
          --probe-loss 1% --observers 3 --agree 2 --format json
      """)

  @Option(help: ArgumentHelp("From one probe to the next.", valueName: "time"))
  var interval: String

  @Option(help: ArgumentHelp("How many misses in a row it takes.", valueName: "count"))
  var misses: Int

  @Option(help: ArgumentHelp("How long an answer may take.", valueName: "time"))
  var timeout: String

  @Option(help: ArgumentHelp("Which share of the probes is lost by chance.", valueName: "share"))
  var probeLoss = "1%"

  @Option(help: ArgumentHelp("How many observers probe.", valueName: "count"))
  var observers: Int?

  @Option(
    help: ArgumentHelp(
      "How many of them must miss the same probe; a majority unless told otherwise.",
      valueName: "count"))
  var agree: Int?

  @OptionGroup var form: AnswerOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    try require(misses, "--misses", in: 1...100)
    let report = DetectionReport(
      detector: HeartbeatDetector(
        interval: try time(interval, "--interval"), misses: misses,
        timeout: try time(timeout, "--timeout")),
      loss: try share(probeLoss, "--probe-loss"), panel: try panel())
    return form.answer(json: report.json, text: report.text, invocation)
  }

  private func panel() throws(CommandFailure) -> DetectionReport.Panel? {
    guard let observers else {
      guard agree == nil else {
        throw CommandFailure("--agree needs --observers, how many there are", .usage)
      }
      return nil
    }
    try require(observers, "--observers", in: 1...99)
    let agreeing = agree ?? Quorum(voters: observers).majority
    try require(agreeing, "--agree", in: 1...observers, note: ", the number of observers")
    return DetectionReport.Panel(observers: observers, agreeing: agreeing)
  }
}
