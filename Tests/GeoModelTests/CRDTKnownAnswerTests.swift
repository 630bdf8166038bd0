import GeoModel
import Testing

/// What everybody must get, worked out by hand.
struct CRDTKnownAnswerTests {
  @Test func `three regions that counted 3, 5 and 2 have counted 10`() {
    var merged = GCounter(slots: ["us": 3])
    merged.merge(GCounter(slots: ["eu": 5]))
    merged.merge(GCounter(slots: ["ap": 2]))
    #expect(merged.slots == ["us": 3, "eu": 5, "ap": 2])
    #expect(merged.value == 10)
  }

  @Test func `3 and 5 less 2 are 6 from both sides, from copies and after redelivery`() throws {
    var gossip = Gossip<PNCounter>(["A", "B"])
    try gossip.take(.update(.increment(by: 3), at: 0))
    try gossip.take(.send(from: 0, to: 1))
    try gossip.take(.duplicate(1))
    try gossip.take(.update(.increment(by: 5), at: 1))
    try gossip.take(.update(.decrement(by: 2), at: 1))
    try gossip.take(.exchange(0, 1))
    #expect(gossip.replicas.map(\.value) == [6, 6])
    try gossip.take(.deliver(1))
    try gossip.take(.deliver(2))
    #expect(gossip.replicas.map(\.value) == [6, 6])
  }

  @Test func `a counter that shrinks can fall below 0`() {
    var counter = PNCounter()
    counter.apply(.decrement(by: 4), at: "A")
    #expect(counter.value == -4)
  }

  @Test func `an addition stays against a removal that did not know of it`() {
    var left = ORSet<String>()
    left.apply(.add("x"), at: "A")
    var right = left
    left.apply(.add("x"), at: "A")
    right.apply(.remove("x"), at: "B")
    #expect(left.merged(with: right).value == ["x"])
    #expect(right.merged(with: left).value == ["x"])
  }

  @Test func `a removal that saw two additions removes both`() {
    var (left, right) = (ORSet<String>(), ORSet<String>())
    left.apply(.add("x"), at: "A")
    right.apply(.add("x"), at: "B")
    right.merge(left)
    #expect(right.dots["x"]?.count == 2)
    right.apply(.remove("x"), at: "B")
    #expect(left.merged(with: right).value == [])
  }

  @Test func `an element that came back is there with one dot`() {
    var set = ORSet<String>()
    set.apply(.add("x"), at: "A")
    set.apply(.remove("x"), at: "A")
    set.apply(.add("x"), at: "A")
    #expect(set.dots == ["x": [Dot(replica: "A", counter: 2)]])
  }

  @Test func `a set of two phases takes back no element, and says why`() throws {
    var set = TwoPhaseSet<String>()
    try set.apply(.add("x"), at: "A")
    try set.apply(.remove("x"), at: "A")
    #expect(throws: Refusal.removedForEver) { try set.apply(.add("x"), at: "A") }
    #expect(throws: Refusal.notThere) { try set.apply(.remove("x"), at: "A") }
    #expect(throws: Refusal.notThere) { try set.apply(.remove("y"), at: "A") }
    #expect(set.value == [])
  }

  @Test func `of writes at one time the greater replica wins everywhere`() {
    var (left, right) = (LWWRegister<String>(), LWWRegister<String>())
    #expect(left.value == nil)
    left.apply(.set("red", time: 12), at: "A")
    right.apply(.set("blue", time: 12), at: "B")
    #expect(left.merged(with: right).value == "blue")
    #expect(right.merged(with: left).value == "blue")
  }

  @Test func `without the replica each side keeps its own write of that time`() {
    var left = LWWRegisterWithoutReplica<String>()
    var right = left
    left.apply(.set("red", time: 12), at: "A")
    right.apply(.set("blue", time: 12), at: "B")
    #expect(left.merged(with: right).value == "red")
    #expect(right.merged(with: left).value == "blue")
  }

  @Test func `a later write by a clock that is behind is lost`() {
    var register = LWWRegister<String>()
    register.apply(.set("first", time: 40), at: "B")
    register.apply(.set("second", time: 12), at: "A")
    #expect(register.value == "first")
  }

  @Test func `concurrent writes are siblings until somebody who saw them writes`() {
    var (left, right) = (MVRegister<String>(), MVRegister<String>())
    #expect(left.value == [])
    left.apply(.set("red"), at: "A")
    right.apply(.set("blue"), at: "B")
    left.merge(right)
    #expect(left.value == ["blue", "red"])
    left.apply(.set("green"), at: "A")
    #expect(right.merged(with: left).value == ["green"])
  }

  @Test func `a map loses a write to a removal that the clocks call later`() {
    var left = LWWMap<String, Int>()
    left.apply(.set(1, for: "x", time: 10), at: "A")
    var right = left
    left.apply(.set(2, for: "x", time: 11), at: "A")
    right.apply(.remove("x", time: 12), at: "B")
    left.merge(right)
    #expect(left.value == [:])
    #expect(left.registers.keys == ["x"])
  }

  @Test func `units that were given away cannot be sold by the giver`() throws {
    var stock = BoundedCounter(stock: ["A": 5])
    try stock.apply(.transfer(3, to: "B"), at: "A")
    #expect(stock.available(at: "A") == 2)
    #expect(stock.available(at: "B") == 3)
    #expect(throws: Refusal.holdsOnly(2)) { try stock.apply(.decrement(by: 3), at: "A") }
    #expect(throws: Refusal.holdsOnly(2)) { try stock.apply(.transfer(3, to: "B"), at: "A") }
    try stock.apply(.decrement(by: 3), at: "B")
    #expect(stock.value == 2)
  }

  @Test func `a bare integer that is merged does not say that 5 and 3 are 8`() {
    #expect(bareValues(SumMerge.self) == [13, 8])
    #expect(bareValues(MaximumMerge.self) == [5, 5])
    #expect(bareValues(LastWriterMerge.self) == [5, 5])
  }

  /// A counts 5, B counts 3; then A's state goes to B, and B's to A.
  private func bareValues<Merge: IntegerMerge>(_ merge: Merge.Type) -> [Int] {
    var (left, right) = (BareInteger<Merge>(), BareInteger<Merge>())
    left.apply(.increment(by: 5), at: "A")
    right.apply(.increment(by: 3), at: "B")
    right.merge(left)
    left.merge(right)
    return [left.value, right.value]
  }
}
