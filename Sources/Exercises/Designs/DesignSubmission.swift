import Content
import GeoModel

/// A design that is handed in, and what it is judged with.
package struct DesignSubmission: Sendable {
  package let design: Design
  /// As it was written, or as an exam takes it; for the pictures that show it.
  var text: String
  /// The name of the file.
  package let file: String
  /// Has the topologies and the laws.
  package let atlas: Atlas
  /// Of all chances.
  package let seed: UInt64
  package let effort: JudgingEffort

  /// - Throws: every mistake of the file.
  package init(
    parsing text: String, file: String, atlas: Atlas, seed: UInt64 = 0,
    effort: JudgingEffort = .full
  ) throws(Diagnostics) {
    design = try DesignFile.parse(text, file: file, atlas: atlas)
    (self.text, self.file, self.atlas, self.seed) = (text, file, atlas, seed)
    self.effort = effort
  }

  /// A scene that shows the design.
  ///
  /// - Parameter arguments: what else the scene is told, a line each.
  func scene(_ name: String, arguments: [String] = []) -> Directive {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let body = arguments + ["text: |2"] + lines.map { $0.isEmpty ? "" : "  \($0)" }
    return Directive(
      kind: "scene", name: name, body: body.joined(separator: "\n"), file: file, line: 0)
  }
}
