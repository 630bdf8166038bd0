import GeoModel

/// Measures a run while it goes on, and keeps no world.
struct FailoverTally: Sendable {
  typealias Event = GeoSim.Event<Failover.Message>
  typealias World = GeoSim.World<Failover.Participant>

  /// A write that a client knows to be accepted.
  private struct Acknowledgement: Sendable {
    let epoch: Int
    let position: Int
    let accepted: Instant
  }

  private let databaseCount: Int
  private let coordinator: NodeID
  private let patience: Delay
  private let end: Instant

  private(set) var measurement = FailoverMeasurement()
  private(set) var marks: FailoverMarks
  private var acknowledgements: [Acknowledgement] = []
  private var order = EpochOrder()
  /// By database.
  private var acceptedWrites: [Int]
  private var lastAccepted = Instant.start
  private var longestGap = Delay.zero

  init(_ stage: FailoverStage) {
    databaseCount = stage.databases.count
    coordinator = stage.coordinator
    patience = Delay(stage.scenario.patience)
    end = Instant(stage.scenario.duration)
    acceptedWrites = stage.databases.map { _ in 0 }
    marks = FailoverMarks(stage)
  }

  mutating func record(_ event: Event, in world: World) {
    switch event {
    case .remind(let node, let message):
      if case .client(.nextWrite) = message { measurement.attemptedWrites += 1 }
      look(at: node, in: world)
    case .deliver(let envelope):
      acknowledge(envelope, at: world.time)
      look(at: envelope.receiver, in: world)
    case .fault(let fault):
      marks.lookForFailure(in: world)
      if case .recover(let node) = fault { look(at: node, in: world) }
    case .start, .lose: break
    }
  }

  private mutating func acknowledge(_ envelope: Envelope<Failover.Message>, at time: Instant) {
    guard case .client(.accepted(let epoch, let position, let sent)) = envelope.message,
      time - sent <= patience
    else { return }
    measurement.acknowledgedWrites += 1
    acknowledgements.append(
      Acknowledgement(epoch: epoch, position: position, accepted: envelope.sent))
  }

  /// Reads single fields: to take out a whole node would copy its arrays at every event.
  private mutating func look(at node: NodeID, in world: World) {
    if node.index < databaseCount {
      countAccepted(node, in: world)
      marks.lookAtDatabase(node, in: world)
    } else if node == coordinator {
      marks.lookAtCoordinator(in: world, measurement: &measurement)
    } else {
      marks.lookAtClient(node, in: world)
    }
  }

  private mutating func countAccepted(_ node: NodeID, in world: World) {
    guard let accepted = world.nodes[node.index].database?.acceptedWrites,
      accepted > acceptedWrites[node.index],
      let epoch = world.nodes[node.index].database?.epoch,
      let last = world.nodes[node.index].database?.acceptedPosition
    else { return }
    let count = accepted - acceptedWrites[node.index]
    acceptedWrites[node.index] = accepted
    measurement.acceptedWrites += count
    order.accept(last + 1 - count..<last + 1, of: epoch, by: node, among: world.nodes)
    longestGap = max(longestGap, world.time - lastAccepted)
    lastAccepted = world.time
  }

  // MARK: - The end

  /// What was measured, once nothing more happens.
  func finished(in world: World) -> FailoverMeasurement {
    finished(in: world, keeping: survivingLog(in: world))
  }

  /// - Parameter log: what is left of the data; `nil` where nobody can say.
  func finished(in world: World, keeping log: Failover.Log?) -> FailoverMeasurement {
    var result = measurement
    result.splitBrainWrites = order.conflicts.count
    result.interruption = max(longestGap, end - lastAccepted).duration
    result.rto = marks.recoveryTime
    guard let log else { return result }
    let lost = acknowledgements.filter { !log.has(position: $0.position, of: $0.epoch) }
    result.lostWrites = lost.count
    result.rpo = recoveryPoint(lost)
    return result
  }

  /// The log of the last primary: what the others will have to follow.
  func survivingLog(in world: World) -> Failover.Log? {
    guard let primary = world.nodes[coordinator.index].coordinator?.primary else { return nil }
    return world.nodes[primary.index].database?.log
  }

  /// The log of the last primary, or, where its region is gone, the newest one that is left; empty
  /// where none is.
  func logWithoutLostRegions(in world: World) -> Failover.Log? {
    guard let primary = world.nodes[coordinator.index].coordinator?.primary,
      world.conditions[primary.index] == .down
    else { return survivingLog(in: world) }
    let left = (0..<databaseCount).filter { world.conditions[$0] != .down }
    let logs = left.compactMap { world.nodes[$0].database?.log }
    return logs.max { ($0.epoch, $0.length) < ($1.epoch, $1.length) } ?? Failover.Log()
  }

  private func recoveryPoint(_ lost: [Acknowledgement]) -> Duration {
    guard let oldest = lost.min(by: { $0.accepted < $1.accepted }) else { return .zero }
    let ofSameEpoch = lost.filter { $0.epoch == oldest.epoch }.map(\.accepted)
    let newest = ofSameEpoch.max() ?? oldest.accepted
    return (max(newest, marks.failure ?? newest) - oldest.accepted).duration
  }
}
