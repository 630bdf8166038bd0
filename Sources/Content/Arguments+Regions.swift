import GeoModel

extension Arguments {
  /// A region of a topology; without a default it must be given.
  package mutating func region(
    _ key: String, of topology: Topology, default: RegionID? = nil
  ) throws(Diagnostic) -> RegionID {
    guard let text = try value(key) else {
      guard let `default` else { throw missing(key, "it must be a region of \(topology.name)") }
      return `default`
    }
    let place = location(of: key)
    return try region(Item(text: text, line: place.line, column: place.column), of: topology)
  }

  /// Regions of a topology, which must be given; the same one may stand there twice.
  package mutating func regions(
    _ key: String, of topology: Topology
  ) throws(Diagnostic) -> [RegionID] {
    guard let regions = try optionalRegions(key, of: topology) else {
      throw missing(key, "it must be regions of \(topology.name)")
    }
    return regions
  }

  /// Regions of a topology; `nil` when they are not given.
  package mutating func optionalRegions(
    _ key: String, of topology: Topology
  ) throws(Diagnostic) -> [RegionID]? {
    guard let items = try items(key) else { return nil }
    var regions: [RegionID] = []
    for item in items { regions.append(try region(item, of: topology)) }
    return regions
  }

  private func region(_ item: Item, of topology: Topology) throws(Diagnostic) -> RegionID {
    do throws(AtlasError) {
      return try topology.regionID(named: item.text)
    } catch {
      throw failure(at: item, error.description)
    }
  }

  /// The topology that an argument names, or else the one of the lesson.
  package mutating func topology(
    _ key: String = "topology", from atlas: Atlas, default: String
  ) throws(Diagnostic) -> Topology {
    let name = try value(key) ?? `default`
    do throws(AtlasError) {
      return try atlas.topology(named: name)
    } catch {
      throw failure(key, error.description)
    }
  }
}
