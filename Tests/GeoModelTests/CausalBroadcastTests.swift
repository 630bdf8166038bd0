import GeoModel
import Testing

/// Exactly once and in causal order, whatever the network does; and what becomes of operations
/// without.
struct CausalBroadcastTests {
  @Test func `a message that comes too early waits for what its sender knew`() {
    var (a, b, c) = (
      CausalBroadcast<String>(at: "A"), CausalBroadcast<String>(at: "B"),
      CausalBroadcast<String>(at: "C")
    )
    let question = a.send("?")
    #expect(b.receive(question).map(\.operation) == ["?"])
    let answer = b.send("!")
    #expect(c.receive(answer) == [])
    #expect(c.waiting == [answer])
    #expect(c.receive(question).map(\.operation) == ["?", "!"])
    #expect(c.waiting == [])
  }

  @Test func `messages of one sender are delivered in the order of sending`() {
    var (a, b) = (CausalBroadcast<Int>(at: "A"), CausalBroadcast<Int>(at: "B"))
    let messages = [1, 2, 3].map { a.send($0) }
    let deliveries = [2, 1, 0].map { b.receive(messages[$0]).map(\.operation) }
    #expect(deliveries == [[], [], [1, 2, 3]])
  }

  @Test func `a duplicate is dropped, delivered or waiting`() {
    var (a, b) = (CausalBroadcast<Int>(at: "A"), CausalBroadcast<Int>(at: "B"))
    let (first, second) = (a.send(1), a.send(2))
    let counts = [second, second, first, first, second].map { b.receive($0).count }
    #expect(counts == [0, 0, 2, 0, 0])
    let own = a.receive(first)
    #expect(own == [])
  }

  @Test(arguments: 0..<200)
  func `every operation is delivered once and after all that it knew`(seed: Int) {
    let run = CounterRun<CausalBroadcast<Int>>(seed: seed, updates: [.increment()])
    #expect(run.isExactlyOnce)
    #expect(run.isCausal)
  }

  @Test(arguments: 0..<200)
  func `a counter by operations counts every update once`(seed: Int) {
    let run = CounterRun<CausalBroadcast<Int>>(seed: seed, updates: additions)
    #expect(run.states.map(\.value) == [run.sum, run.sum, run.sum])
  }

  @Test(arguments: 0..<200)
  func `a set by operations holds what was added and not knowingly removed`(seed: Int) {
    let run = SetRun<CausalBroadcast<SetOperation>>(seed: seed, updates: setUpdates)
    #expect(run.states.map(\.value) == [run.present, run.present, run.present])
    #expect(run.states.allSatisfy { $0 == run.states[0] })
  }

  @Test func `an addition wins against a removal that did not know of it`() {
    typealias Replica = OperationReplica<OperationSet<String>>
    var (a, b) = (Replica("A"), Replica("B"))
    b.receive(a.apply(.add("x")))
    let removal = b.apply(.remove("x"))
    let addition = a.apply(.add("x"))
    a.receive(removal)
    b.receive(addition)
    #expect(a.state.value == ["x"])
    #expect(b.state == a.state)
    b.receive(a.apply(.remove("x")))
    #expect(b.state.value == [])
    #expect(b.state == a.state)
  }
}

/// Broadcasts that are wrong in one way each, and the types that show it.
struct BroadcastMistakeTests {
  @Test func `a counter needs exactly once`() {
    #expect(wrongCounts(CausalBroadcast<Int>.self) == 0)
    #expect(wrongCounts(RepeatingEnd<Int>.self) > 0)
    #expect(wrongCounts(EarlyEnd<Int>.self) == 0)
  }

  @Test func `a set needs exactly once and causal order`() {
    #expect(wrongSets(CausalBroadcast<SetOperation>.self) == 0)
    #expect(wrongSets(RepeatingEnd<SetOperation>.self) > 0)
    #expect(wrongSets(EarlyEnd<SetOperation>.self) > 0)
    #expect(wrongSets(PairwiseEnd<SetOperation>.self) > 0)
  }

