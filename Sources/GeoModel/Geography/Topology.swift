/// Regions and the round trips between them: the world in which everything else happens.
public struct Topology: Equatable, Sendable {
  public var name: String
  /// Where the numbers come from, and when.
  public var source: String
  /// Which percentile of the measurements the round trips are: `p50`; `nil` where unknown.
  public var percentile: String?
  /// The round trip between two zones of one region.
  public var local: Duration
  /// The round trip from a user to the region of his own city.
  public var access: Duration
  /// In the order in which every picture shows them; each identifier once.
  public let regions: [Region]
  /// Rows and columns in the order of `regions`.
  public let matrix: LatencyMatrix

  private let indices: [RegionID: Int]

  /// - Parameter roundTrips: each pair at most once, of regions that exist. A pair that is
  ///   missing is estimated from the distance (see ``Fibre/estimate(kilometres:)``).
  public init(
    name: String, source: String, percentile: String? = nil, local: Duration, access: Duration,
    regions: [Region], roundTrips: [RoundTrip]
  ) {
    self.name = name
    self.source = source
    self.percentile = percentile
    self.local = local
    self.access = access
    self.regions = regions
    let indices = Dictionary(
      uniqueKeysWithValues: regions.enumerated().map { ($0.element.id, $0.offset) })
    self.indices = indices

    var matrix = LatencyMatrix(count: regions.count)
    for i in regions.indices {
      matrix.set(i, i, there: local, back: local, isEstimate: false)
      for j in regions.indices where j > i {
        let distance = regions[i].place.distanceKilometres(to: regions[j].place)
        let estimate = Fibre.estimate(kilometres: distance)
        matrix.set(i, j, there: estimate, back: estimate, isEstimate: true)
      }
    }
    for trip in roundTrips {
      guard let i = indices[trip.from], let j = indices[trip.to] else {
        preconditionFailure("a round trip names a region that the topology does not have")
      }
      matrix.set(i, j, there: trip.there, back: trip.back ?? trip.there, isEstimate: false)
    }
    self.matrix = matrix
  }

  /// The position of a region in `regions`; `nil` when there is none of that name.
  public func index(of id: RegionID) -> Int? { indices[id] }

  /// The region of that name, if there is one.
  public func region(_ id: RegionID) -> Region? { index(of: id).map { regions[$0] } }

  /// From `a` to `b` and back. Within one region this is `local`.
  public func roundTrip(_ a: RegionID, _ b: RegionID) -> Duration {
    matrix.roundTrip(position(a), position(b))
  }

  /// From a client to a replica and back: nothing within one region, where it stands beside it.
  public func clientWay(_ client: RegionID, _ replica: RegionID) -> Duration {
    client == replica ? .zero : roundTrip(client, replica)
  }

  /// From `a` to `b`, without the way back.
  public func oneWay(from a: RegionID, to b: RegionID) -> Duration {
    matrix.oneWay(position(a), position(b))
  }

  /// Whether nobody has measured the pair, so that its round trip is derived from the distance.
  public func isEstimate(_ a: RegionID, _ b: RegionID) -> Bool {
    matrix.isEstimate(position(a), position(b))
  }

  private func position(_ id: RegionID) -> Int {
    guard let index = indices[id] else {
      preconditionFailure("\(name) has no region \(id); callers look names up first")
    }
    return index
  }
}

extension Topology {
  /// The great-circle distance between two regions.
  public func distanceKilometres(_ a: RegionID, _ b: RegionID) -> Double {
    regions[position(a)].place.distanceKilometres(to: regions[position(b)].place)
  }

  /// The shortest round trip that light in fibre allows between two regions.
  public func floor(_ a: RegionID, _ b: RegionID) -> Duration {
    Fibre.floor(kilometres: distanceKilometres(a, b))
  }

  /// How many times its floor the round trip takes; `nil` for two regions in the same place.
  public func stretch(_ a: RegionID, _ b: RegionID) -> Double? {
    let floor = floor(a, b)
    return floor > .zero ? roundTrip(a, b).milliseconds / floor.milliseconds : nil
  }

  /// Pairs whose round trip beats light in fibre: mistakes of the source, in the order of `regions`.
  public var fasterThanLight: [(RegionID, RegionID)] {
    regions.indices.flatMap { i in
      regions.indices.dropFirst(i + 1)
        .map { j in (regions[i].id, regions[j].id) }
        .filter { roundTrip($0, $1) < floor($0, $1) }
    }
  }
}

extension Topology {
  /// The laws under which data in some regions lie, in the order of the regions, each once.
  public func jurisdictions(of regions: [RegionID]) -> [String] {
    regions.reduce(into: []) { laws, region in
      let law = self.regions[position(region)].jurisdiction
      if !laws.contains(law) { laws.append(law) }
    }
  }

  /// The region in the same city as a place: the nearest one within 100 km.
  public func region(near place: Coordinate) -> Region? {
    let nearest = regions.min {
      $0.place.distanceKilometres(to: place) < $1.place.distanceKilometres(to: place)
    }
    return nearest.flatMap { $0.place.distanceKilometres(to: place) <= 100 ? $0 : nil }
  }
}
