import GeoModel
import GeoSim

/// A region of the reference model *failover3*: a primary, node 0, and two standbys.
///
/// The primary replicates asynchronously. The standby that has heard no heartbeat for three seconds
/// asks the other how far it is, and the one that is further is promoted.
struct Failover: Node {
  enum Message: Equatable, Sendable {
    case write, beat, check
    case replicate(Int), heartbeat
    case vote, voteReply(applied: Int), win, promoted
  }

  static let primary = NodeID(0)
  static let standbys = [NodeID(1), NodeID(2)]
  static let meanBetweenWrites = Delay(.milliseconds(10))
  static let period = Delay(.seconds(1))
  static let patience = Delay(.seconds(3))

  let id: NodeID
  var dice: SplitMix64
  /// At the primary: when each write was committed, by its number less one.
  var commits: [Instant] = []
  /// At a standby: the number of the last write that has arrived.
  var applied = 0
  var lastHeartbeat = Instant.start
  /// An election is going on, no matter who began it.
  var isElecting = false
  var promotion: Instant?

  init(id: NodeID, seed: UInt64) {
    self.id = id
    dice = SplitMix64(seed: seed)
    if id == Self.primary { commits.reserveCapacity(4096) }
  }

  mutating func start(at now: Instant, into outbox: inout Outbox<Message>) {
    guard id == Self.primary else { return outbox.remind(of: .check, after: anyPhase()) }
    outbox.remind(of: .write, after: untilNextWrite())
    outbox.remind(of: .beat, after: anyPhase())
  }

  mutating func receive(
    _ message: Message, from sender: NodeID, at now: Instant, into outbox: inout Outbox<Message>
  ) {
    switch message {
    case .replicate(let number): applied = number
    case .write: write(at: now, into: &outbox)
    case .heartbeat: lastHeartbeat = now
    case .beat: beat(into: &outbox)
    case .check: check(at: now, into: &outbox)
    case .vote: outbox.send(.voteReply(applied: applied), to: sender)
    case .voteReply(let other) where other > applied: outbox.send(.win, to: sender)
    // A node's way to itself takes as long as a promotion.
    case .voteReply, .win: outbox.send(.promoted, to: id)
    case .promoted: promotion = now
    }
  }

  private mutating func write(at now: Instant, into outbox: inout Outbox<Message>) {
    commits.append(now)
    outbox.send(.replicate(commits.count), to: NodeID(1))
    outbox.send(.replicate(commits.count), to: NodeID(2))
    outbox.remind(of: .write, after: untilNextWrite())
  }

  private func beat(into outbox: inout Outbox<Message>) {
    for standby in Self.standbys { outbox.send(.heartbeat, to: standby) }
    outbox.remind(of: .beat, after: Self.period)
  }

  private mutating func check(at now: Instant, into outbox: inout Outbox<Message>) {
    guard !isElecting else { return }
    guard now - lastHeartbeat >= Self.patience else {
      return outbox.remind(of: .check, after: Self.period)
    }
    isElecting = true
    for standby in Self.standbys where standby != id { outbox.send(.vote, to: standby) }
  }

  private mutating func anyPhase() -> Delay { Delay(dice.uniform(upTo: .seconds(1))) }

  private mutating func untilNextWrite() -> Delay {
    dice.exponential(mean: Self.meanBetweenWrites)
  }
}
