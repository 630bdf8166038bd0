import GeoModel

/// A region that decides about stock for a while.
struct SitePlan: Equatable, Sendable {
  /// In whose name it sells. A new leader sells in the name of the old one.
  var name: ReplicaID
  var region: RegionID
  /// From a sale until enough others have it.
  var commit: Duration
  /// When it can decide anything.
  var reign: Range<Duration>
}
