/// Something that fails as a whole.
public enum FailureDomain: Hashable, Sendable {
  case region(RegionID)
  /// A zone of a region, counted from 0.
  case zone(RegionID, Int)

  /// Whether the domain's loss takes a replica with it.
  public func holds(_ replica: ReplicaPlacement.Replica) -> Bool {
    switch self {
    case .region(let region): replica.region == region
    case .zone(let region, let zone): replica.region == region && replica.zone == zone
    }
  }
}
