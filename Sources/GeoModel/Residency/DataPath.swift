/// The way of a value, store by store and region by region.
public struct DataPath: Equatable, Sendable {
  public struct Hop: Equatable, Sendable {
    public enum Arrival: Equatable, Sendable {
      /// The application writes it there.
      case written
      /// The store copies it to its other regions.
      case replicated
      case flow(Flow)
    }

    public var store: String
    public var region: RegionID
    public var arrival: Arrival

    public init(_ store: String, _ region: RegionID, _ arrival: Arrival) {
      self.store = store
      self.region = region
      self.arrival = arrival
    }
  }

  /// At least one; the first is where the value is written.
  public var hops: [Hop]

  public init(hops: [Hop]) {
    self.hops = hops
  }

  /// Where it ends.
  public var region: RegionID { hops[hops.count - 1].region }
  public var store: String { hops[hops.count - 1].store }
}

extension Design {
  /// The way of a copy to one region of its store, for the accounts of a population.
  ///
  /// In between it stays in the region where it is as long as the next store is there too.
  public func path(of copy: DataCopy, to region: RegionID, for population: Population) -> DataPath {
    var current = regions(of: copy.origin.placement, for: population).first ?? region
    guard let last = copy.flows.last else {
      let written = DataPath.Hop(copy.origin.name, region, .written)
      // What strays there is written there: nobody copies it.
      let isWritten =
        current == region || isStray(region, of: copy.origin.placement, for: population)
      guard !isWritten else { return DataPath(hops: [written]) }
      let start = DataPath.Hop(copy.origin.name, current, .written)
      return DataPath(hops: [start, DataPath.Hop(copy.origin.name, region, .replicated)])
    }
    var hops = [DataPath.Hop(copy.origin.name, current, .written)]
    for flow in copy.flows.dropLast() {
      let there = store(named: flow.to).map { regions(of: $0.placement, for: population) } ?? []
      current = there.contains(current) ? current : there.first ?? current
      hops.append(DataPath.Hop(flow.to, current, .flow(flow)))
    }
    hops.append(DataPath.Hop(last.to, region, .flow(last)))
    return DataPath(hops: hops)
  }

  /// Whether rows of a population lie there only because requests decide where: it is the home of
  /// others, and nobody has named it.
  public func isStray(
    _ region: RegionID, of placement: Placement, for population: Population
  ) -> Bool {
    placement.includesHome && !placement.regions.contains(region)
      && !population.home.contains(region)
  }
}
