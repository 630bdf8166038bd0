import GeoModel

extension FailoverRecorder {
  mutating func compare(
    _ old: Failover.Observer, _ new: Failover.Observer, _ node: NodeID, at time: Instant
  ) {
    guard old.isSuspecting != new.isSuspecting, old.epoch == new.epoch else { return }
    let target = region(new.target)
    note(
      new.isSuspecting
        ? .suspected(target, by: region(node)) : .trusted(target, by: region(node)), at: time)
  }

  mutating func compare(
    _ old: Failover.Coordinator, _ new: Failover.Coordinator, at time: Instant
  ) {
    guard old.phase != new.phase || old.epoch != new.epoch else { return }
    if old.phase == .watching { note(.agreed(region(old.primary)), at: time) }
    if old.phase == .alarmed, new.phase == .watching {
      note(.stoodDown(region(old.primary)), at: time)
    }
    if new.epoch > old.epoch { note(.fencing(region(old.primary), epoch: new.epoch), at: time) }
    if new.phase == .promoting {
      note(.chosen(region(new.primary), epoch: new.epoch), at: time)
    }
    if old.phase == .promoting, new.phase == .watching {
      note(.opened(region(new.primary), epoch: new.epoch), at: time)
    }
  }

  mutating func compare(
    _ old: Failover.Database, _ new: Failover.Database, _ node: NodeID, at time: Instant
  ) {
    if old.role != new.role || old.epoch != new.epoch { change(old, new, node, at: time) }
    if new.acceptedWrites > old.acceptedWrites { checkOrder(old, new, node, at: time) }
    if old.log != new.log, new.role == .primary, isNewest(new) { noteWritten(new, at: time) }
    if new.rejectedWrites > old.rejectedWrites {
      note(.rejected(region(node), epoch: new.epoch), at: time)
    }
    switch (old.catchUpLength == nil, new.catchUpLength == nil) {
    case (true, false): note(.fellBack(region(node)), at: time)
    case (false, true): note(.caughtUp(region(node)), at: time)
    case (true, true), (false, false): break
    }
  }

  private mutating func checkOrder(
    _ old: Failover.Database, _ new: Failover.Database, _ node: NodeID, at time: Instant
  ) {
    let wereInOrder = order.conflicts.isEmpty
    let end = new.acceptedPosition + 1
    let start = end - (new.acceptedWrites - old.acceptedWrites)
    order.accept(start..<end, of: new.epoch, by: node, among: nodes)
    guard wereInOrder, !order.conflicts.isEmpty else { return }
    note(.splitBrain(region(node), epoch: new.epoch), at: time)
  }

  private mutating func change(
    _ old: Failover.Database, _ new: Failover.Database, _ node: NodeID, at time: Instant
  ) {
    setRole(Self.shown(new), of: node, at: time)
    switch (old.role, new.role) {
    case (.promoting, .primary), (.promoting, .lapsed):
      note(.promoted(region(node), epoch: new.epoch), at: time)
    case (.primary, .lapsed), (.primary, .fenced), (.asking, .fenced):
      note(.steppedDown(region(node)), at: time)
    case (.fenced, .standby):
      note(.rejoined(region(node), discarded: new.discardedWrites), at: time)
    default: break
    }
  }

  private static func shown(_ database: Failover.Database) -> FailoverTimeline.Role {
    switch database.role {
    case .primary: .primary(epoch: database.epoch)
    case .lapsed, .fenced: .fenced
    case .asking: .asking
    case .promoting: .promoting(epoch: database.epoch)
    case .standby: .standby
    }
  }

  private mutating func setRole(
    _ role: FailoverTimeline.Role, of node: NodeID, at time: Instant
  ) {
    var roles = timeline.lanes[node.index].roles
    guard let last = roles.last, last.value != role else { return }
    roles[roles.count - 1].end = time.sinceStart
    roles.append(.init(value: role, start: time.sinceStart, end: stage.scenario.duration))
    timeline.lanes[node.index].roles = roles
  }
}

extension FailoverScenario {
  /// When a region was in trouble, and in what, as the incident says.
  func troubles(of region: RegionID) -> [FailoverTimeline.Span<FailoverTimeline.Trouble>] {
    var spans: [FailoverTimeline.Span<FailoverTimeline.Trouble>] = []
    for fault in incident.sorted(by: { $0.time < $1.time }) where fault.time <= duration {
      guard let (trouble, begins) = fault.change.trouble(of: region) else { continue }
      let open = spans.lastIndex { $0.value == trouble && $0.end == duration }
      if begins, open == nil {
        spans.append(.init(value: trouble, start: fault.time, end: duration))
      } else if !begins, let open {
        spans[open].end = fault.time
      }
    }
    return spans
  }
}

extension RegionFault.Change {
  fileprivate func trouble(of region: RegionID) -> (FailoverTimeline.Trouble, begins: Bool)? {
    switch self {
    case .crash(region): (.down, true)
    case .recover(region): (.down, false)
    case .pause(region): (.paused, true)
    case .resume(region): (.paused, false)
    case .isolate(region): (.isolated, true)
    case .rejoin(region): (.isolated, false)
    default: nil
    }
  }
}
