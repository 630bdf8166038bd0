import GeoModel

extension FailoverScenario {
  /// The smallest schedule in which a lease alone does not keep two primaries apart.
  ///
  /// The primary looks at its lease, finds it good, and stands still before the write is on its
  /// disk. When it goes on, another is the primary, and the write is accepted all the same. With
  /// ``fencesOldPrimary`` the storage looks again and refuses it.
  ///
  /// - Parameters:
  ///   - topology: has the three regions.
  ///   - witness: where the primary is watched and its successor decided on.
  public static func splitBrainExample(
    in topology: Topology, primary: RegionID, standby: RegionID, witness: RegionID
  ) -> FailoverScenario {
    var scenario = FailoverScenario(
      topology: topology, primary: primary, standbys: [standby], observers: [witness],
      clients: [primary])
    scenario.writesPerSecond = 10
    scenario.hasRegularWrites = true
    scenario.flush = .milliseconds(20)
    scenario.detector = Detector(interval: .seconds(1), misses: 2, timeout: .milliseconds(500))
    scenario.lease = .seconds(2)
    scenario.patience = .seconds(10)
    scenario.fencesOldPrimary = false
    scenario.incident = [
      RegionFault(.pause(primary), at: .seconds(5)),
      RegionFault(.resume(primary), at: .seconds(11)),
    ]
    scenario.duration = .seconds(15)
    // Of the seeds that let the pause fall between the look and the disk, the first.
    scenario.seed = 8
    return scenario
  }
}
