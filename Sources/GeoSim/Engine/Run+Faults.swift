extension Run {
  @usableFromInline mutating func apply(_ fault: Fault) {
    switch fault {
    case .crash(let node): crash(node)
    case .recover(let node): recover(node)
    case .pause(let node):
      if world.conditions[node.index] == .up { world.conditions[node.index] = .paused }
    case .resume(let node): resume(node)
    case .cut(let from, let to): world.cuts[link(from, to)] = true
    case .heal(let from, let to): world.cuts[link(from, to)] = false
    case .slow(let from, let to, let factor): slow(link(from, to), by: factor)
    case .skewClock(let node, let offset):
      hasTrueClocks = false
      clocks[node.index].skew(by: Delay(offset), at: world.time)
    case .driftClock(let node, let rate):
      hasTrueClocks = false
      clocks[node.index].drift(partsPerMillion: rate, at: world.time)
    }
  }

  private func link(_ from: NodeID, _ to: NodeID) -> Int {
    from.index * network.count + to.index
  }

  private mutating func slow(_ link: Int, by factor: Double) {
    links[link].delay = Int64(Double(network.delays[link]) * factor)
  }

  /// What the node had planned is forgotten.
  private mutating func crash(_ node: NodeID) {
    world.conditions[node.index] = .down
    waiting[node.index] = []
    let forgotten = queue.remove { [envelopes] ticket in
      ticket.kind == .remind && envelopes[ticket.place].receiver == node
    }
    free += forgotten.map(\.place)
  }

  private mutating func recover(_ node: NodeID) {
    guard world.conditions[node.index] == .down else { return }
    world.conditions[node.index] = .up
    world.nodes[node.index].restart(at: reading(of: node), into: &outbox)
    carryOut(of: node)
  }

  /// What has waited happens now, in its order.
  private mutating func resume(_ node: NodeID) {
    guard world.conditions[node.index] == .paused else { return }
    world.conditions[node.index] = .up
    for event in waiting[node.index] { schedule(event.kind, event.envelope, at: world.time) }
    waiting[node.index] = []
  }
}
