import GeoModel

/// Turns what happens to regions into what happens to nodes and links.
struct FaultRoster {
  /// By node.
  private let regions: [RegionID]
  private let databases: [NodeID]
  private let users: [NodeID]
  /// Row i, column j: how many reasons there are why messages from node i to node j are lost.
  private var reasons: [Int]
  private var isDown: [RegionID] = []
  private var isIsolated: [RegionID] = []
  private var faults: [ScheduledFault] = []

  init(regions: [RegionID], databases: [NodeID], users: [NodeID]) {
    self.regions = regions
    self.databases = databases
    self.users = users
    reasons = Array(repeating: 0, count: regions.count * regions.count)
  }

  /// The faults of nodes, in the order of time.
  func faults(for incident: [RegionFault]) -> [ScheduledFault] {
    var roster = self
    let inOrder = incident.enumerated().sorted {
      ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
    }
    for (_, fault) in inOrder { roster.apply(fault.change, at: fault.time) }
    return roster.faults
  }

  private mutating func apply(_ change: RegionFault.Change, at time: Duration) {
    switch change {
    case .crash(let region): crash(region, at: time)
    case .recover(let region): recover(region, at: time)
    case .pause(let region): each(databases(in: region), at: time) { .pause($0) }
    case .resume(let region): each(databases(in: region), at: time) { .resume($0) }
    case .isolate(let region): isolate(region, at: time)
    case .rejoin(let region): rejoin(region, at: time)
    case .cut(let from, let to): addReason(1, nodes(in: from), nodes(in: to), at: time)
    case .heal(let from, let to): addReason(-1, nodes(in: from), nodes(in: to), at: time)
    case .slow(let from, let to, let factor):
      for a in nodes(in: from) {
        each(nodes(in: to), at: time) { .slow(from: a, to: $0, factor: factor) }
      }
    case .skewClock(let region, let offset):
      each(servers(of: region), at: time) { .skewClock($0, by: offset) }
    case .driftClock(let region, let rate):
      each(servers(of: region), at: time) { .driftClock($0, partsPerMillion: rate) }
    }
  }
}

extension FaultRoster {
  private mutating func crash(_ region: RegionID, at time: Duration) {
    guard !isDown.contains(region) else { return }
    isDown.append(region)
    each(servers(of: region), at: time) { .crash($0) }
    darken(servers(of: region), by: 1, outside: region, at: time)
  }

  private mutating func recover(_ region: RegionID, at time: Duration) {
    guard isDown.contains(region) else { return }
    isDown.removeAll { $0 == region }
    darken(servers(of: region), by: -1, outside: region, at: time)
    each(servers(of: region), at: time) { .recover($0) }
  }

  private mutating func isolate(_ region: RegionID, at time: Duration) {
    guard !isIsolated.contains(region) else { return }
    isIsolated.append(region)
    darken(nodes(in: region), by: 1, outside: region, at: time)
  }

  private mutating func rejoin(_ region: RegionID, at time: Duration) {
    guard isIsolated.contains(region) else { return }
    isIsolated.removeAll { $0 == region }
    darken(nodes(in: region), by: -1, outside: region, at: time)
  }

  private mutating func darken(
    _ inside: [NodeID], by count: Int, outside region: RegionID, at time: Duration
  ) {
    let others = regions.indices.filter { regions[$0] != region }.map(NodeID.init)
    addReason(count, inside, others, at: time)
    addReason(count, others, inside, at: time)
  }

  private mutating func addReason(
    _ count: Int, _ from: [NodeID], _ to: [NodeID], at time: Duration
  ) {
    for a in from {
      for b in to where a != b {
        let link = a.index * regions.count + b.index
        let before = reasons[link]
        reasons[link] = max(0, before + count)
        guard (before == 0) != (reasons[link] == 0) else { continue }
        let fault: Fault = before == 0 ? .cut(from: a, to: b) : .heal(from: a, to: b)
        faults.append(ScheduledFault(fault, at: time))
      }
    }
  }

  private mutating func each(_ nodes: [NodeID], at time: Duration, _ fault: (NodeID) -> Fault) {
    faults += nodes.map { ScheduledFault(fault($0), at: time) }
  }

  private func nodes(in region: RegionID) -> [NodeID] {
    regions.indices.filter { regions[$0] == region }.map(NodeID.init)
  }

  private func databases(in region: RegionID) -> [NodeID] {
    databases.filter { regions[$0.index] == region }
  }

  private func servers(of region: RegionID) -> [NodeID] {
    nodes(in: region).filter { !users.contains($0) }
  }
}
