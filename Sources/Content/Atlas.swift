import GeoModel

/// All topologies of the course, by the names of their files.
///
/// `aws-2025` is a file; `aws-2025:p90` is the tail percentile of one that has it.
package struct Atlas: Equatable, Sendable {
  private let topologies: [String: Topology]

  package init(topologies: [String: Topology]) {
    self.topologies = topologies
  }

  /// Sorted.
  package var names: [String] { topologies.keys.sorted() }

  package func topology(named name: String) throws(AtlasError) -> Topology {
    guard let topology = topologies[name] else {
      throw AtlasError(kind: "topology", name: name, known: names)
    }
    return topology
  }
}

/// A topology or a region was asked for by a name that none has.
package struct AtlasError: Error, Equatable, Sendable, CustomStringConvertible {
  package let kind: String
  package let name: String
  package let known: [String]

  /// The known name that was most likely meant.
  package var nearestName: String? { nearest(to: name, in: known) }

  package var description: String {
    "no \(kind) is called '\(name)'; \(suggestion(for: name, in: known))"
  }
}

extension Topology {
  /// The region of that name.
  func regionID(named name: String) throws(AtlasError) -> RegionID {
    let id = RegionID(name)
    guard index(of: id) != nil else {
      throw AtlasError(kind: "region", name: name, known: regions.map(\.id.name))
    }
    return id
  }
}
