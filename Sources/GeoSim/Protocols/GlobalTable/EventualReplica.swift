import GeoModel

/// A replica that answers from its own region and tells the others later (MREC).
///
/// A version has the time of its write as a stamp, at least one nanosecond above that of the version
/// that it replaces. A version that arrives replaces the one at hand if its stamp is greater, whole
/// items at a time: the last writer wins. Every write is sent on by itself, after a lag of its own,
/// and again until it is received.
///
/// What AWS does inside is not published; the rules are those that its developer guide gives.
public struct EventualReplica: Sendable {
  public struct Version: Equatable, Sendable {
    public var item: TableItem
    public var stamp: TableStamp
  }

  /// What became of a version that arrived.
  public enum Outcome: Equatable, Sendable {
    /// It replaced one on which it was built, or which was built on the same writes.
    case applied
    /// It replaced one with writes of which it knows nothing.
    case overwrote
    /// The one at hand has a greater stamp, and knows of it.
    case known
    /// The one at hand has a greater stamp, and knows nothing of it.
    case discarded
  }

  private struct Pending: Equatable, Sendable {
    var shipment: Shipment
    var peers: [NodeID]
  }

  public let id: NodeID
  let peers: [NodeID]
  let lag: Delay
  let jitter: Jitter
  let rules: TableRules
  /// Who is told of every new item.
  let follower: NodeID?
  private var dice: SplitMix64

  public private(set) var versions: SortedMap<String, Version> = [:]
  /// What became of the shipment that arrived last.
  public private(set) var lastOutcome: Outcome?
  private var pending: SortedMap<Int, Pending> = [:]
  private var shipped = 0

  private static let patience = Delay(.milliseconds(1000))

  init(
    id: NodeID, peers: [NodeID], lag: Duration, jitter: Jitter, rules: TableRules,
    follower: NodeID?, seed: UInt64
  ) {
    self.id = id
    self.peers = peers
    self.lag = Delay(lag)
    self.jitter = jitter
    self.rules = rules
    self.follower = follower
    dice = SplitMix64(seed: seed)
  }

  /// The value of an item here and now.
  public func value(of key: String) -> Int? { versions[key]?.item.value }

  mutating func receive(
    _ message: TableMessage, from sender: NodeID, at now: Instant,
    into outbox: inout Outbox<TableMessage>
  ) {
    switch message {
    case .request(let request):
      let answer = answer(to: request, at: now, into: &outbox)
      outbox.send(.answer(request.id, answer), to: sender)
    case .ship(let shipment):
      take(shipment, into: &outbox)
      outbox.send(.received(shipment.number), to: sender)
    case .received(let number):
      pending[number]?.peers.removeAll { $0 == sender }
      if pending[number]?.peers.isEmpty == true { pending[number] = nil }
    case .dispatch(let number): send(number, into: &outbox)
    default: break
    }
  }

  /// What was not received is on disk, and is sent again.
  mutating func restart(into outbox: inout Outbox<TableMessage>) {
    for number in pending.keys { send(number, into: &outbox) }
  }

  // MARK: - Clients

  private mutating func answer(
    to request: TableRequest, at now: Instant, into outbox: inout Outbox<TableMessage>
  ) -> TableAnswer {
    switch request.task {
    case .read(let key, _): .value(value(of: key))
    case .write(let write): commit([write], of: request.id, at: now, into: &outbox)
    case .transact(let writes): commit(writes, of: request.id, at: now, into: &outbox)
    }
  }

  /// Makes all of the writes or, when a condition does not hold here, none.
  private mutating func commit(
    _ writes: [TableWrite], of id: TableRequest.ID, at now: Instant,
    into outbox: inout Outbox<TableMessage>
  ) -> TableAnswer {
    var changed: [(key: String, item: TableItem)] = []
    for write in writes {
      let item = versions[write.key]?.item ?? TableItem()
      guard let next = item.applying(write, of: id) else { return .conditionFailed }
      changed.append((write.key, next))
    }
    for (key, item) in changed { write(item, to: key, at: now, into: &outbox) }
    return .written(changed.last?.item.value)
  }

  private mutating func write(
    _ item: TableItem, to key: String, at now: Instant, into outbox: inout Outbox<TableMessage>
  ) {
    let above = versions[key].map { $0.stamp.time + Delay(nanoseconds: 1) } ?? .start
    let stamp = TableStamp(time: max(now, above), region: id)
    store(Version(item: item, stamp: stamp), of: key, into: &outbox)
    shipped += 1
    let shipment = Shipment(number: shipped, key: key, item: item, stamp: stamp)
    pending[shipped] = Pending(shipment: shipment, peers: peers)
    let delay = jitter.draw(around: lag.nanoseconds, with: &dice)
    outbox.remind(of: .dispatch(shipped), after: Delay(nanoseconds: delay))
  }

  // MARK: - The other replicas

  private func send(_ number: Int, into outbox: inout Outbox<TableMessage>) {
    guard let waiting = pending[number] else { return }
    for peer in waiting.peers { outbox.send(.ship(waiting.shipment), to: peer) }
    outbox.remind(of: .dispatch(number), after: Self.patience)
  }

  private mutating func take(_ shipment: Shipment, into outbox: inout Outbox<TableMessage>) {
    let new = Version(item: shipment.item, stamp: shipment.stamp)
    guard let old = versions[shipment.key] else {
      lastOutcome = .applied
      return store(new, of: shipment.key, into: &outbox)
    }
    if wins(new.stamp, against: old.stamp) {
      lastOutcome = new.item.covers(old.item) ? .applied : .overwrote
      store(new, of: shipment.key, into: &outbox)
    } else {
      lastOutcome = old.item.covers(new.item) ? .known : .discarded
    }
  }

  private func wins(_ new: TableStamp, against old: TableStamp) -> Bool {
    rules.breaksTies ? new > old : new.time >= old.time
  }

  private mutating func store(
    _ version: Version, of key: String, into outbox: inout Outbox<TableMessage>
  ) {
    if let follower, versions[key] == nil { outbox.send(.record(key), to: follower) }
    versions[key] = version
  }
}
