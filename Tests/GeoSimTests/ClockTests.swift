import GeoModel
import GeoSim
import Testing

/// Sets one reminder after another and notes by how much its own clock went on until each.
private struct Ticker: Node {
  let delay: Delay
  var setAt = Instant.start
  var waits: [Delay] = []

  mutating func start(at now: Instant, into outbox: inout Outbox<Int>) {
    remind(at: now, into: &outbox)
  }

  mutating func receive(
    _ message: Int, from sender: NodeID, at now: Instant, into outbox: inout Outbox<Int>
  ) {
    waits.append(now - setAt)
    remind(at: now, into: &outbox)
  }

  private mutating func remind(at now: Instant, into outbox: inout Outbox<Int>) {
    setAt = now
    outbox.remind(of: 0, after: delay)
  }
}

/// What the clock showed between reminders that were set once it drifted.
private func waits(of delay: Delay, partsPerMillion: Int) throws -> [Delay] {
  let simulation = Simulation(
    nodes: [Ticker(delay: delay)], network: Network(delays: [[Duration.zero]]),
    faults: [ScheduledFault(.driftClock(NodeID(0), partsPerMillion: partsPerMillion), at: .zero)],
    seed: 1, end: .milliseconds(20))
  let node = try #require(simulation.trace().steps.last?.world.nodes[0])
  return Array(node.waits.dropFirst())
}

@Test(arguments: [-100_000, -300, -1, 0, 1, 300, 100_000])
func `a reminder never comes early by the node's own clock, however it drifts`(
  partsPerMillion: Int
) throws {
  for nanoseconds in [999_983, 1_000_000, 1_234_567] as [Int64] {
    let delay = Delay(nanoseconds: nanoseconds)
    let waits = try waits(of: delay, partsPerMillion: partsPerMillion)
    #expect(waits.count > 10)
    // The moment is a whole nanosecond, so it may be one late.
    for wait in waits { #expect((nanoseconds...nanoseconds + 1).contains(wait.nanoseconds)) }
  }
}
