import GeoModel

/// One write to a GLOBAL table, and reads of it at the present time in every region.
///
/// The leaseholder writes at a time that lies ahead and closes everything up to it; the writer's
/// node answers when its own clock has reached that time. A reader's replica answers by itself when
/// it has closed everything up to the reader's present and the greatest clock offset beyond it;
/// a value between the two may lie in the past of another clock, so it is waited for
/// ([non-blocking transactions]).
///
/// [non-blocking transactions]: https://github.com/cockroachdb/cockroach/blob/master/docs/RFCS/20200811_non_blocking_txns.md
public enum GlobalWrite {
  public enum Message: Equatable, Sendable {
    // Reminders to oneself.
    case writeNow
    case readNow
    case closeNow
    /// The time of the write has come on the writer's clock.
    case waitedOut
    case finish(Read)
    // Between nodes.
    case request
    case append
    case acknowledge
    case commit(at: Instant)
    case closed(Instant)
    case reply(at: Instant)
    case ask(sent: Instant)
    case answer(sent: Instant, value: Instant?)
  }

  /// A read, in the time of the reader's clock.
  public struct Read: Equatable, Sendable {
    public let sent: Instant
    /// When its answer was there.
    public internal(set) var done: Instant
    /// Whether it returned what was written.
    public let sawWrite: Bool
    /// Whether the reader's own replica answered.
    public let isLocal: Bool
  }

  /// What all nodes of a run know.
  struct Setting: Sendable {
    let timestamps: ClosedTimestamps
    let voterCount: Int
    let writer: NodeID
    /// From the start to the write.
    let writeDelay: Delay
    /// From one read of every node to its next.
    let readInterval: Delay

    var lead: Delay { Delay(timestamps.lead) }
    var maxOffset: Delay { Delay(timestamps.maxOffset) }
    var closeInterval: Delay { Delay(timestamps.interval) }
    var answersNeeded: Int { Quorum(voters: voterCount).majority - 1 }
  }

  /// The leaseholder's number in every run.
  static let leader = NodeID(0)
}
