import ArgumentParser
import Content
import GeoModel

/// `geolearn calc availability`
struct AvailabilityCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "availability", abstract: "Compute the downtime that an availability allows.",
    discussion: """
      Downtime is the number of incidents times the time to recover from each (RTO).

      Examples:
        geolearn calc availability 99.99%
        geolearn calc availability 99.9% --incidents 8 --rto 60min
      """)

  @Argument(help: "A share of the time, such as 99.99% or 0.9999.")
  var availability: String

  @Option(help: ArgumentHelp("How many incidents a year are expected.", valueName: "count"))
  var incidents: Int?

  @Option(help: ArgumentHelp("How long recovery takes, such as 30s or 2min.", valueName: "time"))
  var rto: String?

  @OptionGroup var form: AnswerOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    if let incidents { try require(incidents, "--incidents", in: 1...1_000_000) }
    let report = AvailabilityReport(
      availability: try share(availability, "the availability"), incidents: incidents,
      rto: try rto.map { (text) throws(CommandFailure) in try time(text, "--rto") })
    return form.answer(json: report.json, text: report.text, invocation)
  }
}
