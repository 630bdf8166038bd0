import GeoModel

/// A deterministic discrete-event simulation: nodes, a network, faults and a seed in, a run out.
///
/// Events happen in the order of `(time, sequence number)`, so that the same input gives the same
/// run in any process on any machine.
public struct Simulation<N: Node>: Sendable {
  let nodes: [N]
  let network: Network
  let faults: [ScheduledFault]
  let seed: UInt64
  let end: Instant

  /// - Parameters:
  ///   - nodes: by number; they start at time zero, in this order.
  ///   - network: has as many nodes.
  ///   - faults: in any order; of faults at one time, the first listed happens first.
  ///   - seed: of jitter and loss.
  ///   - end: events after this moment do not happen.
  public init(
    nodes: [N], network: Network, faults: [ScheduledFault] = [], seed: UInt64 = 0,
    end: Duration = .seconds(3600)
  ) {
    precondition(network.count == nodes.count, "every node has its row in the network")
    self.nodes = nodes
    self.network = network
    self.faults = faults
    self.seed = seed
    self.end = Instant(end)
  }

  /// The run before its first event. Nothing of it is kept: take what is needed after each event.
  public func start() -> Run<N> { Run(self) }

  /// Runs to the end and keeps every world, for pictures that can be stepped backwards.
  ///
  /// - Parameter limit: the run stops after so many events even when more would happen.
  public func trace(limit: Int = 10_000) -> Trace<N> {
    var run = start()
    var steps: [Trace<N>.Step] = []
    while steps.count < limit, let event = run.next() {
      steps.append(Trace.Step(event: event, world: run.world))
    }
    return Trace(steps: steps, undelivered: run.undelivered)
  }
}