  @Test func `the laws of delivery tell the mistakes apart`() {
    func broken<End: BroadcastEnd>(_ end: End.Type) -> [Bool] where End.Operation == Int {
      let runs = (0..<50).map { CounterRun<End>(seed: $0, updates: [.increment()]) }
      return [runs.contains { !$0.isExactlyOnce }, runs.contains { !$0.isCausal }]
    }
    #expect(broken(CausalBroadcast<Int>.self) == [false, false])
    #expect(broken(RepeatingEnd<Int>.self) == [true, false])
    #expect(broken(EarlyEnd<Int>.self) == [false, true])
    #expect(broken(PairwiseEnd<Int>.self) == [false, true])
  }

  private func wrongCounts<End: BroadcastEnd>(_ end: End.Type) -> Int where End.Operation == Int {
    (0..<50).map { CounterRun<End>(seed: $0, updates: additions) }
      .count { run in run.states.contains { $0.value != run.sum } }
  }

  private func wrongSets<End: BroadcastEnd>(_ end: End.Type) -> Int
  where End.Operation == SetOperation {
    (0..<50).map { SetRun<End>(seed: $0, updates: setUpdates) }
      .count { run in run.states.contains { $0.value != run.present } }
  }
}

private typealias SetOperation = OperationSet<String>.Operation
private typealias CounterRun<End: BroadcastEnd> = BroadcastRun<OperationCounter, End>
where End.Operation == Int
private typealias SetRun<End: BroadcastEnd> = BroadcastRun<OperationSet<String>, End>
where End.Operation == SetOperation

private let additions: [OperationCounter.Update] = [
  .increment(), .increment(by: 5), .decrement(by: 2),
]
private let setUpdates: [OperationSet<String>.Update] = [
  .add("x"), .add("y"), .remove("x"), .remove("y"),
]

extension BroadcastRun where State == OperationCounter {
  /// What was added, less what was taken away.
  fileprivate var sum: Int {
    requests.map { request in
      switch request.update {
      case .increment(let amount): amount
      case .decrement(let amount): -amount
      }
    }.reduce(0, +)
  }
}

extension BroadcastRun where State == OperationSet<String> {
  /// The elements of which there is an addition that no removal knew.
  fileprivate var present: [String] {
    ["x", "y"].filter { element in
      let removals = requests.filter { $0.update == .remove(element) }
      return requests.contains { request in
        request.update == .add(element) && !removals.contains { $0.past.contains(request.dot) }
      }
    }
  }
}

private typealias Message<Operation: Sendable> = CausalBroadcast<Operation>.Message

/// An end that sends as it should, and is wrong in what it delivers.
private protocol WrongEnd: BroadcastEnd {
  var end: CausalBroadcast<Operation> { get set }
}

extension WrongEnd {
  var nextDot: Dot { end.nextDot }
  mutating func send(_ operation: Operation) -> Message<Operation> { end.send(operation) }
}

/// Delivers at once, in whatever order; drops duplicates.
private struct EarlyEnd<Operation: Sendable>: WrongEnd {
  fileprivate var end: CausalBroadcast<Operation>
  private var seen: Set<Dot> = []

  init(at replica: ReplicaID) { end = CausalBroadcast(at: replica) }

  mutating func receive(_ message: Message<Operation>) -> [Message<Operation>] {
    seen.insert(message.dot).inserted ? [message] : []
  }
}

/// In causal order, but a duplicate of what was delivered is delivered again.
private struct RepeatingEnd<Operation: Sendable>: WrongEnd {
  fileprivate var end: CausalBroadcast<Operation>

  init(at replica: ReplicaID) { end = CausalBroadcast(at: replica) }

  mutating func receive(_ message: Message<Operation>) -> [Message<Operation>] {
    end.delivered.contains(message.dot) ? [message] : end.receive(message)
  }
}

/// Keeps the order of each sender, and does not ask what else the sender knew.
private struct PairwiseEnd<Operation: Sendable>: WrongEnd {
  fileprivate var end: CausalBroadcast<Operation>

  init(at replica: ReplicaID) { end = CausalBroadcast(at: replica) }

  mutating func receive(_ message: Message<Operation>) -> [Message<Operation>] {
    let (sender, before) = (message.dot.replica, message.dot.counter - 1)
    let past = VersionVector([sender: before])
    return end.receive(Message(dot: message.dot, past: past, operation: message.operation))
  }
}
