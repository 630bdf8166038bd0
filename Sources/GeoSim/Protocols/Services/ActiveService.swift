import GeoModel

extension ServiceRun {
  /// Regions that all write: each is the primary of the users next to it, and another one takes
  /// them over when it is gone.
  ///
  /// Only their writes are looked at. What comes of two regions that change the same thing is the
  /// matter of ``Purchases``.
  func activeTrial(_ regions: [RegionID], seed: UInt64) -> ServiceTrial {
    var seeds = SplitMix64(seed: seed)
    return regions.reduce(into: ServiceTrial()) { sum, region in
      let users = places.filter { nearest(to: $0, of: regions) == region }
      let seed = seeds.next()
      guard !users.isEmpty else { return }
      sum.add(serving(users, from: region, of: regions, seed: seed))
    }
  }

  private func serving(
    _ users: [RegionID], from region: RegionID, of regions: [RegionID], seed: UInt64
  ) -> ServiceTrial {
    let lost = trouble.lostRegions
    let others = regions.filter { $0 != region }.sorted {
      (topology.roundTrip(region, $0), $0) < (topology.roundTrip(region, $1), $1)
    }
    let left = others.filter { !lost.contains($0) }
    guard !left.isEmpty || !lost.contains(region) else {
      return ServiceTrial(waits: users.filter { !trouble.cutsOff($0) }.map { _ in nil })
    }
    var failover = failover(
      from: region, to: left.isEmpty ? others : left, .asynchronous, for: users)
    failover.scenario.observers = []
    failover.scenario.detector.agree = 1
    failover.scenario.promotion = .automatic
    failover.scenario.lease = nil
    failover.scenario.fencesOldPrimary = false
    var trial = failover.failingAtWorst(seed: seed).trial(seed: seed)
    // Two that write are no accident here, and what a region has that comes back is merged.
    trial.splitBrainWrites = 0
    if !trouble.isFinal {
      trial.lostWrites = 0
      trial.rpo = .zero
    }
    return trial
  }

  /// The region with the shortest way for a user; the first of equals.
  func nearest(to place: RegionID, of regions: [RegionID]) -> RegionID {
    regions.reduce(regions[0]) {
      topology.clientWay(place, $1) < topology.clientWay(place, $0) ? $1 : $0
    }
  }
}

extension ServiceTrial {
  fileprivate mutating func add(_ other: ServiceTrial) {
    waits += other.waits
    lostWrites += other.lostWrites
    rpo = max(rpo, other.rpo)
    splitBrainWrites += other.splitBrainWrites
  }
}
