import GeoModel
import GeoSim
import Testing

/// What a table does that answers first and replicates later, and what it does not promise.
struct GlobalTableEventualTests {
  private static let (here, there) = (RegionID("us-east-1"), RegionID("us-east-2"))

  @Test(arguments: [(GlobalTable.Mode.eventual, nil), (.strong, 1)] as [(GlobalTable.Mode, Int?)])
  func `a strongly consistent read elsewhere is stale, unless the table agrees first`(
    mode: GlobalTable.Mode, seen: Int?
  ) throws {
    var scenario = try tableScenario(mode)
    scenario.lag = .milliseconds(500)
    scenario.clients = [
      .init(in: Self.here, [.init(at: .zero, .ask(.write(TableWrite("x", .put(1)))))]),
      .init(in: Self.there, [.init(at: .milliseconds(300), .ask(.read("x", strong: true)))]),
    ]
    let end = scenario.end()
    let write = try #require(end.calls(of: scenario.node(ofClient: 0)).first)
    let read = try #require(end.calls(of: scenario.node(ofClient: 1)).first)
    #expect(write.ended.map { $0 < read.began } == true)
    #expect(read.answer == .value(seen))
  }

  @Test func `a conditional write lets two regions take one lock`() throws {
    for mode in GlobalTable.Mode.allCases {
      for seed in 0..<100 as Range<UInt64> {
        var scenario = try tableScenario(mode, seed: seed)
        scenario.lag = .milliseconds(400)
        scenario.clients = [Self.here, Self.there].enumerated().map { number, region in
          .init(
            in: region,
            [
              .init(
                at: .milliseconds(Int(seed) * number),
                .ask(.write(TableWrite("lock", .put(number + 1), if: .absent))))
            ])
        }
        let end = scenario.end()
        let answers = [0, 1].map { end.calls(of: scenario.node(ofClient: $0)).first?.answer }
        let holders = answers.count { if case .written = $0 { true } else { false } }
        #expect(holders == (mode == .eventual ? 2 : 1), "\(mode), seed \(seed)")
        if mode == .strong { #expect(answers.contains(.conditionFailed), "seed \(seed)") }
      }
    }
  }

  @Test func `a reader in the other region sees half of a transaction`() throws {
    var scenario = try tableScenario(.eventual, seed: 3)
    scenario.lag = .milliseconds(300)
    scenario.lagJitter = .lognormal(sigma: 0.5)
    scenario.clients = [
      .init(
        in: Self.here,
        [
          .init(
            at: .zero,
            .ask(.transact([TableWrite("from", .put(50)), TableWrite("to", .put(50))])))
        ])
    ]
    var sights: [[Bool]] = [[], []]
    for step in scenario.simulation.trace().steps {
      for replica in 0..<2 {
        let node = step.world.nodes[replica]
        let isHalf = (node.value(of: "from") == nil) != (node.value(of: "to") == nil)
        sights[replica].append(isHalf)
      }
    }
    #expect(!sights[0].contains(true))
    #expect(sights[1].contains(true))
    #expect(sights[1].last == false)
  }

  @Test func `a transaction of which one condition fails writes nothing`() throws {
    var scenario = try tableScenario(.eventual)
    scenario.clients = [
      .init(
        in: Self.here,
        [
          .init(
            at: .zero,
            .ask(
              .transact([
                TableWrite("a", .put(1)), TableWrite("b", .put(1), if: .equals(9)),
              ])))
        ])
    ]
    let end = scenario.end()
    #expect(end.calls(of: scenario.node(ofClient: 0)).map(\.answer) == [.conditionFailed])
    #expect(end.nodes.map { $0.value(of: "a") } == [nil, nil, nil])
  }

  /// Writes in both regions while they fail, ties included.
  private static func chaos(seed: UInt64, rules: TableRules) throws -> GlobalTableScenario {
    var scenario = try tableScenario(.eventual, seed: seed)
    var dice = SplitMix64(seed: seed)
    scenario.clients = [here, there].map { region in
      .init(
        in: region,
        (0..<8).map { number in
          .init(
            at: .milliseconds(number * 100),
            .ask(
              .write(TableWrite("item \(dice.integer(in: 0...2))", .put(dice.integer(in: 0...999))))
            ))
        })
    }
    scenario.lag = .milliseconds(100)
    scenario.lagJitter = .lognormal(sigma: 1)
    scenario.incident = tableIncident(seed: seed, in: scenario.table.regions)
    scenario.rules = rules
    return scenario
  }

  private static func converges(_ scenario: GlobalTableScenario) -> Bool {
    let end = scenario.end()
    return end.nodes[0].eventual?.versions == end.nodes[1].eventual?.versions
  }

  @Test func `once everything is mended both regions hold the same`() throws {
    for seed in 0..<300 as Range<UInt64> {
      #expect(Self.converges(try Self.chaos(seed: seed, rules: .sound)), "seed \(seed)")
    }
  }

  @Test func `without a rule for equal times they may differ for ever`() throws {
    var rules = TableRules.sound
    rules.breaksTies = false
    let isCaught = try (0..<50 as Range<UInt64>).contains { seed in
      !Self.converges(try Self.chaos(seed: seed, rules: rules))
    }
    #expect(isCaught)
  }

  @Test func `a region that is cut off goes on, and one that dies takes its unsent writes along`()
    throws
  {
    var scenario = try tableScenario(.eventual)
    scenario.lag = .milliseconds(300)
    scenario.count(10, in: [Self.here], every: .milliseconds(100), by: .perRegion)
    scenario.incident = [RegionFault(.isolate(Self.here), at: .milliseconds(550))]
    var end = scenario.end()
    #expect(scenario.answeredClicks(in: end) == 10)
    #expect(scenario.total(at: Self.there, by: .perRegion, in: end) < 5)
    scenario.incident.append(RegionFault(.rejoin(Self.here), at: .seconds(5)))
    end = scenario.end()
    #expect(scenario.total(at: Self.there, by: .perRegion, in: end) == 10)
    scenario.incident = [RegionFault(.crash(Self.here), at: .milliseconds(550))]
    end = scenario.end()
    #expect(scenario.answeredClicks(in: end) == 6)
    #expect((1..<6).contains(scenario.total(at: Self.there, by: .perRegion, in: end)))
  }
}
