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
    guard let primary = world.nodes[coordinator.index].coordinator?.primary else { return }
    let isSound =
      world.conditions[primary.index] == .up && !world.isCut(from: primary, to: coordinator)
      && !world.isCut(from: coordinator, to: primary)
    if isSound { trouble = nil } else if trouble == nil { trouble = world.time }
  }

  mutating func lookAtCoordinator(
    in world: FailoverTally.World, measurement: inout FailoverMeasurement
  ) {
    guard let now = world.nodes[coordinator.index].coordinator,
      now.phase != phase || now.epoch != lastEpoch
    else { return }
    if phase == .watching, now.phase == .alarmed || now.phase == .fencing {
      lastAgreement = world.time
      measurement.firstAgreement = measurement.firstAgreement ?? world.time.sinceStart
    }
    if now.epoch > lastEpoch { begin(now.epoch, measurement: &measurement) }
    if now.epoch == epoch, opened == nil {
      if now.phase == .promoting { chosen = world.time }
      if now.phase == .watching { opened = world.time }
    }
    if now.phase == .promoting { lookForFailure(in: world) }
    phase = now.phase
    lastEpoch = now.epoch
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

  mutating func look(at database: Failover.Database, time: Instant) {
    guard promoted == nil, let epoch, database.epoch == epoch,
      database.role == .primary || database.role == .lapsed
    else { return }
    promoted = time
  }

  mutating func look(at client: Failover.Client, _ node: NodeID, time: Instant) {
    let index = node.index - firstClient
    guard let epoch, routed.indices.contains(index), routed[index] == nil, client.epoch >= epoch
    else { return }
    routed[index] = time
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
