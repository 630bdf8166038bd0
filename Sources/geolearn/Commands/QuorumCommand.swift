import ArgumentParser
import GeoModel

/// `geolearn calc quorum`
struct QuorumCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "quorum", abstract: "Compute how long a write takes to commit.",
    discussion: """
      The leader counts its own vote and waits for the fastest answers that complete its quorum.

      Examples:
        geolearn calc quorum --leader us-east --voters us-east,eu-west,ap-southeast
        geolearn calc quorum --topology aws-2025:p90 --leader eu-west-1 \\
          --voters eu-west-1,eu-central-1,us-east-1 --client us-west-2 --format json
      """)

  @OptionGroup var options: CalculatorOptions

  @Option(help: ArgumentHelp("The region of the leader, one of the voters.", valueName: "region"))
  var leader: String

  @Option(
    help: ArgumentHelp(
      "The regions that vote; one with two voters is named twice.", valueName: "regions"))
  var voters: String

  @Option(
    help: ArgumentHelp("Regions with a copy and no vote.", valueName: "regions"))
  var nonVoters: String?

  @Option(help: ArgumentHelp("Where the writing client is.", valueName: "region"))
  var client: String?

  @Option(
    help: ArgumentHelp(
      "Whose answers a write waits for: majority, all, or any:K for any K followers.",
      valueName: "rule"))
  var rule = "majority"

  @Option(help: ArgumentHelp("Regions that are lost.", valueName: "regions"))
  var lost: String?

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let topology = try options.readTopology(invocation)
    let report = QuorumReport(
      topologyName: options.topology, topology: topology, group: try group(in: topology),
      client: try topology.regions(in: client).first, lost: try topology.regions(in: lost))
    return options.form.answer(json: report.json, text: report.text, invocation)
  }

  private func group(in topology: Topology) throws(CommandFailure) -> ReplicaGroup {
    let leader = try topology.region(called: leader)
    let voters = try topology.regions(in: voters)
    let nonVoters = try topology.regions(in: nonVoters)
    let rule = try commitRule()
    do throws(GroupError) {
      return try ReplicaGroup(leader: leader, voters: voters, nonVoters: nonVoters, rule: rule)
    } catch {
      throw CommandFailure(error.description, .usage)
    }
  }

  private func commitRule() throws(CommandFailure) -> CommitRule {
    if rule == "majority" { return .majority }
    if rule == "all" { return .all }
    let parts = rule.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "any", let count = Int(parts[1]) else {
      throw CommandFailure("--rule is '\(rule)'; it must be majority, all or any:2", .usage)
    }
    return .any(count)
  }
}
