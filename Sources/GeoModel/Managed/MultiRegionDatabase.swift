/// A database in several regions that places its replicas by what it must survive and by who reads.
///
/// It follows the rules of CockroachDB: the operator says what, the database works out where
/// ([survival goals], [table localities]). How its allocator breaks ties by load is left out: of
/// regions that would do, the nearer ones to the home vote.
///
/// [survival goals]: https://www.cockroachlabs.com/docs/stable/multiregion-survival-goals
/// [table localities]: https://www.cockroachlabs.com/docs/stable/table-localities
public struct MultiRegionDatabase: Equatable, Sendable {
  /// Each once; the first is the primary one.
  public let regions: [RegionID]
  public let goal: SurvivalGoal
  public let copies: CopyPolicy
  /// Groups of regions that the regional data of their members never leaves.
  public let superRegions: [[RegionID]]

  /// How many regions it takes before one of them can be lost.
  public static let fewestRegions = 3

  /// - Throws: when no placement can keep what is asked for.
  public init(
    regions: [RegionID], surviving goal: SurvivalGoal = .zone, copies: CopyPolicy = .default,
    superRegions: [[RegionID]] = []
  ) throws(MultiRegionError) {
    guard !regions.isEmpty else { throw .noRegion }
    if let twice = Self.firstRepeated(regions) { throw .regionTwice(twice) }
    if let twice = Self.firstRepeated(superRegions.flatMap(\.self)) {
      throw .inTwoSuperRegions(twice)
    }
    if let stranger = superRegions.flatMap(\.self).first(where: { !regions.contains($0) }) {
      throw .notInDatabase(stranger, regions: regions)
    }
    if goal == .region {
      let scopes = [regions] + superRegions
      if let scope = scopes.first(where: { $0.count < Self.fewestRegions }) {
        throw .tooFewRegions(scope)
      }
      if copies == .restricted { throw .restrictedSurvivesNoRegion }
    }
    self.regions = regions
    self.goal = goal
    self.copies = copies
    self.superRegions = superRegions
  }

  public var primary: RegionID { regions[0] }

  /// Places a table, or a row of one.
  ///
  /// - Parameter topology: has every region of the database.
  /// - Throws: when the table's home is not a region of the database.
  public func place(
    _ locality: TableLocality, in topology: Topology
  ) throws(MultiRegionError) -> PlacedTable {
    switch locality {
    case .global:
      let placement = placement(
        home: primary, among: regions, copies: .default, in: topology)
      return PlacedTable(placement: placement, isGlobal: true)
    case .regionalByTable(let home), .regionalByRow(let home):
      guard regions.contains(home) else { throw .notInDatabase(home, regions: regions) }
      let scope = superRegions.first { $0.contains(home) } ?? regions
      let placement = placement(home: home, among: scope, copies: copies, in: topology)
      return PlacedTable(placement: placement, isGlobal: false)
    }
  }

  /// What the course's handout asks of a database that survives a region.
  ///
  /// - Throws: always, where there is more than one region.
  public func requireMajorityInEachRegion() throws(MultiRegionError) {
    if regions.count > 1 { throw .majorityInEachRegion(count: regions.count) }
  }

  private func placement(
    home: RegionID, among scope: [RegionID], copies: CopyPolicy, in topology: Topology
  ) -> ReplicaPlacement {
    let others = scope.filter { $0 != home }.enumerated()
      .sorted {
        (topology.roundTrip(home, $0.element), $0.offset)
          < (topology.roundTrip(home, $1.element), $1.offset)
      }
      .map(\.element)
    let voters = [home, home] + otherVoters(home: home, others)
    let rest = copies == .restricted ? [] : others.filter { !voters.contains($0) }
    return ReplicaPlacement(home: home, voters: voters, nonVoters: rest)
  }

  /// The three voters, or one, beside the two that are always at home.
  ///
  /// With REGION survival every region is due a copy and three votes are left to give: with two
  /// other regions the nearer one gets two of them, with more the three nearest get one each.
  private func otherVoters(home: RegionID, _ others: [RegionID]) -> [RegionID] {
    switch goal {
    case .zone: [home]
    case .region: others.count == 2 ? [others[0], others[0], others[1]] : Array(others.prefix(3))
    }
  }

  private static func firstRepeated(_ regions: [RegionID]) -> RegionID? {
    regions.indices.first { regions[..<$0].contains(regions[$0]) }.map { regions[$0] }
  }
}
