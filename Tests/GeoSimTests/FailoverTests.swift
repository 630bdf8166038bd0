import GeoModel
import GeoSim
import Testing

/// A scenario with its numbers drawn together, so that a trial is a few hundred events.
func briefPair(_ change: (inout FailoverScenario) -> Void = { _ in }) -> FailoverScenario {
  var scenario = pair()
  scenario.detector = .init(interval: .seconds(2), misses: 2, timeout: .seconds(1))
  scenario.lease = .seconds(3)
  scenario.roleChange = .milliseconds(500)
  scenario.warmUp = .milliseconds(250)
  scenario.routing = .dns(ttl: .seconds(2))
  scenario.writesPerSecond = 20
  scenario.duration = .seconds(18)
  scenario.incident = [RegionFault(.crash("east"), at: .seconds(5))]
  change(&scenario)
  return scenario
}

/// Whether trials agree with a number, with one chance in a thousand that they do not.
func expectMean(
  _ distribution: Distribution?, is expected: Double?, _ what: Comment,
  location: SourceLocation = #_sourceLocation
) {
  guard let distribution, let expected else {
    Issue.record("nothing to compare: \(what)", sourceLocation: location)
    return
  }
  let allowance = distribution.margin * 1.68 + 1e-6
  #expect(
    abs(distribution.mean - expected) <= allowance,
    "\(what): measured \(distribution.mean) ± \(distribution.margin), expected \(expected)",
    sourceLocation: location)
}

private func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

@Test(arguments: [
  FailoverScenario.Replication.asynchronous, .synchronous("west"), .anyOf(1), .all,
  .semiSynchronous(timeout: .seconds(1)),
])
func `what a crash costs is what the formulas say, whoever decides`(
  replication: FailoverScenario.Replication
) throws {
  for promotion in [FailoverScenario.Promotion.automatic, .manual(after: .seconds(2))] {
    let scenario = briefPair {
      $0.replication = replication
      $0.promotion = promotion
    }
    let expected = try #require(scenario.expectation)
    let trials = FailoverTrials(scenario, trials: 150, seed: 11)
    #expect(trials.measurements.allSatisfy { $0.rto != nil && $0.falseFailovers == 0 })
    expectMean(
      trials.distribution { $0.rto.map { seconds($0.detect) } },
      is: seconds(expected.detect.mean), "detect")
    expectMean(
      trials.distribution { $0.rto.map { seconds($0.decideAndFence) } },
      is: seconds(expected.decideAndFence.mean), "decide")
    expectMean(
      trials.distribution { $0.rto.map { seconds($0.promote) } },
      is: seconds(expected.promote.mean), "promote")
    expectMean(
      trials.distribution { $0.rto.map { seconds($0.route) } },
      is: seconds(expected.route.mean), "route")
    expectMean(
      trials.distribution(seconds: { $0.rto?.total }), is: seconds(expected.total.mean), "total")
    expectMean(
      trials.distribution { Double($0.lostWrites) }, is: expected.lostWrites, "lost writes")
    expectMean(
      trials.distribution(seconds: { $0.rpo }), is: expected.rpo.map(seconds), "rpo")
  }
}
