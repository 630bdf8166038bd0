import GeoModel
import Testing

/// Which writes are lost where the last one wins, and to what.
struct WriteHistoryTests {
  @Test(arguments: [
    // ahead: the earlier clock, the later clock; apart; whether the later write is lost
    (0, 0, 100, false),
    (250, 0, 100, true),
    (100, 0, 100, false),
    (101, 0, 100, true),
    (0, -101, 100, true),
    (250, 200, 100, false),
  ])
  func `a later write is lost if its clock is behind by more than the time between`(
    earlier: Int, later: Int, apart: Int, isLost: Bool
  ) {
    var history = WriteHistory<String>(skews: ["A": earlier, "B": later])
    let first = history.write("x", at: "A", time: 0)
    let second = history.write("y", at: "B", time: apart, seeing: [first])
    let lost: [WriteFate] = [.wins, .lostThoughLater(to: first)]
    let kept: [WriteFate] = [.replaced(by: second), .wins]
    #expect(history.fates(by: .wallClock) == (isLost ? lost : kept))
    #expect(isLost == (later < earlier - apart))
    #expect(history.fates(by: .lamport) == kept)
    #expect(history.fates(by: .hybrid) == kept)
  }

  @Test(arguments: WriteOrder.allCases)
  func `one of two concurrent writes is lost to the other`(order: WriteOrder) {
    var history = WriteHistory<String>()
    let base = history.write("x", at: "A", time: 0)
    let one = history.write("y", at: "A", time: 10, seeing: [base])
    let other = history.write("z", at: "B", time: 20, seeing: [base])
    #expect(history.fates(by: order) == [.replaced(by: one), .lost(to: other), .wins])
  }

  @Test func `equal timestamps are won by the greater replica`() {
    var history = WriteHistory<String>()
    history.write("x", at: "B", time: 10)
    history.write("y", at: "A", time: 10)
    for order in WriteOrder.allCases {
      #expect(history.fates(by: order) == [.wins, .lost(to: 0)])
    }
  }

  @Test func `a write that lost before anybody read it stays lost, whoever writes next`() {
    var history = WriteHistory<String>()
    let mine = history.write("x", at: "A", time: 0)
    let theirs = history.write("y", at: "B", time: 10)
    let next = history.write("z", at: "A", time: 20, seeing: [theirs])
    #expect(history.fates(by: .wallClock) == [.lost(to: theirs), .replaced(by: next), .wins])
    #expect(history.writes[next].past == [mine, theirs])
  }

  @Test func `a write that lost at once has replaced nothing`() {
    var history = WriteHistory<String>(skews: ["A": 100, "C": 300])
    let first = history.write("x", at: "A", time: 0)
    history.write("y", at: "B", time: 10, seeing: [first])
    let last = history.write("z", at: "C", time: 20)
    #expect(
      history.fates(by: .wallClock) == [.lost(to: last), .lostThoughLater(to: first), .wins])
  }

  @Test func `timestamps are those of each clock`() {
    var history = WriteHistory<String>(skews: ["A": 50])
    history.write("x", at: "A", time: 0)
    history.write("y", at: "B", time: 10, seeing: [0])
    let last = history.write("z", at: "B", time: 60)
    #expect(history.timestamp(of: 1, by: .wallClock) == .wallClock(10))
    #expect(history.timestamp(of: 1, by: .lamport) == .lamport(2))
    #expect(
      history.timestamp(of: 1, by: .hybrid) == .hybrid(HybridTimestamp(wall: 50, logical: 1)))
    #expect(history.timestamp(of: last, by: .hybrid) == .hybrid(HybridTimestamp(wall: 60)))
  }

  @Test(arguments: 0..<200)
  func `a history says what registers do that merge`(seed: Int) {
    for order in WriteOrder.allCases {
      let run = RegisterRun(seed: seed, order: order)
      let fates = run.history.fates(by: order)
      #expect(run.history.winner(by: order) == run.winner)
      #expect(fates.indices.filter { fates[$0].isLost } == run.lost)
      #expect(fates.indices.filter { fates[$0].isLostThoughLater } == run.lostAtOnce)
    }
  }

  @Test func `only clocks that are wrong lose later writes`() {
    let runs = WriteOrder.allCases.map { order in
      (0..<200).map { RegisterRun(seed: $0, order: order).lostAtOnce.count }.reduce(0, +)
    }
    #expect(runs[0] > 50)
    #expect(runs[1...] == [0, 0])
    let exact = (0..<200).map {
      RegisterRun(seed: $0, order: .wallClock, skew: 0).lostAtOnce.count
    }
    #expect(exact.allSatisfy { $0 == 0 })
  }

  @Test(arguments: 0..<200)
  func `a lost write is lost to one that wins against it`(seed: Int) {
    let history = RegisterRun(seed: seed, order: .wallClock).history
    for (number, fate) in history.fates(by: .wallClock).enumerated() {
      switch fate {
      case .wins, .replaced: break
      case .lost(let other):
        #expect(!history.writes[number].past.contains(other))
        #expect(!history.writes[other].past.contains(number))
        #expect(rank(other, in: history) > rank(number, in: history))
      case .lostThoughLater(let other):
        #expect(history.writes[number].past.contains(other))
        #expect(rank(other, in: history) > rank(number, in: history))
      }
    }
  }

  private func rank(_ number: Int, in history: WriteHistory<Int>) -> (WriteTimestamp, ReplicaID) {
    (history.timestamp(of: number, by: .wallClock), history.writes[number].replica)
  }
}

extension WriteFate {
  fileprivate var isLostThoughLater: Bool {
    if case .lostThoughLater = self { true } else { false }
  }
}

/// Registers that write and merge; what was lost is read off them, write by write.
private struct RegisterRun {
  private(set) var history: WriteHistory<Int>
  private(set) var lostAtOnce: [Int] = []
  private(set) var winner: Int?
  private var registers = EventHistory.names.map { _ in LWWRegister<Int>() }
  private var known = EventHistory.names.map { _ in SortedSet<Int>() }
  private var replaced: Set<Int> = []

  init(seed: Int, order: WriteOrder, skew: Int = 60) {
    var dice = SplitMix64(seed: UInt64(seed))
    let names = EventHistory.names
    history = WriteHistory(
      skews: SortedMap(names.map { ($0, dice.integer(in: -skew...skew)) }))
    for time in 1...24 {
      let (one, other) = (dice.integer(in: 0...3), dice.integer(in: 0...3))
      if dice.happens(0.4) {
        write(at: one, time: 10 * time, order: order)
      } else {
        registers[one].merge(registers[other])
        known[one].formUnion(known[other])
      }
    }
    winner = registers.reduce(into: LWWRegister<Int>()) { $0.merge($1) }.value
  }

  /// Neither what remains nor what somebody read who then wrote.
  var lost: [Int] { history.writes.indices.filter { $0 != winner && !replaced.contains($0) } }

  private mutating func write(at place: Int, time: Int, order: WriteOrder) {
    let replica = EventHistory.names[place]
    let number = history.writes.count
    history.write(number, at: replica, time: time, seeing: known[place].elements)
    let read = registers[place].value
    let clock =
      switch history.timestamp(of: number, by: order) {
      case .wallClock(let time), .lamport(let time): time
      case .hybrid(let time): 1000 * time.wall + time.logical
      }
    registers[place].apply(.set(number, time: clock), at: replica)
    known[place].insert(number)
    if registers[place].value != number {
      lostAtOnce.append(number)
    } else if let read {
      replaced.insert(read)
    }
  }
}
