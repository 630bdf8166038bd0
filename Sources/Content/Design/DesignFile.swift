import GeoModel

/// Reads a design, as `docs/design-files.md` describes it.
package enum DesignFile {
  /// - Parameters:
  ///   - file: the path as the author knows it.
  ///   - atlas: has the topology that the design names, and the laws.
  /// - Throws: the first mistake of every entry, so that an author mends them in one go.
  package static func parse(
    _ text: String, file: String, atlas: Atlas
  ) throws(Diagnostics) -> Design {
    var mistakes: [Diagnostic] = []
    let design = design(text, file: file, atlas: atlas, &mistakes)
    guard let design, mistakes.isEmpty else { throw Diagnostics(mistakes) }
    return design
  }

  private static func design(
    _ text: String, file: String, atlas: Atlas, _ mistakes: inout [Diagnostic]
  ) -> Design? {
    do throws(Diagnostic) {
      var arguments = try Arguments(
        Directive(kind: "design", name: "", body: text, file: file, line: 0))
      let topology = try arguments.topology(from: atlas, default: "aws-2025")
      guard let laws = atlas.laws else {
        throw Diagnostic(
          file: file, line: 1, message: "no law is known; assets/jurisdictions.yaml is missing")
      }
      let reader = try DesignReader(&arguments, topology: topology, laws: laws)
      guard let design = reader.design(&arguments, &mistakes) else { return nil }
      try arguments.finish()
      return design
    } catch {
      mistakes.append(error)
      return nil
    }
  }
}
