import Content
import GeoModel

extension Arguments {
  /// The database that the arguments `regions`, `survive` and `placement` describe.
  mutating func database(in topology: Topology) throws(Diagnostic) -> MultiRegionDatabase {
    let regions = try regions("regions", of: topology)
    let goal: SurvivalGoal = try choice("survive", default: .zone)
    let copies: CopyPolicy = try choice("placement", default: .default)
    do throws(MultiRegionError) {
      return try MultiRegionDatabase(regions: regions, surviving: goal, copies: copies)
    } catch {
      throw failure("regions", error.description)
    }
  }
}

extension ReplicaPlacement {
  /// The mark of a region: what the best of its replicas is.
  func mark(of region: RegionID) -> Mark? {
    if region == home { return .leader }
    if voters.contains(where: { $0.region == region }) { return .voter }
    return nonVoters.contains { $0.region == region } ? .nonVoter : nil
  }
}
