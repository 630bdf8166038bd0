import ArgumentParser
import Content
import GeoModel
import GeoSim

/// `geolearn calc failover`
struct FailoverCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "failover",
    abstract: "Play a failover many times and measure what it costs.",
    discussion: """
      A scenario is a file that says who replicates to whom, who watches, who decides and what
      goes wrong; docs/failover-scenarios.md describes it. Times and losses are measured on the
      simulated runs and set beside what the formulas say.

      Examples:
        geolearn calc failover region-loss
        geolearn calc failover my/scenario.yaml --trials 10000 --seed 7 --format json
      """)

  @Argument(
    help: ArgumentHelp(
      "A scenario of the course, such as region-loss, or a path to a .yaml file.",
      valueName: "name-or-path"))
  var scenario: String

  @Option(help: ArgumentHelp("How often it is played.", valueName: "count"))
  var trials = 1000

  @Option(
    help: ArgumentHelp(
      "The seed of all chances; 1 without it. (GEOLEARN_SEED)", valueName: "number"))
  var seed: UInt64?

  @Option(help: ArgumentHelp("Read the scenarios and topologies of a folder.", valueName: "dir"))
  var assets: String?

  @OptionGroup var form: AnswerOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    try require(trials, "--trials", in: 1...100_000)
    let files = try ContentFiles(lessons: nil, assets: assets, invocation)
    let scenario = try files.authored(
      "scenario", scenario, invocation, firstMistake: ScenarioFile.parse)
    let seed = try invocation.seed(unless: seed) ?? 1
    let report = FailoverReport(
      name: self.scenario, scenario: scenario, seed: seed,
      trials: FailoverTrials(scenario, trials: trials, seed: seed))
    return form.answer(json: report.json, text: report.text, invocation)
  }
}
