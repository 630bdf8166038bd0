import GeoModel

/// All topologies of the course, by the names of their files.
///
/// `aws-2025` is a file; `aws-2025:p90` is the tail percentile of one that has it.
package struct Atlas: Equatable, Sendable {
  private let topologies: [String: Topology]
  /// What is known of the laws that designs are judged by; `nil` where there is no file of them.
  package let laws: Laws?
  /// The designs of the course as text, by name.
  private let designs: [String: String]

  package init(
    topologies: [String: Topology], laws: Laws? = nil, designs: [String: String] = [:]
  ) {
    self.topologies = topologies
    self.laws = laws
    self.designs = designs
  }

  /// Where the designs of the course are; a file there is a design by the name of the file.
  static let designFolder = "assets/designs/"

  /// Sorted.
  package var names: [String] { topologies.keys.sorted() }

  package func topology(named name: String) throws(AtlasError) -> Topology {
    guard let topology = topologies[name] else {
      throw AtlasError(kind: "topology", name: name, known: names)
    }
    return topology
  }

  /// The name by which a topology is looked up; `nil` where it is none of these.
  package func name(of topology: Topology) -> String? {
    names.first { topologies[$0] == topology }
  }

  /// The text of a design of the course; it is read when it is asked for, for a lesson shows few.
  func designText(named name: String) throws(AtlasError) -> String {
    guard let text = designs[name] else {
      throw AtlasError(kind: "design", name: name, known: designs.keys.sorted())
    }
    return text
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
