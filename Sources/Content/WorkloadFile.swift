import GeoModel

/// Reads a file of `assets/workloads/`, as `docs/workloads.md` describes it.
package enum WorkloadFile {
  /// - Parameters:
  ///   - file: the path as the author knows it.
  ///   - atlas: has the topology that the workload names.
  package static func parse(
    _ text: String, file: String, atlas: Atlas
  ) throws(Diagnostic) -> Workload {
    var arguments = try Arguments(
      Directive(kind: "workload", name: "", body: text, file: file, line: 0))
    let topology = try arguments.topology(from: atlas, default: "module")
    let workload = try arguments.workload(in: topology)
    try arguments.finish()
    return workload
  }
}
