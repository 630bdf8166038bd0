/// How a leaseholder promises to write no more below a time, so that others may read there.
///
/// The settings and defaults are those of CockroachDB, from its source: `kv.closed_timestamp.*`.
public struct ClosedTimestamps: Equatable, Sendable {
  /// How far behind the present a leaseholder closes: `target_duration`.
  public var target = Duration.seconds(3)
  /// How often it says so to replicas that it has nothing else to tell: `side_transport_interval`.
  public var interval = Duration.milliseconds(200)
  /// How long the news may take to a replica: `propagation_slack`.
  public var slack = Duration.seconds(1)
  /// By how much the clocks of two nodes may differ: `--max-offset`.
  public var maxOffset = Duration.milliseconds(500)

  public init() {}

  /// How far back `follower_read_timestamp()` reads: the sum of what may delay the news.
  ///
  /// Until version 21.1 it was 4.8 s, by another formula.
  public var exactStaleness: Duration { target + interval + slack }

  /// How old the freshest value is that a replica may return by itself, at worst.
  ///
  /// - Parameter delay: how long ago the last news left the leaseholder that have come: one way,
  ///   or since when a cut lasts.
  public func freshest(delay: Duration) -> Duration { target + interval + delay }

  /// How far ahead of the present a leaseholder of a GLOBAL table writes and closes.
  ///
  /// The news must reach every replica before the time that they close, by three ways of Raft or
  /// one way of the side transport, and the clocks of readers may be fast by `maxOffset`. Formula
  /// and constants are those of CockroachDB 21.1 to 24.3 ([source]), which take 150 ms for the longest
  /// round trip whatever the network; later versions measure it.
  ///
  /// [source]: https://github.com/cockroachdb/cockroach/blob/release-24.1/pkg/kv/kvserver/closedts/policy.go
  public var lead: Duration {
    let byRaft = Self.longestRoundTrip * 3 / 2 + Self.raftOverhead
    let bySideTransport = Self.longestRoundTrip / 2 + interval
    return max(byRaft, bySideTransport) + maxOffset + Self.buffer
  }

  private static let longestRoundTrip = Duration.milliseconds(150)
  private static let raftOverhead = Duration.milliseconds(20)
  private static let buffer = Duration.milliseconds(25)
}
