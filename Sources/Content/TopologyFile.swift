import GeoModel
import Yams

/// What one file of `assets/topologies/` holds: a topology, and perhaps its tail percentile.
package struct TopologyFile {
  /// By what follows the file's name in the atlas: "" or ":p90".
  package let topologies: [(suffix: String, topology: Topology)]
  /// Round trips that are faster than light in fibre: the source is wrong, and that may be the
  /// lesson.
  package let warnings: [Diagnostic]

  package static func parse(_ text: String, file: String) throws(Diagnostics) -> TopologyFile {
    var parser = TopologyParser(file: file)
    let topologies = parser.parse(text)
    let errors = parser.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Diagnostics(errors) }
    return TopologyFile(topologies: topologies, warnings: parser.diagnostics)
  }
}

/// Reads a topology and notes every mistake in it.
private struct TopologyParser {
  let file: String
  var diagnostics: [Diagnostic] = []

  private static let tails = ["p90", "p95", "p99"]

  init(file: String) {
    self.file = file
  }

  mutating func parse(_ text: String) -> [(suffix: String, topology: Topology)] {
    let directive = Directive(kind: "topology", name: "", body: text, file: file, line: 0)
    do throws(Diagnostic) {
      var arguments = try Arguments(directive)
      let topologies = try topologies(&arguments)
      try arguments.finish()
      return topologies
    } catch {
      diagnostics.append(error)
      return []
    }
  }

  private mutating func topologies(
    _ arguments: inout Arguments
  ) throws(Diagnostic) -> [(suffix: String, topology: Topology)] {
    let name = try arguments.string("name")
    let source = try arguments.string("source")
    let percentile = try arguments.optionalString("percentile")
    let local = try milliseconds(&arguments, "local_ms", default: nil)
    let access = try milliseconds(&arguments, "access_ms", default: local)
    let regions = try regions(&arguments)
    let median = try roundTrips(&arguments, "round_trips_ms", among: regions) ?? []
    func topology(_ percentile: String?, _ trips: [PlacedTrip]) -> Topology {
      Topology(
        name: name, source: source, percentile: percentile,
        local: .milliseconds(rounding: local), access: .milliseconds(rounding: access),
        regions: regions, roundTrips: trips.map(\.trip))
    }
    var result = [(suffix: "", topology: topology(percentile, median))]
    warn(about: median, in: result[0].topology)
    for tail in Self.tails {
      let key = "round_trips_\(tail)_ms"
      guard let trips = try roundTrips(&arguments, key, among: regions) else { continue }
      result.append((":\(tail)", topology(tail, trips)))
      warn(about: trips, in: topology(tail, trips))
    }
    return result
  }

  private func milliseconds(
    _ arguments: inout Arguments, _ key: String, default: Double?
  ) throws(Diagnostic) -> Double {
    try arguments.decimal(key, in: TripReader.least...TripReader.greatest, default: `default`)
  }

  private mutating func regions(_ arguments: inout Arguments) throws(Diagnostic) -> [Region] {
    guard let sequence = arguments.node("regions")?.sequence, !sequence.isEmpty else {
      throw arguments.missing("regions", "it must be a list such as [{id: us-east, ...}]")
    }
    let reader = YAMLReader(file: file, linesAbove: 0)
    var regions: [Region] = []
    for node in sequence {
      do throws(Diagnostic) {
        let region = try region(node, reader)
        if regions.contains(where: { $0.id == region.id }) {
          throw reader.failure(node.mark, "the region '\(region.id)' is there already; keep one")
        }
        regions.append(region)
      } catch {
        diagnostics.append(error)
      }
    }
    return regions
  }

  private func region(_ node: Node, _ reader: YAMLReader) throws(Diagnostic) -> Region {
    guard let mapping = node.mapping else {
      throw reader.failure(node.mark, "a region is written {id: us-east, name: US East, ...}")
    }
    var fields = try Arguments(mapping, reader)
    let region = Region(
      id: RegionID(try identifier(&fields)), name: try fields.string("name"),
      city: try fields.string("city"),
      place: Coordinate(
        latitude: try fields.decimal("latitude", in: -90...90),
        longitude: try fields.decimal("longitude", in: -180...180)),
      country: try fields.string("country"), jurisdiction: try fields.string("jurisdiction"))
    try fields.finish()
    return region
  }

  /// An identifier is one word, so that expressions and lists can name it.
  private func identifier(_ fields: inout Arguments) throws(Diagnostic) -> String {
    let id = try fields.string("id")
    guard id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
      throw fields.failure("id", "id is \(id); it must be letters, digits and -")
    }
    return id
  }

  private mutating func roundTrips(
    _ arguments: inout Arguments, _ key: String, among regions: [Region]
  ) throws(Diagnostic) -> [PlacedTrip]? {
    guard let node = arguments.node(key) else { return nil }
    guard let sequence = node.sequence else {
      throw arguments.failure(key, "\(key) must be a list such as [[us-east, eu-west, 85]]")
    }
    // After a mistake in a region, every round trip to it would look like another one.
    guard diagnostics.allSatisfy({ $0.severity == .warning }) else { return [] }
    var reader = TripReader(file: file, regions: regions.map(\.id.name))
    for node in sequence { reader.read(node) }
    diagnostics += reader.diagnostics
    return diagnostics.contains { $0.severity == .error } ? [] : reader.trips
  }

  private mutating func warn(about trips: [PlacedTrip], in topology: Topology) {
    for placed in trips {
      let (from, to) = (placed.trip.from, placed.trip.to)
      let roundTrip = topology.roundTrip(from, to)
      let floor = topology.floor(from, to)
      guard roundTrip < floor else { continue }
      let shown = Quantity.duration(roundTrip).text
      let least = Quantity.duration(floor).text
      diagnostics.append(
        Diagnostic(
          file: file, line: placed.line, column: placed.column, severity: .warning,
          message:
            "\(shown) from \(from) to \(to) is faster than light in fibre: the floor is \(least)"))
    }
  }
}
