import GeoModel
import GeoSim
import Testing

/// What came of one run with faults.
private struct Outcome {
  var violations: [RaftViolation] = []
  /// When the first write that was sent after the mending was done.
  var done: Instant?
  /// Writes acknowledged but not in the log of the leader at the end.
  var lost: [RaftRequestID] = []
  var events = 0

  /// Reads every event until a write is done that was sent after the mending.
  init(_ scenario: RaftScenario) {
    var invariants = RaftInvariants(serverCount: scenario.group.regions.count)
    var run = scenario.simulation.start()
    while done == nil, invariants.violations.isEmpty, let event = run.next() {
      events += 1
      invariants.observe(event, in: run.world)
      if run.world.time.sinceStart >= RaftChaos.mended, case .deliver(let envelope) = event,
        case .answer = envelope.message
      {
        done = Self.firstWriteAfterMending(in: run.world)
      }
    }
    violations = invariants.violations
    lost = Self.lostWrites(in: run.world)
  }

  private static func firstWriteAfterMending(in world: World<RaftParticipant>) -> Instant? {
    let mended = Instant(RaftChaos.mended)
    return world.acknowledged.first { $0.task == .write && $0.sent >= mended }?.answered
  }

  private static func lostWrites(in world: World<RaftParticipant>) -> [RaftRequestID] {
    guard let leader = world.leader, let log = world.nodes[leader.index].server?.log.entries else {
      return []
    }
    return world.acknowledged.filter { $0.task == .write }.map(\.id).filter { id in
      !log.contains { $0.command == .write(id) }
    }
  }
}

@Test(arguments: 0..<20 as Range<UInt64>)
func `in 1000 runs with faults nothing that Raft promises breaks, and all commit again`(
  part: UInt64
) {
  for seed in part * 50..<(part + 1) * 50 {
    let outcome = Outcome(RaftChaos(seed: seed).scenario)
    #expect(outcome.violations.isEmpty, "seed \(seed)")
    #expect(outcome.lost.isEmpty, "seed \(seed)")
    #expect(outcome.done != nil, "seed \(seed)")
  }
}
