import GeoModel

/// How long messages take between nodes: the one-way delays of a topology.
public struct Network: Sendable {
  private let topology: Topology
  private let regions: [RegionID]

  /// - Parameter regions: the region of every node, by number; each is one of the topology's.
  public init(topology: Topology, regions: [RegionID]) {
    self.topology = topology
    self.regions = regions
  }

  /// The time from sending to arrival. Loss and jitter are left out: every message arrives, and
  /// always takes the same time.
  func delay(from sender: NodeID, to receiver: NodeID) -> Duration {
    topology.oneWay(from: regions[sender.index], to: regions[receiver.index])
  }
}
