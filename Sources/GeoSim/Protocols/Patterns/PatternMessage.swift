import GeoModel

/// The protocol of the four patterns: servers that keep the data of a region, and users.
public enum Pattern {
  public typealias Outbox = GeoSim.Outbox<Message>

  /// How far each log is known: one per region, and last the log of the consensus group.
  public typealias Positions = [Int]

  public enum Message: Sendable {
    /// From users to a server, or from a server to the one that can serve it.
    case ask(Question)
    /// From the server to the users.
    case answer(Answer)
    /// A server's reminder to send its write to the others.
    case ship(Entry)
    /// Another server's write.
    case apply(Entry)
    case raft(RaftMessage)
    /// The users' reminder that the next request is due.
    case next
    /// What a traveller takes along, from users to users.
    case session(user: Int, Positions)
  }

  /// A request on its way.
  public struct Question: Sendable {
    /// Its place in the list of all requests.
    let request: Int
    let client: NodeID
    /// What a read must show; empty where nothing is asked.
    let token: Positions
    /// Whether the server that it has reached must serve it.
    var isForwarded = false
  }

  public struct Answer: Sendable {
    let request: Int
    /// What the server that served it had seen.
    let known: Positions
    /// When it was served.
    let served: Instant
    /// The log that has the write, and its position there; `nil` for a read and for a sale that
    /// was refused.
    var write: Write?
  }

  /// The name of a write: a log and a position in it, from 1.
  public struct Write: Hashable, Sendable {
    let log: Int
    let position: Int
  }

  /// A write as it is told to the other regions.
  public struct Entry: Sendable {
    let write: Write
    let written: Instant
    let change: RegionData.Change
  }
}

extension Pattern.Message {
  /// Whether it carries a request, an answer or a write, and so is paid for between regions.
  var hasLoad: Bool {
    switch self {
    case .ask, .answer, .apply: true
    case .raft(.append(let append)): !append.entries.isEmpty
    case .raft, .ship, .next, .session: false
    }
  }
}
