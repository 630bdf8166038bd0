import GeoModel

/// A run of ``GlobalWrite``, seen from outside, where there is one time.
public struct GlobalWriteRun: Sendable {
  /// A read in true time.
  public struct Read: Equatable, Sendable {
    public let region: RegionID
    public let sent: Instant
    public let done: Instant
    public let sawWrite: Bool
    public let isLocal: Bool

    public var latency: Duration { (done - sent).duration }
  }

  public let writeSent: Instant
  /// When the writer had its answer; `nil` when it never came.
  public let writeDone: Instant?
  /// Of the nodes in the order of the placement, each in the order of its answers.
  public let reads: [Read]

  /// - Parameters:
  ///   - table: a GLOBAL one, whose placement is led from its first voter.
  ///   - writer: a region with a replica.
  ///   - skews: by how much the clock of each replica is ahead, in the order of the placement.
  ///   - interval: from one read of every replica's client to its next.
  public init(
    of table: PlacedTable, from writer: RegionID, in topology: Topology, skews: [Duration] = [],
    readingEvery interval: Duration = .milliseconds(50)
  ) {
    precondition(table.isGlobal, "only GLOBAL tables are written ahead of time")
    let regions = table.placement.replicas.map(\.region)
    guard let gateway = regions.firstIndex(of: writer) else {
      preconditionFailure("\(writer) has no replica of the table")
    }
    let setting = GlobalWrite.Setting(
      timestamps: table.timestamps, voterCount: table.placement.voters.count,
      writer: NodeID(gateway), writeDelay: Delay(Self.writeDelay), readInterval: Delay(interval))
    let trace = Simulation(
      nodes: regions.indices.map {
        GlobalWrite.Replica(id: NodeID($0), count: regions.count, setting: setting)
      },
      network: Network(delays: Self.delays(between: regions, in: topology)),
      faults: skews.enumerated().map {
        ScheduledFault(.skewClock(NodeID($0.offset), by: $0.element), at: .zero)
      }, end: Self.writeDelay + table.timestamps.lead * 3
    ).trace(limit: 100_000)
    let nodes = trace.steps.last?.world.nodes ?? []
    func trueTime(_ reading: Instant, _ node: Int) -> Instant {
      Instant(reading.sinceStart - (skews.indices.contains(node) ? skews[node] : .zero))
    }
    writeSent = Instant(Self.writeDelay)
    writeDone = nodes[gateway].answered.map { trueTime($0, gateway) }
    reads = nodes.indices.flatMap { node in
      nodes[node].reads.map { read in
        Read(
          region: regions[node], sent: trueTime(read.sent, node), done: trueTime(read.done, node),
          sawWrite: read.sawWrite, isLocal: read.isLocal)
      }
    }
  }

  /// From the writer's sending to its answer.
  public var writeLatency: Duration? { writeDone.map { ($0 - writeSent).duration } }

  /// Reads that returned the old value although the write was done, or had been seen, before they
  /// began: what linearizability forbids.
  public var staleReads: [Read] {
    let known = (reads.filter(\.sawWrite).map(\.done) + [writeDone].compactMap(\.self)).min()
    guard let known else { return [] }
    return reads.filter { !$0.sawWrite && $0.sent > known }
  }

  /// Late enough for news of the side transport to have come everywhere, and between two of them.
  private static let writeDelay = Duration.milliseconds(1050)

  private static func delays(between regions: [RegionID], in topology: Topology) -> [[Duration]] {
    regions.indices.map { from in
      regions.indices.map { to in
        from == to ? .zero : topology.oneWay(from: regions[from], to: regions[to])
      }
    }
  }
}
