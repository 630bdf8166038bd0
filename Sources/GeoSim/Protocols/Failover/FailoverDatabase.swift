extension Failover {
  /// A primary or a standby: a process and, under it, the storage with the log.
  ///
  /// The process looks whether it may write before it begins; the storage, where there is fencing,
  /// looks again when the write reaches the disk. A pause in between is what the second look is
  /// for.
  struct Database: Sendable {
    /// What does not change; the same for all databases of a scenario.
    struct Rules: Equatable, Sendable {
      /// In the first epoch.
      var waiting: Waiting
      /// Semi-synchronous replication gives up waiting after this.
      var patience: Delay?
      var flush: Delay
      /// From one write shipped to the next; `nil` where there is no limit.
      var shipping: Delay?
      /// What replaying a write takes.
      var replay: Delay
      var roleChange: Delay
      var warmUp: Delay
      var lease: Delay?
      var isFencing: Bool
      var tick: Delay
    }

    /// Whose answers a write waits for.
    enum Waiting: Equatable, Sendable {
      case named(NodeID)
      case any(Int)
    }

    /// A write on the disk that standbys have not answered yet.
    struct Waiter: Equatable, Sendable {
      let client: NodeID
      let sent: Instant
      let position: Int
    }

    enum Role: Equatable, Sendable {
      case primary
      /// A primary whose lease is over.
      case lapsed
      /// Back from a crash, not sure to be the primary still.
      case asking
      case promoting
      case fenced
      case standby
    }

    let rules: Rules
    let coordinator: NodeID
    let others: [NodeID]

    var role: Role
    /// The newest that it knows and has accepted.
    var epoch = 1
    var log = Log()
    /// By its own clock.
    var leaseEnd: Instant
    /// Since the beginning, in any epoch.
    var acceptedWrites = 0
    /// Where the latest of them is; those of one moment are neighbours.
    var acceptedPosition = 0
    var rejectedWrites = 0
    var discardedWrites = 0

    // As the primary.
    /// How much of the log each of the others has, as far as it has said.
    var stored: [Int]
    /// In the order of positions; those before `firstWaiter` are done.
    var waiters: [Waiter] = []
    var firstWaiter = 0
    /// While writes wait for nobody: how much of the log a standby must have to end that.
    var catchUpLength: Int?
    /// How much of the log has been sent.
    var shipped = 0
    var isShipping = false
    var isWarming = false

    // As a standby.
    /// Whom it follows; `nil` until the logs have been compared.
    var source: NodeID?
    /// When everything received is replayed.
    var replayedAt = Instant.start

    init(
      rules: Rules, isPrimary: Bool, source: NodeID, others: [NodeID], coordinator: NodeID
    ) {
      self.rules = rules
      self.others = others
      self.coordinator = coordinator
      role = isPrimary ? .primary : .standby
      self.source = isPrimary ? nil : source
      stored = Array(repeating: 0, count: others.count)
      leaseEnd = isPrimary ? Instant.start + (rules.lease ?? .zero) : .start
    }

    mutating func start(into outbox: inout Outbox) {
      outbox.remind(of: .database(.tick), after: rules.tick)
    }

    mutating func receive(
      _ message: DatabaseMessage, from sender: NodeID, at now: Instant,
      into outbox: inout Outbox
    ) {
      switch message {
      case .write(let sent): write(from: sender, sent: sent, at: now, into: &outbox)
      case .flushed(let client, let sent, let begun):
        flushed(client: client, sent: sent, begun: begun, at: now, into: &outbox)
      case .append(let sent, let of, let from, let through):
        append(
          epoch: sent, of: of, from: from, through: through, source: sender, at: now,
          into: &outbox)
      case .stored(let of, let length):
        stored(length, of: of, by: sender, at: now, into: &outbox)
      case .missing(let of, let from): resend(from: from, epoch: of, to: sender, into: &outbox)
      case .join(let wanted, let of, let length):
        join(wanted, of: of, length: length, from: sender, into: &outbox)
      case .follow(let new, let of, let length):
        follow(new, of: of, length: length, source: sender, into: &outbox)
      case .ship: shipNext(into: &outbox)
      case .waitedEnough(let position): waitedEnough(position, at: now, into: &outbox)
      case .tick: tick(at: now, into: &outbox)
      case .granted(let of, let asked): granted(of: of, asked: asked, at: now, into: &outbox)
      case .leaseEnds: lapseIfOver(at: now)
      case .fence(let new): fence(new, into: &outbox)
      case .promote(let new): promote(new, at: now, into: &outbox)
      case .replayed(let of): replayed(of: of, at: now, into: &outbox)
      case .warm(let of): warm(of: of, into: &outbox)
      case .probe(let number): outbox.send(.observer(.alive(number: number)), to: sender)
      }
    }
  }
}
