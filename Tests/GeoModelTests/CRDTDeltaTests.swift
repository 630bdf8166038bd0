import GeoModel
import Testing

/// States taken apart, and only the missing parts sent.
struct CRDTDeltaTests {
  static let types = [
    DeltaCandidate(GCounter.self, Subjects.growing),
    DeltaCandidate(PNCounter.self, Subjects.counting),
    DeltaCandidate(BoundedCounter.self, Subjects.escrow),
    DeltaCandidate(GSet<Int>.self, Subjects.adding),
    DeltaCandidate(TwoPhaseSet<Int>.self, Subjects.addingOnce),
    DeltaCandidate(ORSet<Int>.self, Subjects.addWins),
    DeltaCandidate(LWWRegister<Int>.self, Subjects.lastWins),
    DeltaCandidate(MVRegister<Int>.self, Subjects.siblings),
    DeltaCandidate(LWWMap<Int, Int>.self, Subjects.cells),
  ]

  @Test(arguments: types)
  func `the parts of a state make it, and none can be left out or taken apart`(
    type: DeltaCandidate
  ) {
    #expect(type.faultsOfParts(1...60) == [])
  }

  @Test(arguments: types)
  func `a difference is all that is missing, and nothing else`(type: DeltaCandidate) {
    #expect(type.faultsOfDifferences(1...60) == [])
  }

  @Test(arguments: types)
  func `different states have different bytes`(type: DeltaCandidate) {
    #expect(type.faultsOfBytes(1...30) == [])
  }

  @Test(arguments: types)
  func `replicas that send deltas agree after losses, doubles and disorder`(type: DeltaCandidate) {
    #expect(type.faultsOfSync(1...100) == [])
  }

  @Test func `deltas take fewer bytes than whole states`() {
    let traffic = DeltaMesh<ORSet<Int>>.run(
      seed: 7, steps: 300, draw: { .add($0.integer(in: 1...60)) }
    ).traffic
    #expect(traffic.deltas * 3 < traffic.wholeStates * 2)
  }

  @Test func `what was lost is in the next delta, and what is acknowledged is not`() throws {
    var sync = DeltaSync<GSet<String>>()
    var state = GSet<String>(["a"])
    _ = sync.message(from: state)
    state.add("b")
    let second = sync.message(from: state)
    #expect(sync.pending.map(\.delta.value) == [["a"], ["a", "b"]])
    sync.acknowledge(try #require(second).number)
    let none = sync.message(from: state)
    #expect(none == nil)
    #expect(sync.pending == [])
    state.add("c")
    let third = sync.message(from: state)
    #expect(third?.delta.value == ["c"])
  }

  @Test func `an answer to a forgotten message is ignored`() {
    var sync = DeltaSync<GCounter>()
    var state = GCounter()
    for _ in 0...DeltaSync<GCounter>.memory {
      state.increment(at: "A")
      _ = sync.message(from: state)
    }
    #expect(sync.pending.count == DeltaSync<GCounter>.memory)
    sync.acknowledge(1)
    #expect(sync.acknowledged == GCounter())
    sync.acknowledge(2)
    #expect(sync.acknowledged.value == 2)
  }

  @Test func `a peer is not told what it said itself`() throws {
    var (here, there) = (DeltaSync<GSet<String>>(), DeltaSync<GSet<String>>())
    var state = GSet<String>(["mine"])
    let message = there.message(from: GSet(["yours"]))
    here.receive(try #require(message), into: &state)
    let answer = here.message(from: state)
    #expect(state.value == ["mine", "yours"])
    #expect(answer?.delta.value == ["mine"])
  }

  @Test func `a removal is sent as the dot that is no longer there`() {
    var known = ORSet<String>()
    known.apply(.add("x"), at: "A")
    known.apply(.add("y"), at: "A")
    var state = known
    state.apply(.remove("x"), at: "B")
    let delta = state.difference(from: known)
    #expect(delta.value == [])
    #expect(delta.context.dots == [Dot(replica: "A", counter: 1)])
    #expect(known.merged(with: delta).value == ["y"])
  }

  @Test func `a number takes a byte for seven bits, a name its letters once`() {
    #expect(GCounter(slots: ["eu": 3]).encodedBytes == [2, 0, 4, 0x65, 0x75, 6])
    #expect([0, -1, 1, 63, 64, 8192].map(\.encodedBytes.count) == [1, 1, 1, 1, 2, 3])
    #expect(Int.min.encodedBytes.count == 10)
    var both = PNCounter()
    both.apply(.increment(), at: "eu-west")
    let once = both.encodedBytes.count
    both.apply(.decrement(), at: "eu-west")
    #expect(both.encodedBytes.count == once + 2)
  }
}
