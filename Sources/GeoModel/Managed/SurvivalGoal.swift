/// What a multi-region database must outlive without losing a write or standing still.
public enum SurvivalGoal: String, CaseIterable, Sendable {
  /// The loss of any one zone: three voters in three zones of the home region.
  case zone
  /// The loss of any one region: five voters of which no region holds more than two.
  case region
}

/// Where the leaseholder of a piece of data stands, and who may read it there and then.
public enum TableLocality: Equatable, Sendable {
  /// `REGIONAL BY TABLE IN` a region: every row lives there.
  case regionalByTable(in: RegionID)
  /// One row of a `REGIONAL BY ROW` table: it lives in the region that its `crdb_region` names.
  ///
  /// That is where it was inserted, unless somebody says otherwise; it does not follow its user.
  case regionalByRow(home: RegionID)
  /// Led from the primary region, and read at the present time in every region.
  case global
}

/// Whether regions other than the home hold copies that do not vote.
public enum CopyPolicy: String, CaseIterable, Sendable {
  /// `PLACEMENT DEFAULT`: one in every region that has no voter.
  case `default`
  /// `PLACEMENT RESTRICTED`: none of a regional table.
  case restricted
}
