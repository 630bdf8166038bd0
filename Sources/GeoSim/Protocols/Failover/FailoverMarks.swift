import GeoModel

/// Notes the moments between the parts of the first recovery from a failure.
struct FailoverMarks: Sendable {
  private let coordinator: NodeID
  private let firstClient: Int
  private let databaseCount: Int

  /// Since when the primary is down, paused or out of reach of the one who decides.
  private var trouble: Instant?
  private var phase = Failover.Coordinator.Phase.watching
  private var lastEpoch = 1
  private var lastAgreement = Instant.start

  /// The epoch in which the recovery ends.
  private var epoch: Int?
  private(set) var failure: Instant?
  private var agreed = Instant.start
  private var chosen: Instant?
  private var promoted: Instant?
  private var opened: Instant?
  /// By client.
  private var routed: [Instant?]

  init(_ stage: FailoverStage) {
    coordinator = stage.coordinator
    firstClient = stage.coordinator.index + 1
    databaseCount = stage.databases.count
    routed = stage.clients.map { _ in nil }
  }

  mutating func lookForFailure(in world: FailoverTally.World) {
    guard let primary = world.nodes[coordinator.index].coordinator?.primary else {
      return
    }
    let isSound =
      world.conditions[primary.index] == .up && !world.isCut(from: primary, to: coordinator)
      && !world.isCut(from: coordinator, to: primary)
    if isSound { trouble = nil } else if trouble == nil { trouble = world.time }
  }

  mutating func lookAtCoordinator(
    in world: FailoverTally.World, measurement: inout FailoverMeasurement
  ) {
    guard let newPhase = world.nodes[coordinator.index].coordinator?.phase,
      let newEpoch = world.nodes[coordinator.index].coordinator?.epoch,
      newPhase != phase || newEpoch != lastEpoch
    else { return }
    if phase == .watching, newPhase == .alarmed || newPhase == .fencing {
      lastAgreement = world.time
      measurement.firstAgreement = measurement.firstAgreement ?? world.time.sinceStart
    }
    if newEpoch > lastEpoch { begin(newEpoch, measurement: &measurement) }
    if newEpoch == epoch, opened == nil {
      if newPhase == .promoting { chosen = world.time }
      if newPhase == .watching { opened = world.time }
    }
    if newPhase == .promoting { lookForFailure(in: world) }
    phase = newPhase
    lastEpoch = newEpoch
  }

  private mutating func begin(_ new: Int, measurement: inout FailoverMeasurement) {
    measurement.failovers += 1
    if trouble == nil, phase != .promoting { measurement.falseFailovers += 1 }
    if epoch == nil, let trouble {
      epoch = new
      failure = trouble
      agreed = max(trouble, lastAgreement)
    } else if epoch != nil, opened == nil {
      // The one who was to take over has failed too: the recovery goes on with another.
      epoch = new
      chosen = nil
      promoted = nil
    }
    trouble = nil
  }

  mutating func lookAtDatabase(_ node: NodeID, in world: FailoverTally.World) {
    guard promoted == nil, let epoch, world.nodes[node.index].database?.epoch == epoch else {
      return
    }
    let role = world.nodes[node.index].database?.role
    if role == .primary || role == .lapsed { promoted = world.time }
  }

  mutating func lookAtClient(_ node: NodeID, in world: FailoverTally.World) {
    let index = node.index - firstClient
    guard let epoch, routed.indices.contains(index), routed[index] == nil,
      let epochOfClient = world.nodes[node.index].client?.epoch, epochOfClient >= epoch
    else { return }
    routed[index] = world.time
  }

  // MARK: - The result

  var recoveryMarks: FailoverTimeline.RecoveryMarks? {
    guard let failure, let chosen, let promoted, let opened else { return nil }
    return FailoverTimeline.RecoveryMarks(
      failure: failure.sinceStart, agreed: agreed.sinceStart, chosen: chosen.sinceStart,
      promoted: promoted.sinceStart, opened: opened.sinceStart,
      routed: routed.map { $0?.sinceStart })
  }

  var recoveryTime: RecoveryTime? {
    guard let marks = recoveryMarks else { return nil }
    let routes = marks.routed.compactMap { $0.map { $0 - marks.opened } }
    guard let last = routes.max(), routes.count == routed.count else { return nil }
    return RecoveryTime(
      detect: marks.agreed - marks.failure, decideAndFence: marks.chosen - marks.agreed,
      promote: marks.promoted - marks.chosen, warm: marks.opened - marks.promoted,
      route: routes.reduce(.zero, +) / routes.count, lastRoute: last)
  }
}
