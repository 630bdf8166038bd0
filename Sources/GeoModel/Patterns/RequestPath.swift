/// The way of one request: in at a region, on to the one that serves it, and back to the user.
public struct RequestPath: Equatable, Sendable {
  public let user: RegionID
  /// Where it enters.
  public let entry: RegionID
  /// Where it is served.
  public let server: RegionID
  /// All of these are since the user asked.
  public let entered: Duration
  public let arrived: Duration
  /// When the server was done.
  public let served: Duration
  /// When the answer was in the user's hands.
  public let answered: Duration

  /// A user is half an `access` from the region of his own city, and reaches the others over its
  /// network.
  ///
  /// - Parameter work: how long the server needs, for the answers of a majority.
  public init(
    from user: RegionID, entry: RegionID, server: RegionID, work: Duration = .zero,
    in topology: Topology
  ) {
    self.user = user
    self.entry = entry
    self.server = server
    entered = topology.access / 2 + topology.way(from: user, to: entry)
    arrived = entered + topology.way(from: entry, to: server)
    served = arrived + work
    answered = served + topology.way(from: server, to: user) + topology.access / 2
  }
}

extension Topology {
  /// From one region to another, without the way back; nothing within one.
  public func way(from a: RegionID, to b: RegionID) -> Duration {
    a == b ? .zero : oneWay(from: a, to: b)
  }
}

/// How it is decided in which region a request enters.
public enum EntryRule: String, CaseIterable, Sendable {
  /// The region with the shortest round trip.
  case latency
  /// DNS by country: the nearest region under the law of where the user is, or else the first.
  case geolocation
  /// The region of the user's home, which a token names wherever he is.
  case home
}

extension Topology {
  /// Where a request enters.
  ///
  /// - Parameters:
  ///   - place: where the user is.
  ///   - home: where he lives.
  ///   - regions: those with data, at least one.
  public func entry(
    _ rule: EntryRule, from place: RegionID, home: RegionID, among regions: [RegionID]
  ) -> RegionID {
    func nearest(to place: RegionID, _ regions: [RegionID]) -> RegionID? {
      ranking(of: regions, from: place).first.map { regions[$0] }
    }
    let law = region(place)?.jurisdiction
    let found =
      switch rule {
      case .latency: nearest(to: place, regions)
      case .home: nearest(to: home, regions)
      case .geolocation: nearest(to: place, regions.filter { region($0)?.jurisdiction == law })
      }
    return found ?? regions[0]
  }
}
