import ArgumentParser
import Content
import GeoModel

/// `geolearn calc residency`
struct ResidencyCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "residency",
    abstract: "Follow personal data through a design, and say where they must not be.",
    discussion: """
      A design is a file that says where data are kept, how they travel and on what grounds;
      docs/design-files.md describes it. The law and the company's own policy are two sets of
      rules. This is engineering, not legal advice. Exit code 1: something was found.

      Examples:
        geolearn calc residency feed
        geolearn calc residency my/design.yaml --policy none --format json
        geolearn calc residency --schema > design-v1.schema.json
      """)

  @Argument(
    help: ArgumentHelp(
      "A design of the course, such as feed, or a path to a .yaml file.",
      valueName: "name-or-path"))
  var design: String?

  @Option(
    help: ArgumentHelp("Instead of the design's own: strict-eu or none.", valueName: "policy"))
  var policy: ResidencyPolicy?

  @Flag(help: "Print the JSON Schema of design files, for editors that complete them.")
  var schema = false

  @Option(
    help: ArgumentHelp("Read the designs, laws and topologies of a folder.", valueName: "dir"))
  var assets: String?

  @OptionGroup var form: AnswerOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    if schema { return CommandOutput(embeddedContent["assets/schema/design-v1.schema.json"] ?? "") }
    guard let name = design else {
      throw CommandFailure("a design is missing; name one, such as feed, or a path", .usage)
    }
    let files = try ContentFiles(lessons: nil, assets: assets, invocation)
    var design = try files.design(name, invocation)
    design.policy = policy ?? design.policy
    let report = ResidencyReport(name: name, audit: ResidencyAudit(design))
    var output = form.answer(json: report.json, text: report.text, invocation)
    output.code = report.audit.findings.isEmpty ? .success : .failed
    return output
  }
}

extension ResidencyPolicy: ExpressibleByArgument {}
