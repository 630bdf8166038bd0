/// Something that goes wrong with a region, or is mended, and when.
public struct RegionFault: Equatable, Sendable {
  public var time: Duration
  public var change: Change

  public init(_ change: Change, at time: Duration) {
    self.time = time
    self.change = change
  }

  public enum Change: Equatable, Sendable {
    /// All its servers stop, and its links go dark with what is on them. Its users stay.
    case crash(RegionID)
    case recover(RegionID)
    /// Its database process stands still and does not know it.
    case pause(RegionID)
    case resume(RegionID)
    /// Servers and users of the region can reach each other and nobody else.
    case isolate(RegionID)
    case rejoin(RegionID)
    /// Messages from one region to another are lost, in this direction only.
    case cut(from: RegionID, to: RegionID)
    case heal(from: RegionID, to: RegionID)
    /// Messages from one region to another take so many times their time.
    case slow(from: RegionID, to: RegionID, factor: Double)
    /// The clocks of its servers jump ahead, back if negative.
    case skewClock(RegionID, by: Duration)
    /// The clocks of its servers run so many parts in a million too fast.
    case driftClock(RegionID, partsPerMillion: Int)
  }
}
