import GeoModel

/// A place where the course handout is wrong or dated: what it says, what holds, and why.
package struct Erratum: Equatable, Sendable {
  package let claim: [Inline]
  package let truth: [Inline]
  package let reason: [Inline]
  package let source: [Inline]
  package let file: String
  package let line: Int

  /// Reads `claim`, `truth`, `reason` and `source`, which may hold numbers of the model.
  package init(
    _ directive: Directive, topology: Topology, atlas: Atlas
  ) throws(Diagnostic) {
    var arguments = try Arguments(directive)
    claim = try arguments.prose("claim", topology: topology, atlas: atlas)
    truth = try arguments.prose("truth", topology: topology, atlas: atlas)
    reason = try arguments.prose("reason", topology: topology, atlas: atlas)
    source = try arguments.prose("source", topology: topology, atlas: atlas)
    file = directive.file
    line = directive.line
    try arguments.finish()
  }
}
