import Exercises
import GeoModel
import Testing

struct ProgramJudgeTests {
  @Test func `the model's own counter passes`() {
    var counters = Counters<Modelled>()
    let judgement = CounterJudge.judge(&counters, seed: 1)
    #expect(judgement.verdicts.map(\.outcome) == [.pass, .pass, .pass, .pass])
  }
}

final class Modelled: LearnersCounter {
  private var counter = PNCounter()
  func increment(_ node: ReplicaID) { counter.apply(.increment(), at: node) }
  func decrement(_ node: ReplicaID) { counter.apply(.decrement(), at: node) }
  func merge(_ other: Modelled) { counter.merge(other.counter) }
  func value() -> Int { counter.value }
}
