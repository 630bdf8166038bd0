import GeoModel

/// What one file of `assets/scenarios/` holds: a failover and what it costs to say how often it
/// was played. Described in `docs/failover-scenarios.md`.
package enum ScenarioFile {
  /// - Parameters:
  ///   - file: the path as the author knows it.
  ///   - topology: looks up a topology by name; its message becomes the mistake of the file.
  package static func parse(
    _ text: String, file: String, atlas: Atlas
  ) throws(Diagnostic) -> FailoverScenario {
    var arguments = try Arguments(
      Directive(kind: "scenario", name: "", body: text, file: file, line: 0))
    let topology = try arguments.topology(from: atlas, default: "module")
    let scenario = try arguments.failoverScenario(in: topology)
    try arguments.finish()
    return scenario
  }
}
