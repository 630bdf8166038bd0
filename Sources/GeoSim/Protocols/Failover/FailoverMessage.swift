/// The protocol of a failover: databases, observers, one who decides, and clients.
///
/// The one who decides stands for a group that agrees by majority; that it is one node, and that
/// nothing is decided while its region is lost, is a simplification.
public enum Failover {
  public typealias Outbox = GeoSim.Outbox<Message>

  /// What the nodes say to each other, and to themselves; by who hears it.
  public enum Message: Equatable, Sendable {
    case database(DatabaseMessage)
    case observer(ObserverMessage)
    case coordinator(CoordinatorMessage)
    case client(ClientMessage)
  }

  public enum DatabaseMessage: Equatable, Sendable {
    // From a client.
    case write(sent: Instant)
    case flushed(client: NodeID, sent: Instant, epoch: Int)
    // A log is a list of positions, each of some epoch; `of` names that epoch.
    case append(epoch: Int, of: Int, from: Int, through: Int)
    case stored(epoch: Int, length: Int)
    case missing(epoch: Int, from: Int)
    case join(epoch: Int, of: Int, length: Int)
    /// `length` is `nil` where the log of the primary has nothing of that epoch.
    case follow(epoch: Int, of: Int, length: Int?)
    case ship
    case waitedEnough(position: Int)
    // The right to write.
    case tick
    case granted(epoch: Int, asked: Instant)
    case leaseEnds
    case fence(epoch: Int)
    case promote(epoch: Int)
    case replayed(epoch: Int)
    case warm(epoch: Int)
    // From an observer.
    case probe(number: Int)
  }

  public enum ObserverMessage: Equatable, Sendable {
    case nextProbe
    case alive(number: Int)
    case overdue(number: Int)
    case watch(NodeID, epoch: Int)
  }

  public enum CoordinatorMessage: Equatable, Sendable {
    case tick
    case renew(epoch: Int, asked: Instant)
    case suspect(epoch: Int)
    case trust(epoch: Int)
    case watching(epoch: Int)
    case decide(epoch: Int)
    case fenced(epoch: Int, of: Int, length: Int)
    case leaseIsOver(epoch: Int)
    case answersAreDue(epoch: Int)
    case opened(epoch: Int)
    case routed(epoch: Int)
  }

  public enum ClientMessage: Equatable, Sendable {
    case nextWrite
    case accepted(epoch: Int, position: Int, sent: Instant)
    case refused(sent: Instant)
    case route(NodeID, epoch: Int)
    case switchOver
  }
}
