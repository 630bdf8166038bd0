import GeoModel

/// What a workload met in one deployment. Times are milliseconds.
public struct PatternMeasurement: Equatable, Sendable {
  /// The requests made from one place.
  public struct Place: Equatable, Sendable {
    public let region: RegionID
    /// What was waited for; `nil` where nothing was answered.
    public let reads: Distribution?
    public let writes: Distribution?
    public let unansweredReads: Int
    public let unansweredWrites: Int
    /// From the loss of a region to the last request that was not answered; `nil` where all were.
    public let outage: Duration?
  }

  /// By place, in the order of the workload.
  public let places: [Place]
  public let reads: Distribution?
  public let writes: Distribution?
  /// How old the oldest write was that a read missed, 0 where it missed none; over all that were
  /// answered.
  public let staleness: Distribution?
  public let staleReads: Int
  /// From a write in one region until it was seen in another.
  public let visibility: Distribution?

  /// Reads that did not show what the same user had written, and had been told so.
  public let brokenReadYourWrites: Int
  /// Reads that did not show what an earlier read had shown to the same user.
  public let brokenMonotonicReads: Int
  /// Writes that others overwrote without knowing of them.
  public let lostUpdates: Int
  /// Units that were sold and are not there.
  public let oversold: Int
  /// Writes that a user was told of and that went down with a region.
  public let goneWrites: Int
  public let cost: PatternCost

  /// Everything that a user could hold against the deployment.
  public var anomalies: Int {
    brokenReadYourWrites + brokenMonotonicReads + lostUpdates + oversold + goneWrites
  }

  public var unanswered: Int {
    places.reduce(0) { $0 + $1.unansweredReads + $1.unansweredWrites }
  }
}
