import GeoModel
import GeoSim
import Testing

/// Clicks counted in two regions at once: how many are left.
struct GlobalTableCountingTests {
  private static let pair = Array(RegionSet.us.regions.prefix(2))

  private static func scenario(
    _ mode: GlobalTable.Mode, _ counting: TableCounting, clicks: Int, seed: UInt64
  ) throws -> GlobalTableScenario {
    var scenario = try tableScenario(mode, seed: seed)
    scenario.count(clicks, in: pair, every: .milliseconds(20), by: counting)
    scenario.lag = .milliseconds(400)
    scenario.duration = .seconds(120)
    return scenario
  }

  @Test func `of 100 clicks in two regions 50 are lost to the last writer`() throws {
    let scenario = try Self.scenario(.eventual, .add, clicks: 50, seed: 1)
    let end = scenario.end()
    #expect(scenario.answeredClicks(in: end) == 100)
    for region in Self.pair { #expect(scenario.total(at: region, by: .add, in: end) == 50) }
  }

  @Test func `the run leaves what the last writer's rule leaves, in 500 settings`() throws {
    for seed in 0..<500 as Range<UInt64> {
      var dice = SplitMix64(seed: seed)
      var scenario = try tableScenario(.eventual, seed: seed, roundTrips: 40...40)
      let counter = LastWriterCounter(
        increments: dice.integer(in: 1...20), interval: .milliseconds(dice.integer(in: 10...200)),
        offset: .milliseconds(dice.integer(in: 0...200)),
        lag: .milliseconds(dice.integer(in: 21...400)))
      scenario.count(
        counter.increments, in: Self.pair, every: counter.interval, offset: counter.offset, by: .add
      )
      // A version is known a moment before a click that comes just then.
      scenario.lag = counter.lag - .milliseconds(20) - .nanoseconds(1)
      #expect(scenario.topology.oneWay(from: Self.pair[0], to: Self.pair[1]) == .milliseconds(20))
      let end = scenario.end()
      let totals = Self.pair.map { scenario.total(at: $0, by: .add, in: end) }
      #expect(totals == [counter.survivors, counter.survivors], "seed \(seed)")
    }
  }

  @Test(
    arguments: [
      (.eventual, .perRegion), (.eventual, .stream), (.strong, .add), (.strong, .conditional),
    ] as [(GlobalTable.Mode, TableCounting)])
  func `every remedy counts all 100 clicks`(
    mode: GlobalTable.Mode, counting: TableCounting
  ) throws {
    let scenario = try Self.scenario(mode, counting, clicks: 50, seed: 7)
    let end = scenario.end()
    #expect(scenario.answeredClicks(in: end) == 100)
    for region in Self.pair { #expect(scenario.total(at: region, by: counting, in: end) == 100) }
  }

  @Test func `a condition on the local version saves no click`() throws {
    let scenario = try Self.scenario(.eventual, .conditional, clicks: 50, seed: 7)
    let end = scenario.end()
    #expect(scenario.answeredClicks(in: end) == 100)
    #expect(scenario.total(at: Self.pair[0], by: .conditional, in: end) == 50)
  }

  /// Clicks that a client was never told of may be counted or not; those answered must be.
  @Test(
    arguments: [
      (.eventual, .perRegion), (.eventual, .stream), (.strong, .add),
    ] as [(GlobalTable.Mode, TableCounting)])
  func `the remedies lose no answered click while regions fail`(
    mode: GlobalTable.Mode, counting: TableCounting
  ) throws {
    for seed in 0..<100 as Range<UInt64> {
      var scenario = try Self.scenario(mode, counting, clicks: 10, seed: seed)
      scenario.lagJitter = .lognormal(sigma: 0.5)
      scenario.incident = tableIncident(seed: seed, in: scenario.table.regions)
        .filter { counting != .stream || $0.isBetweenRegions }
      let end = scenario.end()
      let answered = scenario.answeredClicks(in: end)
      let total = scenario.total(at: Self.pair[0], by: counting, in: end)
      #expect((answered...20).contains(total), "seed \(seed): \(total) of \(answered)")
    }
  }

  @Test func `the clicks that are lost are those of versions overwritten unseen`() throws {
    for seed in 0..<200 as Range<UInt64> {
      var scenario = try Self.scenario(.eventual, .add, clicks: 10, seed: seed)
      scenario.lagJitter = .lognormal(sigma: 1)
      scenario.incident = tableIncident(seed: seed, in: scenario.table.regions)
        .filter(\.isBetweenRegions)
      let end = scenario.end()
      // An item knows its clicks by their clients' numbers; the value counts just those.
      let versions = Self.pair.indices.compactMap {
        end.nodes[$0].eventual?.versions[TableKey.counter]
      }
      #expect(versions.count == 2 && versions[0] == versions[1], "seed \(seed)")
      // Every version is built on one other, so its clicks form one line: count it from the trace.
      #expect(
        versions[0].item.value == Lineage(scenario.simulation.trace(limit: 20_000)).length,
        "seed \(seed)")
    }
  }
}

/// The versions of an item as a tree, read off the trace alone: a write is the child of what its
/// replica showed before it.
private struct Lineage {
  private var ancestors: [Int: Int] = [:]
  private(set) var length = 0

  init(_ trace: Trace<TableParticipant>) {
    var depth: [TableStampKey: Int] = [:]
    var last: (stamp: TableStamp, depth: Int)?
    var before: [TableStamp?] = [nil, nil]
    for step in trace.steps {
      for replica in 0..<2 {
        let version = step.world.nodes[replica].eventual?.versions[TableKey.counter]
        guard let stamp = version?.stamp, stamp != before[replica] else { continue }
        if stamp.region == NodeID(replica) {
          let base = before[replica].flatMap { depth[TableStampKey($0)] } ?? 0
          depth[TableStampKey(stamp)] = base + 1
          if last.map({ $0.stamp < stamp }) ?? true { last = (stamp, base + 1) }
        }
        before[replica] = stamp
      }
    }
    length = last?.depth ?? 0
  }
}

private struct TableStampKey: Hashable {
  let time: Instant
  let region: NodeID

  init(_ stamp: TableStamp) {
    time = stamp.time
    region = stamp.region
  }
}

extension RegionFault {
  /// Whether it leaves all servers running.
  fileprivate var isBetweenRegions: Bool {
    switch change {
    case .crash, .recover, .pause, .resume: false
    default: true
    }
  }
}
