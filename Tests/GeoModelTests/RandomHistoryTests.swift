import GeoModel
import Testing

struct RandomHistoryTests {
  private typealias Step = GossipStep<GCounter.Update>

  @Test func `the same seed gives the same history, and another seed another one`() {
    #expect(steps(of: 1) == steps(of: 1))
    #expect(steps(of: 1) != steps(of: 2))
  }

  @Test func `everything that can happen happens`() {
    let names = Set((1...10).flatMap(steps).map { "\($0)".prefix { $0 != "(" } })
    #expect(
      names == [
        "update", "send", "deliver", "duplicate", "postpone", "drop", "cut", "heal", "exchange",
      ])
  }

  @Test func `no more messages are under way than the window holds`() {
    var (gossip, history) = start(seed: 3)
    var most = 0
    for _ in 1...2000 {
      try? gossip.take(history.next(in: gossip))
      most = max(most, gossip.messages.count)
    }
    #expect(most == RandomHistory<GCounter>.window)
  }

  @Test func `replicas that settle are equal, across cuts as well`() throws {
    var gossip = Gossip<GCounter>(["A", "B", "C"])
    try gossip.take(.cut(0, 1))
    try gossip.take(.update(.increment(by: 2), at: 0))
    try gossip.take(.update(.increment(by: 3), at: 2))
    gossip.settle()
    #expect(gossip.replicas.map(\.value) == [5, 5, 5])
    #expect(!gossip.isCut(0, 1))
  }

  private func start(seed: UInt64) -> (Gossip<GCounter>, RandomHistory<GCounter>) {
    (Gossip(["A", "B", "C"]), RandomHistory(seed: seed) { .increment(by: $0.integer(in: 1...9)) })
  }

  private func steps(of seed: UInt64) -> [Step] {
    var (gossip, history) = start(seed: seed)
    return (1...100).map { _ in
      let step = history.next(in: gossip)
      // A G-counter refuses nothing.
      try? gossip.take(step)
      return step
    }
  }
}
