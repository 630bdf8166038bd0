import Content
import Foundation
import GeoModel

extension ContentFiles {
  private static let folder = "assets/topologies/"

  /// The names of the topologies that the course has, sorted.
  var topologyNames: [String] { names(in: Self.folder) }

  /// A topology of the course, or one in a file of the learner's own; only that file is read.
  ///
  /// - Parameter name: `module`, `aws-2025:p90`, or a path: `my/network.yaml`, `./net.yaml:p90`.
  func topology(_ name: String, _ invocation: Invocation) throws(CommandFailure) -> Topology {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let base = String(parts[0])
    let suffix = parts.count > 1 ? ":\(parts[1])" : ""
    if Self.isPath(base) {
      let text = try Self.text(at: invocation.absolute(base), named: base)
      return try Self.topology(in: text, file: base, suffix: suffix)
    }
    let path = "\(Self.folder)\(base).yaml"
    guard let text = files[path] else {
      throw CommandFailure(
        "no topology is called '\(base)'; \(Self.remedy(for: base, in: topologyNames))", .usage)
    }
    return try Self.topology(in: text, file: path, suffix: suffix)
  }

  /// What to write in the place of a name that nothing has.
  static func remedy(for name: String, in names: [String]) -> String {
    let remedy = suggestion(for: name, in: names)
    return remedy + (remedy.hasSuffix("?") ? " A" : ", and a")
      + " path to a .yaml file is taken too"
  }

  static func isPath(_ name: String) -> Bool { name.contains("/") || name.contains(".yaml") }

  /// The files with a topology of the learner's own among them, and the name that it has there.
  func adding(
    topology path: String, _ invocation: Invocation
  ) throws(CommandFailure) -> (files: ContentFiles, name: String) {
    let parts = path.split(separator: ":", maxSplits: 1)
    let text = try Self.text(at: invocation.absolute(String(parts[0])), named: String(parts[0]))
    let base = URL(filePath: String(parts[0])).deletingPathExtension().lastPathComponent
    var files = files
    files["\(Self.folder)\(base).yaml"] = text
    return (ContentFiles(files: files), parts.count > 1 ? "\(base):\(parts[1])" : base)
  }

  private static func topology(
    in text: String, file: String, suffix: String
  ) throws(CommandFailure) -> Topology {
    do throws(Diagnostics) {
      let all = try TopologyFile.parse(text, file: file).topologies
      if let found = all.first(where: { $0.suffix == suffix }) { return found.topology }
      let tails = all.map(\.suffix).filter { !$0.isEmpty }
      let remedy = tails.isEmpty ? "it has no tail percentile" : "it has \(alternatives(tails))"
      throw Diagnostics([
        Diagnostic(file: file, line: 1, message: "there is no '\(suffix)' here; \(remedy)")
      ])
    } catch {
      throw CommandFailure("the topology has mistakes\n\(error)", .data)
    }
  }
}
