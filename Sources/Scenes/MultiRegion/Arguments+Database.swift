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

  /// A region of the database; the primary one when it is not given.
  mutating func home(
    of database: MultiRegionDatabase, in topology: Topology
  ) throws(Diagnostic) -> RegionID {
    let home = try region("home", of: topology, default: database.primary)
    guard database.regions.contains(home) else {
      throw failure(
        "home", MultiRegionError.notInDatabase(home, regions: database.regions).description)
    }
    return home
  }
}

extension Placement {
  /// The mark of a region: what the best of its replicas is.
  func mark(of region: RegionID) -> Mark? {
    if region == home { return .leader }
    if voters.contains(where: { $0.region == region }) { return .voter }
    return nonVoters.contains { $0.region == region } ? .nonVoter : nil
  }
}
