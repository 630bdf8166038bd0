import GeoModel

/// How clients in several regions count together.
public enum TableCounting: String, CaseIterable, Sendable {
  /// Every click adds to one item.
  case add
  /// Every click reads one item, and writes one more if nobody else has.
  case conditional
  /// Every region has an item of its own; who wants the total adds them up.
  case perRegion = "per-region"
  /// Every click is an item of its own; a program adds up those that reach its region.
  case stream
}

extension GlobalTableScenario {
  /// Lets a client in each of some regions count clicks.
  ///
  /// - Parameters:
  ///   - clicks: how many in each region.
  ///   - interval: from one click to the next, if the first is done by then.
  ///   - offset: how much later each region begins than the one before.
  public mutating func count(
    _ clicks: Int, in regions: [RegionID], every interval: Duration, offset: Duration = .zero,
    by counting: TableCounting
  ) {
    for (place, region) in regions.enumerated() {
      let steps = (0..<clicks).map { number in
        TableClient.Step(
          at: interval * number + offset * place,
          Self.click(number, in: region, by: counting))
      }
      clients.append(Client(in: region, steps))
    }
    if counting == .stream { follower = regions.first }
  }

  private static func click(
    _ number: Int, in region: RegionID, by counting: TableCounting
  ) -> TableClient.Deed {
    switch counting {
    case .add: .ask(.write(TableWrite(TableKey.counter, .add(1))))
    case .conditional: .count(TableKey.counter)
    case .perRegion: .ask(.write(TableWrite(TableKey.counter(of: region), .add(1))))
    case .stream: .ask(.write(TableWrite(TableKey.click(number, in: region), .put(1))))
    }
  }
}

extension GlobalTableScenario {
  /// What a reader at a replica makes of the counter, at one moment of a run.
  public func total(
    at region: RegionID, by counting: TableCounting, in world: World<TableParticipant>
  ) -> Int {
    guard let replica = table.replicas.firstIndex(of: region) else { return 0 }
    let items =
      counting == .perRegion
      ? clients.map { TableKey.counter(of: $0.region) } : [TableKey.counter]
    return items.reduce(0) { $0 + (world.nodes[replica].value(of: $1) ?? 0) }
  }

  /// How many clicks were answered, so that their clients take them for counted.
  public func answeredClicks(in world: World<TableParticipant>) -> Int {
    clients.indices.flatMap { world.calls(of: node(ofClient: $0)) }.count { call in
      if case .written = call.answer { true } else { false }
    }
  }

  /// The system when nothing more happens before the end.
  public func end() -> World<TableParticipant> {
    var run = simulation.start()
    while run.next() != nil {}
    return run.world
  }
}

extension World<TableParticipant> {
  /// What a client asked, and what came of it.
  public func calls(of client: NodeID) -> [TableClient.Call] {
    nodes[client.index].client?.calls ?? []
  }
}
