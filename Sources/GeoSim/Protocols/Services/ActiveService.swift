import GeoModel

extension ServiceRun {
  /// Regions that all write: each is the primary of the users next to it, and another one takes
  /// them over when it is gone.
  ///
  /// Only their writes are looked at. What comes of two regions that change the same thing is the
  /// matter of ``Purchases``.
  func activeTrial(_ regions: [RegionID], seed: UInt64) -> ServiceTrial {
    takeovers(among: regions, seed: seed).reduce(into: ServiceTrial()) { sum, part in
      sum.add(trial(of: part))
    }
  }

  /// That of the region that is lost; `nil` where it has no users, or none is lost.
  func takeover(among regions: [RegionID], seed: UInt64) -> (FailoverService, seed: UInt64)? {
    let part = takeovers(among: regions, seed: seed).first {
      trouble.lostRegions.contains($0.region)
    }
    return part.flatMap { part in part.failover.map { ($0, part.seed) } }
  }

  /// The users of a region, and how another one takes them over.
  private struct Takeover {
    let region: RegionID
    let users: [RegionID]
    /// `nil` where no region is left to write to.
    let failover: FailoverService?
    let seed: UInt64
  }

  private func takeovers(among regions: [RegionID], seed: UInt64) -> [Takeover] {
    var seeds = SplitMix64(seed: seed)
    return regions.compactMap { region in
      let users = places.filter { nearest(to: $0, of: regions) == region }
      let seed = seeds.next() % 1_000_000_000
      guard !users.isEmpty else { return nil }
      return Takeover(
        region: region, users: users, failover: takeover(of: users, from: region, of: regions),
        seed: seed)
    }
  }

  private func takeover(
    of users: [RegionID], from region: RegionID, of regions: [RegionID]
  ) -> FailoverService? {
    let lost = trouble.lostRegions
    let others = regions.filter { $0 != region }.sorted {
      (topology.roundTrip(region, $0), $0) < (topology.roundTrip(region, $1), $1)
    }
    let left = others.filter { !lost.contains($0) }
    guard !left.isEmpty || !lost.contains(region) else { return nil }
    var failover = failover(
      from: region, to: left.isEmpty ? others : left, .asynchronous, for: users)
    failover.scenario.observers = []
    failover.scenario.detector.agree = 1
    failover.scenario.promotion = .automatic
    failover.scenario.lease = nil
    failover.scenario.fencesOldPrimary = false
    return failover
  }

  private func trial(of part: Takeover) -> ServiceTrial {
    guard let failover = part.failover else {
      return ServiceTrial(waits: part.users.filter { !trouble.cutsOff($0) }.map { _ in nil })
    }
    var trial = failover.failingAtWorst(seed: part.seed).trial(seed: part.seed)
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
