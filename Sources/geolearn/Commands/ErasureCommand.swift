import ArgumentParser
import Content
import GeoModel

/// `geolearn calc erasure`
struct ErasureCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "erasure",
    abstract: "Say when the last copy of a person's data is gone, and what keeps it alive.",
    discussion: """
      Every copy is gone at the first of its ends: deleted, rewritten, expired, or closed because
      its key is gone. Keys are really destroyed, and every copy is really tried with what is left.
      docs/design-files.md describes designs. This is engineering, not legal advice. Exit code 1:
      something was found.

      Examples:
        geolearn calc erasure feed --subject ana
        geolearn calc erasure my/design.yaml --at 12d --away 12d --restore 20d --format json
      """)

  @Argument(
    help: ArgumentHelp(
      "A design of the course, such as feed, or a path to a .yaml file.",
      valueName: "name-or-path"))
  var design: String

  @Option(help: ArgumentHelp("Who asks for erasure.", valueName: "name"))
  var subject = "ana"

  @Option(
    help: ArgumentHelp("Say what can be read so long after the request.", valueName: "time"))
  var at: String?

  @Option(
    help: ArgumentHelp(
      "How long a replica of each Cassandra store is away, from the request on.",
      valueName: "time"))
  var away: String?

  @Option(
    help: ArgumentHelp("When a backup is restored, since the request.", valueName: "time"))
  var restore: String?

  @Option(help: ArgumentHelp("How old the restored backup is then.", valueName: "time"))
  var backupAge = "20d"

  @Option(
    help: ArgumentHelp("Read the designs, laws and topologies of a folder.", valueName: "dir"))
  var assets: String?

  @OptionGroup var form: AnswerOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let files = try ContentFiles(lessons: nil, assets: assets, invocation)
    let circumstances = ErasureCircumstances(
      away: try away.map { (text) throws(CommandFailure) in try time(text, "--away") } ?? .zero,
      restore: try restore.map { (text) throws(CommandFailure) in try time(text, "--restore") },
      backupAge: try time(backupAge, "--backup-age"))
    let account = ErasureAccount(
      name: design, subject: subject,
      report: ErasureReport(try files.design(design, invocation), circumstances),
      moment: try at.map { (text) throws(CommandFailure) in try time(text, "--at") })
    var output = form.answer(json: account.json, text: account.text, invocation)
    output.code = account.findings.isEmpty ? .success : .failed
    return output
  }
}
