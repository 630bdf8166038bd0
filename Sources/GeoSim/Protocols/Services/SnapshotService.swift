import GeoModel

extension ServiceRun {
  /// Snapshots in another region: only chance and sums, since nothing else happens in between.
  ///
  /// Nobody restores what comes back by itself.
  func snapshotTrial(
    of primary: RegionID, _ schedule: BackupSchedule, restore: Duration, seed: UInt64
  ) -> ServiceTrial {
    var dice = SplitMix64(seed: seed)
    let reachable = places.filter { !trouble.cutsOff($0) }
    if trouble == .pausesPrimary {
      return ServiceTrial(waits: reachable.map { _ in Trouble.pause })
    }
    let lost = trouble.lostRegions
    guard lost.contains(primary) else {
      return ServiceTrial(waits: reachable.map { topology.clientWay($0, primary) })
    }
    guard trouble.isFinal else {
      return ServiceTrial(waits: reachable.map { _ in Trouble.isolation })
    }
    if service.dataRegions.allSatisfy(lost.contains) {
      return ServiceTrial(waits: reachable.map { _ in nil })
    }
    return restored(after: restore, from: schedule, for: reachable, &dice)
  }

  private func restored(
    after restore: Duration, from schedule: BackupSchedule, for places: [RegionID],
    _ dice: inout SplitMix64
  ) -> ServiceTrial {
    // At any moment between two snapshots, once there is one.
    let failure = schedule.interval + schedule.duration + dice.uniform(upTo: schedule.interval)
    let loss = schedule.loss(at: failure) ?? failure
    let detector = service.detector
    let heartbeat = HeartbeatDetector(
      interval: detector.interval, misses: detector.misses, timeout: detector.timeout)
    let noticed = heartbeat.detection(failingAfterProbe: dice.uniform(upTo: detector.interval))
    let person: Duration = if case .manual(let after) = service.promotion { after } else { .zero }
    return ServiceTrial(
      waits: places.map { _ in
        noticed + person + restore + service.roleChange + lookUp(&dice)
      },
      lostWrites: Int((writesPerSecond * (loss / .seconds(1))).rounded()), rpo: loss)
  }

  /// Until a user's resolver asks again.
  func lookUp(_ dice: inout SplitMix64) -> Duration {
    guard case .dns(let ttl, let part, let stubborn) = service.routing else { return .zero }
    return dice.uniform(upTo: dice.happens(part) ? stubborn : ttl)
  }
}
