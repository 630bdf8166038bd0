import GeoModel
import Testing

struct VersionVectorTests {
  private static let names: [ReplicaID] = ["A", "B"]

  @Test func `an update gets the next number of its replica`() {
    var vector = VersionVector()
    #expect(vector.increment(at: "A") == Dot(replica: "A", counter: 1))
    #expect(vector.increment(at: "A") == Dot(replica: "A", counter: 2))
    #expect(vector["A"] == 2)
    #expect(vector["B"] == 0)
    #expect(vector.contains(Dot(replica: "A", counter: 1)))
    #expect(!vector.contains(Dot(replica: "B", counter: 1)))
  }

  @Test(arguments: [
    ([1, 2], [1, 2], Causality.equal), ([1, 1], [1, 2], .before), ([0, 0], [0, 1], .before),
    ([2, 2], [1, 2], .after), ([2, 1], [1, 2], .concurrent), ([1, 0], [0, 1], .concurrent),
  ])
  func `one vector is before another if it knows no slot better`(
    left: [Int], right: [Int], order: Causality
  ) {
    #expect(vector(left).order(to: vector(right)) == order)
  }

  @Test func `a slot of 0 is the same as none`() {
    #expect(vector([0, 1]) == VersionVector(["B": 1]))
  }

  @Test func `dots behind a gap wait in the cloud until it closes`() {
    var context = CausalContext([Dot(replica: "A", counter: 1), Dot(replica: "A", counter: 3)])
    #expect(context.vector == VersionVector(["A": 1]))
    #expect(context.cloud == [Dot(replica: "A", counter: 3)])
    #expect(!context.contains(Dot(replica: "A", counter: 2)))
    context.merge(CausalContext([Dot(replica: "A", counter: 2)]))
    #expect(context == CausalContext(VersionVector(["A": 3])))
    #expect(context.dots.map(\.counter) == [1, 2, 3])
  }

  private func vector(_ slots: [Int]) -> VersionVector {
    VersionVector(SortedMap(Array(zip(Self.names, slots))))
  }
}
