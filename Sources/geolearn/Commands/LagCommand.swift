import ArgumentParser
import Content
import GeoModel

/// `geolearn calc lag`
struct LagCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "lag", abstract: "Compute whether a replica keeps up with the writes.",
    discussion: """
      Examples:
        geolearn calc lag --writes 900 --apply 1000
        geolearn calc lag --writes 900 --apply 1000 --outage 60s --format json
      """)

  @Option(help: ArgumentHelp("How many writes a second are made.", valueName: "rate"))
  var writes: Double

  @Option(help: ArgumentHelp("How many a second the replica can apply.", valueName: "rate"))
  var apply: Double

  @Option(help: ArgumentHelp("How long nothing was applied, such as 60s.", valueName: "time"))
  var outage: String?

  @OptionGroup var form: AnswerOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    try requireRate(writes, "--writes")
    try requireRate(apply, "--apply")
    let report = LagReport(
      lag: ReplicationLag(writesPerSecond: writes, appliedPerSecond: apply),
      outage: try outage.map { (text) throws(CommandFailure) in try time(text, "--outage") })
    return form.answer(json: report.json, text: report.text, invocation)
  }

  private func requireRate(_ rate: Double, _ option: String) throws(CommandFailure) {
    guard rate >= 0.001, rate <= 1e9 else {
      throw CommandFailure(
        "\(option) is \(JSON.number(rate).text); it must be 0.001 to 1000000000 a second", .usage)
    }
  }
}
