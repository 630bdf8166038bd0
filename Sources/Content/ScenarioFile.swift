import GeoModel

/// Reads a file of `assets/scenarios/`, as `docs/failover-scenarios.md` describes it.
package enum ScenarioFile {
  /// - Parameters:
  ///   - file: the path as the author knows it.
  ///   - atlas: has the topology that the scenario names.
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
