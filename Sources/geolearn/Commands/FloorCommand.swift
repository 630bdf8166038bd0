import ArgumentParser
import Content
import Drawing
import GeoModel

/// `geolearn calc floor`
struct FloorCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "floor", abstract: "Compute what light allows between two regions.",
    discussion: """
      Example:
        geolearn calc floor us-east-1 ap-southeast-1 --topology aws-2025
      """)

  @Argument(help: "A region.")
  var from: String

  @Argument(help: "Another region.")
  var to: String

  @OptionGroup var options: CalculatorOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let topology = try options.readTopology(invocation)
    let report = FloorReport(
      topologyName: options.topology, topology: topology,
      from: try topology.region(called: from), to: try topology.region(called: to))
    return options.form.answer(json: report.json, text: report.text, invocation)
  }
}

extension CalculatorOptions {
  func readTopology(_ invocation: Invocation) throws(CommandFailure) -> Topology {
    try ContentFiles(lessons: nil, assets: assets, invocation).topology(topology, invocation)
  }
}

extension Topology {
  /// The region that an argument names.
  func region(called name: String) throws(CommandFailure) -> RegionID {
    let id = RegionID(name)
    guard region(id) == nil else { return id }
    let remedy = suggestion(for: name, in: regions.map(\.id.name))
    throw CommandFailure("no region of \(self.name) is called '\(name)'; \(remedy)", .usage)
  }

  /// The regions that a list names: `us-east,eu-west`.
  func regions(in list: String?) throws(CommandFailure) -> [RegionID] {
    var found: [RegionID] = []
    for name in (list ?? "").split(whereSeparator: { $0 == "," || $0 == " " }) {
      found.append(try region(called: String(name)))
    }
    return found
  }
}
