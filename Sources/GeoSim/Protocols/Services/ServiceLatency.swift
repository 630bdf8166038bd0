import GeoModel

/// What users in one place wait for while nothing is wrong.
public struct ServiceLatency: Equatable, Sendable {
  public let place: RegionID
  /// In milliseconds.
  public let write: Distribution
  /// In milliseconds.
  public let read: Distribution
}

extension ServiceRun {
  /// By how much delays vary when latencies are measured: the standard deviation of their logarithm,
  /// about that of the links between regions on a quiet day.
  public static let usualJitter = 0.1

  /// What users wait for in each place, where delays vary as much as told.
  ///
  /// Without jitter every number is the formula's: the way to the leader, and its commit.
  public func latencies(jitter: Double = usualJitter, seed: UInt64) -> [ServiceLatency] {
    var dice = SplitMix64(seed: seed)
    let writes = writeLatencies(jitter: jitter, seed: dice.next())
    return zip(places, writes).compactMap { place, writes in
      let writes = writes.map(\.duration.milliseconds)
      let reads = readLatencies(from: place, like: writes, jitter: jitter, &dice)
      guard let write = Distribution(writes), let read = Distribution(reads) else { return nil }
      return ServiceLatency(place: place, write: write, read: read)
    }
  }

  private func writeLatencies(jitter: Double, seed: UInt64) -> [[Delay]] {
    switch service.copies {
    case .standbys(let primary, let standbys, let replication):
      return writes(to: primary, standbys, replication, from: places, jitter: jitter, seed: seed)
    case .snapshots(let primary, let other, _, _):
      return writes(to: primary, [other], .asynchronous, from: places, jitter: jitter, seed: seed)
    case .active(let regions):
      return places.flatMap { place in
        let near = nearest(to: place, of: regions)
        return writes(
          to: near, regions.filter { $0 != near }, .asynchronous, from: [place], jitter: jitter,
          seed: seed)
      }
    case .consensus(let voters, let witness, let leader):
      var run = consensus(voters: voters, witness: witness, leader: leader, seed: seed)
      if jitter > 0 { run.scenario.jitter = .lognormal(sigma: jitter) }
      return run.latencies()
    }
  }

  private func writes(
    to primary: RegionID, _ standbys: [RegionID], _ replication: FailoverScenario.Replication,
    from places: [RegionID], jitter: Double, seed: UInt64
  ) -> [[Delay]] {
    var failover = failover(from: primary, to: standbys, replication, for: places)
    failover.scenario.jitter = jitter
    return failover.measured(seed: seed).1.latencies
  }

  /// A read at the leader of a group costs a quorum, unless the leader has a lease; every other
  /// read is one way there and back.
  private func readLatencies(
    from place: RegionID, like writes: [Double], jitter: Double, _ dice: inout SplitMix64
  ) -> [Double] {
    if case .consensus = service.copies, service.lease == nil { return writes }
    let region = readRegion(for: place)
    guard region != place else { return [0] }
    let variation = jitter > 0 ? Jitter.lognormal(sigma: jitter) : .none
    let there = Delay(topology.oneWay(from: place, to: region)).nanoseconds
    let back = Delay(topology.oneWay(from: region, to: place)).nanoseconds
    return (0..<1000).map { _ in
      let trip =
        variation.draw(around: there, with: &dice) + variation.draw(around: back, with: &dice)
      return Duration.nanoseconds(trip).milliseconds
    }
  }

  /// A catalogue is read nearby and may be stale; of orders and stock only the newest counts.
  private func readRegion(for place: RegionID) -> RegionID {
    if case .active(let regions) = service.copies { return nearest(to: place, of: regions) }
    guard service.keeps == .catalogue else { return service.primary }
    if case .snapshots(let primary, _, _, _) = service.copies { return primary }
    return nearest(to: place, of: service.dataRegions)
  }
}
