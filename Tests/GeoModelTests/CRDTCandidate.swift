import GeoModel
import Testing

/// A type that is tried, and what it is held to.
struct Candidate: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The checks that fail in random histories, one for each seed.
  let failures: @Sendable (ClosedRange<UInt64>) -> [Check]
  /// The checks that fail in all histories of so many steps.
  let failuresInScope: @Sendable (Int) -> [Check]

  init<State: Replicated>(_ type: State.Type, _ subject: Subject<State.Update, State.Value>) {
    testDescription = "\(type)"
    failures = { Trial<State>.failures(subject, seeds: $0).sorted() }
    failuresInScope = { Trial<State>.failures(subject, exhaustivelyTo: $0).sorted() }
  }
}

extension Trial {
  /// The checks that fail in random histories, one for each seed.
  static func failures(
    _ subject: Subject<State.Update, State.Value>, seeds: ClosedRange<UInt64>, length: Int = 40
  ) -> Set<Check> {
    let draw = subject.draw
    return seeds.reduce(into: []) { failures, seed in
      var trial = Trial(subject)
      var history = RandomHistory<Witnessed<State>>(seed: seed) { .init(update: draw(&$0), bit: 0) }
      for _ in 1...length { trial.take(history.next(in: trial.gossip)) }
      trial.tryLaws()
      trial.settle()
      failures.formUnion(trial.failures)
    }
  }

  /// The checks that fail in any history of the small scope: up to so many steps, each an update of
  /// the scope or a merge of one of three replicas into another.
  static func failures(
    _ subject: Subject<State.Update, State.Value>, exhaustivelyTo depth: Int
  ) -> Set<Check> {
    var found: Set<Check> = []
    Trial(subject).explore(depth, after: nil, into: &found)
    return found
  }

  /// What a step of the small scope reads and writes.
  private struct Scoped {
    let number, reads, writes: Int

    /// Whether the two may change places, so that one order of them is enough.
    func commutes(with other: Scoped) -> Bool {
      writes != other.writes && writes != other.reads && reads != other.writes
    }
  }

  private var scoped: [Scoped] {
    let updates = subject.scope.enumerated().map { number, step in
      Scoped(number: number, reads: step.place, writes: step.place)
    }
    let pairs = [(0, 1), (1, 2), (2, 0), (1, 0), (2, 1), (0, 2)]
    return updates
      + pairs.enumerated().map { number, pair in
        Scoped(number: updates.count + number, reads: pair.0, writes: pair.1)
      }
  }

  private func explore(_ depth: Int, after last: Scoped?, into found: inout Set<Check>) {
    var settled = self
    settled.settle()
    found.formUnion(settled.failures)
    guard depth > 0 else { return }
    for step in scoped {
      if let last, step.number < last.number, step.commutes(with: last) { continue }
      var next = self
      next.take(step)
      // Where nothing changed, all that could follow is tried already.
      if next.gossip.replicas == gossip.replicas && next.failures.isEmpty { continue }
      next.explore(depth - 1, after: step, into: &found)
    }
  }

  private mutating func take(_ step: Scoped) {
    if step.number < subject.scope.count {
      return update(subject.scope[step.number].update, at: step.writes)
    }
    take(.send(from: step.reads, to: step.writes))
    if let message = gossip.nextMessage { take(.deliver(message.number)) }
  }
}
