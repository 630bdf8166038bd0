import GeoModel

/// One replica's end of a broadcast, right or wrong.
protocol BroadcastEnd {
  associatedtype Operation: Sendable
  init(at replica: ReplicaID)
  var nextDot: Dot { get }
  mutating func send(_ operation: Operation) -> CausalBroadcast<Operation>.Message
  mutating func receive(
    _ message: CausalBroadcast<Operation>.Message
  ) -> [CausalBroadcast<Operation>.Message]
}

extension CausalBroadcast: BroadcastEnd {}

/// Replicas of an operation-based value over a network that delivers late, in any order and twice.
struct BroadcastRun<State: OperationBased, End: BroadcastEnd>
where End.Operation == State.Operation {
  typealias Message = CausalBroadcast<State.Operation>.Message

  /// A message on its way to one replica.
  private struct Packet {
    let message: Message
    let to: Int
  }

  /// What was asked for, as what, and what the replica had carried out before.
  struct Request {
    let update: State.Update
    let dot: Dot
    let past: Set<Dot>
  }

  private(set) var states: [State]
  private(set) var requests: [Request] = []
  /// What each replica carried out, in order.
  private(set) var delivered: [[Dot]]
  private var ends: [End]
  private var packets: [Packet] = []

  /// Makes random updates; all of them have arrived in the end.
  init(seed: Int, steps: Int = 60, updates: [State.Update]) {
    let names = EventHistory.names.prefix(3)
    states = names.map { _ in State() }
    delivered = names.map { _ in [] }
    ends = names.map { End(at: $0) }
    var dice = SplitMix64(seed: UInt64(seed))
    for _ in 0..<steps {
      if dice.happens(0.3) {
        update(updates[dice.integer(in: 0...updates.count - 1)], at: dice.integer(in: 0...2))
      } else if !packets.isEmpty {
        deliver(dice.integer(in: 0...packets.count - 1), isLast: dice.happens(0.8))
      }
    }
    while !packets.isEmpty { deliver(dice.integer(in: 0...packets.count - 1), isLast: true) }
  }

  private mutating func update(_ update: State.Update, at place: Int) {
    let dot = ends[place].nextDot
    let operation = states[place].operation(for: update, as: dot)
    requests.append(Request(update: update, dot: dot, past: Set(delivered[place])))
    let message = ends[place].send(operation)
    perform(message, at: place)
    packets += states.indices.filter { $0 != place }.map { Packet(message: message, to: $0) }
  }

  /// - Parameter isLast: whether no copy of it stays on the way.
  private mutating func deliver(_ index: Int, isLast: Bool) {
    let packet = packets[index]
    if isLast { packets.remove(at: index) }
    for message in ends[packet.to].receive(packet.message) { perform(message, at: packet.to) }
  }

  private mutating func perform(_ message: Message, at place: Int) {
    states[place].perform(message.operation)
    delivered[place].append(message.dot)
  }
}

extension BroadcastRun {
  /// Whether each replica has carried out everything, and nothing twice.
  var isExactlyOnce: Bool {
    let all = requests.map(\.dot).sorted()
    return delivered.allSatisfy { $0.sorted() == all }
  }

  /// Whether nothing was carried out before what its replica had carried out.
  var isCausal: Bool {
    delivered.allSatisfy { dots in
      requests.allSatisfy { request in
        let before = dots.prefix { $0 != request.dot }
        return request.past.isSubset(of: before)
      }
    }
  }
}
