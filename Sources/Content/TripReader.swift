import GeoModel
import Yams

/// A round trip and where it was written.
struct PlacedTrip {
  let trip: RoundTrip
  let line: Int
  let column: Int
}

/// Reads `[us-east, eu-west, 85]`, one entry at a time, and notes every mistake.
struct TripReader {
  let file: String
  private let regions: Set<String>
  private let names: [String]
  private(set) var trips: [PlacedTrip] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The two ends of each trip, in no order.
  private var pairs: Set<Set<RegionID>> = []

  /// In milliseconds: a round trip takes some time, and less than a minute.
  static let least = 0.001
  static let greatest = 60_000.0

  init(file: String, regions: [String]) {
    self.file = file
    self.regions = Set(regions)
    names = regions
  }

  mutating func read(_ node: Node) {
    do throws(Diagnostic) {
      let trip = try trip(node)
      guard pairs.insert([trip.from, trip.to]).inserted else {
        throw failure(node, "\(trip.from) and \(trip.to) are there already; keep one")
      }
      let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
      trips.append(PlacedTrip(trip: trip, line: line, column: column))
    } catch {
      diagnostics.append(error)
    }
  }

  private func trip(_ node: Node) throws(Diagnostic) -> RoundTrip {
    let parts = Array(node.sequence ?? [])
    guard (3...4).contains(parts.count) else {
      throw failure(node, "a round trip is written [us-east, eu-west, 85]")
    }
    let (from, to) = (try region(parts[0]), try region(parts[1]))
    guard from != to else {
      throw failure(node, "\(from) to itself is local_ms; a round trip joins two regions")
    }
    return RoundTrip(
      from: from, to: to, there: try time(parts[2]),
      back: parts.count == 4 ? try time(parts[3]) : nil)
  }

  private func region(_ node: Node) throws(Diagnostic) -> RegionID {
    let name = node.scalar?.string ?? ""
    guard regions.contains(name) else {
      throw failure(
        node, "no region is called '\(name)'; \(suggestion(for: name, in: names))")
    }
    return RegionID(name)
  }

  private func time(_ node: Node) throws(Diagnostic) -> Duration {
    let text = node.scalar?.string ?? ""
    guard let number = Double(text), (Self.least...Self.greatest).contains(number) else {
      throw failure(
        node, "the round trip is \(text); it must be a number of milliseconds above 0")
    }
    return .milliseconds(rounding: number)
  }

  private func failure(_ node: Node, _ message: String) -> Diagnostic {
    YAMLReader(file: file, linesAbove: 0).failure(node.mark, message)
  }
}
