import GeoModel
import GeoSim
import Testing

/// Gossips: whoever hears a number sends the next one to a node that the dice choose.
private struct Gossip: Node {
  let peers: Int
  var dice: SplitMix64
  var heard = 0

  mutating func start(at now: Instant, into outbox: inout Outbox<Int>) {
    outbox.remind(of: 0, after: dice.exponential(mean: Delay(.milliseconds(30))))
  }

  mutating func receive(
    _ message: Int, from sender: NodeID, at now: Instant, into outbox: inout Outbox<Int>
  ) {
    heard += 1
    for _ in 0..<2 where heard < 200 {
      outbox.send(message + 1, to: NodeID(dice.integer(in: 0...peers - 1)))
    }
    // Set while a clock drifts, so that its arithmetic is in the trace too.
    if heard.isMultiple(of: 10) {
      outbox.remind(of: message, after: dice.exponential(mean: Delay(.milliseconds(30))))
    }
  }
}

/// Everything that chance and faults can do to a run.
private func gossip() -> Simulation<Gossip> {
  let nodes = (0..<5).map { Gossip(peers: 5, dice: SplitMix64(seed: UInt64($0))) }
  let delays = (0..<5).map { i in (0..<5).map { j in Duration.milliseconds(10 + 7 * i + 3 * j) } }
  let faults = [
    ScheduledFault(.slow(from: NodeID(0), to: NodeID(1), factor: 2.5), at: .milliseconds(20)),
    ScheduledFault(.crash(NodeID(2)), at: .milliseconds(60)),
    ScheduledFault(.driftClock(NodeID(3), partsPerMillion: 300), at: .milliseconds(5)),
    ScheduledFault(.pause(NodeID(4)), at: .milliseconds(70)),
    ScheduledFault(.resume(NodeID(4)), at: .milliseconds(90)),
    ScheduledFault(.recover(NodeID(2)), at: .milliseconds(120)),
  ]
  return Simulation(
    nodes: nodes,
    network: Network(delays: delays, jitter: .lognormal(sigma: 0.3), loss: 0.05),
    faults: faults, seed: 11, end: .seconds(2))
}

/// The 64-bit FNV-1a hash of a text.
private func checksum(_ text: String) -> UInt64 {
  text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

@Test func `a seed gives the same bytes in every process, build and machine`() {
  let text = gossip().trace().text
  #expect(text.split(separator: "\n").count == 2213)
  #expect(checksum(text) == 0x6D81_C6C0_AAC1_3DC6)
}
