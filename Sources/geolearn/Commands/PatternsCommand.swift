import ArgumentParser
import Content
import GeoModel
import GeoSim

/// `geolearn calc patterns`
struct PatternsCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "patterns",
    abstract: "Serve one workload by four design patterns and compare them.",
    discussion: """
      A workload is a file that says where users and data are and what is asked;
      docs/workloads.md describes it. Each pattern serves the same requests in a simulated run.
      Read replicas: one region writes. Home region: each user's region writes for him.
      Active-active: every region writes, and states are merged. Tiered: a consensus group sells
      the stock, the rest is active-active.

      Examples:
        geolearn calc patterns shop
        geolearn calc patterns shop --lost us-east --sort anomalies
        geolearn calc patterns my/workload.yaml --session wait --format json
      """)

  @Argument(
    help: ArgumentHelp(
      "A workload of the course, such as shop, or a path to a .yaml file.",
      valueName: "name-or-path"))
  var workload: String

  @Option(
    help: ArgumentHelp(
      "The seed of all chances, in place of the file's. (GEOLEARN_SEED)", valueName: "number"))
  var seed: UInt64?

  @Option(help: ArgumentHelp("Which column orders the patterns, least first.", valueName: "column"))
  var sort: PatternColumn?

  @Option(
    help: ArgumentHelp(
      "Lose a region, in the middle of the run or when the file says so.",
      valueName: "region"))
  var lost: String?

  @Option(
    help: ArgumentHelp(
      "What a read does that would go back behind what its user has seen: none, wait or forward.",
      valueName: "rule"))
  var session: Workload.Session?

  @Option(help: ArgumentHelp("Read the workloads and topologies of a folder.", valueName: "dir"))
  var assets: String?

  @OptionGroup var form: AnswerOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let files = try ContentFiles(lessons: nil, assets: assets, invocation)
    var workload = try files.authored(
      "workload", workload, invocation, firstMistake: WorkloadFile.parse)
    workload.seed = try invocation.seed(unless: seed) ?? workload.seed
    workload.session = session ?? workload.session
    if let lost { workload.outage = try outage(of: lost, in: workload) }
    let report = PatternsReport(name: self.workload, workload: workload, sort: sort)
    return form.answer(json: report.json, text: report.text, invocation)
  }

  private func outage(
    of region: String, in workload: Workload
  ) throws(CommandFailure) -> Workload.Outage {
    do throws(WorkloadError) {
      let planned = workload.outage
      return try workload.outage(
        of: region, at: planned?.time, failover: planned?.failover ?? .seconds(10))
    } catch {
      throw CommandFailure("--lost: \(error)", .usage)
    }
  }
}

extension PatternColumn: ExpressibleByArgument {}
extension Workload.Session: ExpressibleByArgument {}
