/// Why a database cannot be placed as it is asked for.
public enum MultiRegionError: Error, Equatable, Sendable {
  case noRegion
  case regionTwice(RegionID)
  case notInDatabase(RegionID, regions: [RegionID])
  case inTwoSuperRegions(RegionID)
  /// A database or super region that is to survive a region and is too small for it.
  case tooFewRegions([RegionID])
  case restrictedSurvivesNoRegion
  case majorityInEachRegion(count: Int)
}

extension MultiRegionError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noRegion: "a database needs at least one region"
    case .regionTwice(let region): "\(region) is listed twice; list every region once"
    case .notInDatabase(let region, let regions):
      "\(region) is not in the database, whose regions are \(Self.list(regions))"
    case .inTwoSuperRegions(let region):
      "\(region) is in more than one super region; it can be in one"
    case .tooFewRegions(let regions):
      "surviving a region takes at least \(MultiRegionDatabase.fewestRegions) regions, and "
        + "\(Self.list(regions)) is only \(regions.count): one of them holds at least half of the "
        + "voters, and without it the rest is no majority; add a region, or survive zones"
    case .restrictedSurvivesNoRegion:
      "restricted placement keeps every voter in the home region, so its loss takes them all; "
        + "survive zones, or take default placement"
    case .majorityInEachRegion(let count):
      "\(count) regions cannot each hold a majority: a majority is more than half of the voters, "
        + "so two of them would be more than all; to survive a region, let no region hold one"
    }
  }

  private static func list(_ regions: [RegionID]) -> String {
    regions.map(\.name).joined(separator: ", ")
  }
}
