/// How much of a conversation is already set up when a request is sent.
public enum Connection: String, CaseIterable, Sendable {
  /// An open connection.
  case warm
  /// QUIC with early data: the request travels in the first packet (RFC 9000, RFC 9001).
  case quicResumed = "quic-resumed"
  /// TCP, then TLS 1.3, then the request (RFC 8446).
  case tls13 = "tls-1.3"
  /// TCP, then the two round trips of TLS 1.2, then the request (RFC 5246).
  case tls12 = "tls-1.2"

  /// Round trips until the answer is there, the request's own included.
  public var roundTrips: Int {
    switch self {
    case .warm, .quicResumed: 1
    case .tls13: 3
    case .tls12: 4
    }
  }

  /// The time from the first packet to the answer.
  public func cost(over roundTrip: Duration) -> Duration { roundTrip * roundTrips }
}

/// How many writes a second one row takes when each must commit before the next may begin.
///
/// Latency alone does not limit throughput: writes to different rows overlap. Writes to the same
/// row queue behind its lock, which is held for one commit.
public func contendedWritesPerSecond(commit: Duration) -> Double {
  precondition(commit > .zero, "a row that is locked for no time has no limit")
  return 1000 / commit.milliseconds
}
