/// Accounts that live under one law.
///
/// Residency keys on the account: on where its holder signed up, never on where a request is from.
public struct Population: Equatable, Sendable {
  public var name: String
  /// The name of a ``Jurisdiction``.
  public var jurisdiction: String
  /// Where the rows of the accounts are, at least one region; the first takes the writes.
  public var home: [RegionID]

  public init(name: String, jurisdiction: String, home: [RegionID]) {
    self.name = name
    self.jurisdiction = jurisdiction
    self.home = home
  }
}

/// What decides in which region a request is served.
public enum AccountRouting: String, CaseIterable, Sendable {
  /// The home of the account.
  case account
  /// Where a name server takes the user to be.
  case geoDNS = "geo-dns"
  /// Which region is nearest to the user.
  case nearest
}

/// The regions of a store or of a key.
public struct Placement: Equatable, Sendable {
  /// Whether each account's part of it is in the account's home.
  public var includesHome: Bool
  /// Regions that hold it for all accounts.
  public var regions: [RegionID]
  /// The names of the populations whose accounts are meant; `nil` for those of all.
  public var populations: [String]?

  public init(
    includesHome: Bool = false, regions: [RegionID] = [], populations: [String]? = nil
  ) {
    self.includesHome = includesHome
    self.regions = regions
    self.populations = populations
  }

  public static let home = Placement(includesHome: true)
}
