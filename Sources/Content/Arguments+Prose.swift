import GeoModel
import Yams

extension Arguments {
  /// A text that must be given, with emphasis, links and numbers of the model.
  package mutating func prose(
    _ key: String, topology: Topology, atlas: Atlas
  ) throws(Diagnostic) -> [Inline] {
    let text = try string(key)
    let place = location(of: key)
    let isQuoted = [.singleQuoted, .doubleQuoted].contains(node(key)?.scalar?.style)
    let prose = Prose(
      text, at: Prose.Place(line: place.line, column: place.column + (isQuoted ? 1 : 0)))
    var parser = InlineParser(
      prose: prose, file: file, numbers: NumberSource(topology: topology, atlas: atlas))
    let inlines = parser.parse()
    if let first = parser.diagnostics.first { throw first }
    return inlines
  }
}
