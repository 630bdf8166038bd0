import GeoModel
import GeoSim

/// One failover, from the first write to the promotion.
struct FailoverTrial {
  /// Events that ran a handler.
  private(set) var events = 0
  /// From the failure to the promotion.
  private(set) var recoveryTime = Duration.zero
  private(set) var lostWrites = 0
  /// From the oldest lost write to the failure.
  private(set) var lostTime = Duration.zero

  /// One-way medians; a node's way to itself is the time of a promotion.
  static let network = Network(
    delays: [
      [.seconds(5), .microseconds(42_500), .milliseconds(70)],
      [.microseconds(42_500), .seconds(5), .milliseconds(65)],
      [.milliseconds(70), .milliseconds(65), .seconds(5)],
    ], jitter: .lognormal(sigma: 0.25))

  init(network: Network, seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let failure = Duration.seconds(20) + dice.uniform(upTo: .seconds(10))
    let nodes = (0..<3).map { Failover(id: NodeID($0), seed: dice.next()) }
    let simulation = Simulation(
      nodes: nodes, network: network, faults: Self.loss(at: failure), seed: dice.next())
    measure(simulation.start(), failure: Instant(failure))
  }

  /// The primary dies, and what it has under way dies with it.
  private static func loss(at time: Duration) -> [ScheduledFault] {
    [ScheduledFault(.crash(Failover.primary), at: time)]
      + Failover.standbys.map { .init(.cut(from: Failover.primary, to: $0), at: time) }
  }

  private mutating func measure(_ start: Run<Failover>, failure: Instant) {
    var run = start
    while let event = run.next() {
      events += 1
      switch event {
      case .remind(let node, .check): spread(electionAt: node, in: &run)
      case .deliver(let envelope) where envelope.message == .promoted:
        return judge(run.world.nodes, winner: envelope.receiver, failure: failure)
      case .start, .deliver, .lose, .remind, .fault: break
      }
    }
  }

  /// In the model a standby knows at once of an election that the other has begun.
  private func spread(electionAt node: NodeID, in run: inout Run<Failover>) {
    guard run.world.nodes[node.index].isElecting else { return }
    for standby in Failover.standbys { run.world.nodes[standby.index].isElecting = true }
  }

  private mutating func judge(_ nodes: [Failover], winner: NodeID, failure: Instant) {
    let winner = nodes[winner.index]
    let commits = nodes[Failover.primary.index].commits
    recoveryTime = winner.promotion.map { ($0 - failure).duration } ?? .zero
    lostWrites = commits.count - winner.applied
    if lostWrites > 0 { lostTime = (failure - commits[winner.applied]).duration }
  }
}
