import GeoModel

/// How long a server waits for what.
public struct RaftTiming: Hashable, Sendable {
  /// Between two heartbeats of a leader.
  public let heartbeat: Delay
  /// From the last word of a leader to a candidacy, drawn anew for each candidacy.
  public let election: ClosedRange<Delay>
  /// How long a server takes to write entries to its own disk.
  ///
  /// Terms and votes are taken to be on disk at once; the time that they take is left out.
  public let flush: Delay

  public init(
    heartbeat: Duration, election: ClosedRange<Duration>, flush: Duration = .zero
  ) {
    precondition(heartbeat > .zero, "a leader that is never silent says nothing")
    self.heartbeat = Delay(heartbeat)
    self.election = Delay(election.lowerBound)...Delay(election.upperBound)
    self.flush = Delay(flush)
  }

  /// Timing for servers that are at most a round trip apart.
  ///
  /// A heartbeat lasts one round trip, and a server waits for ten to twenty: the rule of
  /// [etcd], within what [Ongaro 2014] §5.6 demands of broadcast and election timeout.
  ///
  /// [etcd]: https://etcd.io/docs/latest/tuning/
  /// [Ongaro 2014]: https://raft.github.io/raft.pdf
  public init(forRoundTrip roundTrip: Duration, flush: Duration = .zero) {
    let heartbeat = max(roundTrip, .milliseconds(10))
    self.init(
      heartbeat: heartbeat, election: (heartbeat * 10)...(heartbeat * 20), flush: flush)
  }

  /// How many heartbeats fit into the shortest election timeout, at least one.
  var heartbeatsPerElection: Int {
    Int(max(1, election.lowerBound.nanoseconds / heartbeat.nanoseconds))
  }
}
