/// Which region serves a request: the same rule in the formula and in the run.
public struct RequestRouting: Equatable, Sendable {
  public let deployment: Deployment
  /// Where the data is.
  public let regions: [RegionID]
  /// Row i, column j: the regions (as places in `regions`) by their distance from client i.
  private let nearest: [[Int]]
  /// The same for each region; itself first.
  private let successors: [[Int]]

  public init(_ workload: Workload, _ deployment: Deployment) {
    let (topology, regions) = (workload.topology, workload.regions)
    self.deployment = deployment
    self.regions = regions
    nearest = workload.clients.map { topology.ranking(of: regions, from: $0.region) }
    successors = regions.map { topology.ranking(of: regions, from: $0) }
  }

  /// Where a request enters: the region nearest to a place in the list of clients.
  ///
  /// - Parameter lost: a region that is known to be lost.
  public func entry(from place: Int, without lost: Int? = nil) -> Int {
    first(of: nearest[place], without: lost)
  }

  /// Which region takes a user's write of what no consensus group decides.
  ///
  /// What a lost region would take is taken by the one nearest to it, which has heard of its
  /// writes first.
  public func writer(at place: Int, home: Int, without lost: Int? = nil) -> Int {
    switch deployment.writer {
    case .primary: first(of: successors[0], without: lost)
    case .home: first(of: successors[entry(from: home)], without: lost)
    case .nearest: entry(from: place, without: lost)
    }
  }

  private func first(of order: [Int], without lost: Int?) -> Int {
    order.first { $0 != lost } ?? order[0]
  }
}

extension Topology {
  /// Places in a list of regions by their round trips from a region; of equals the first is first.
  public func ranking(of regions: [RegionID], from place: RegionID) -> [Int] {
    regions.indices.sorted {
      (clientWay(place, regions[$0]), $0) < (clientWay(place, regions[$1]), $1)
    }
  }
}
