import GeoModel
import Testing

@Test func `a backup loses its interval and the time that it takes, at worst`() {
  let nightly = BackupSchedule(interval: .seconds(24 * 3600), duration: .seconds(2 * 3600))
  #expect(nightly.worstLoss == .seconds(26 * 3600))
  #expect(nightly.meanLoss == .seconds(14 * 3600))
}

@Test(arguments: [
  // moment in hours, loss in hours
  (2, 2), (25, 25), (26, 2), (27, 3), (49, 25), (50, 2),
])
func `a backup counts when it is finished, from when it was started`(moment: Int, loss: Int) {
  let nightly = BackupSchedule(interval: .seconds(24 * 3600), duration: .seconds(2 * 3600))
  #expect(nightly.loss(at: .seconds(moment * 3600)) == .seconds(loss * 3600))
  #expect(nightly.loss(at: .seconds(3600)) == nil)
}

/// Looks for the newest finished backup before each of many random moments.
@Test func `the loss of a backup agrees with random moments`() {
  var dice = SplitMix64(seed: 9)
  let schedule = BackupSchedule(interval: .seconds(240), duration: .seconds(50))
  let trials = 20_000
  var sum = 0
  var worst = 0
  for _ in 0..<trials {
    let moment = dice.integer(in: 1000...100_000)
    let start = (0...500).map { $0 * 240 }.last { $0 + 50 <= moment } ?? 0
    #expect(schedule.loss(at: .seconds(moment)) == .seconds(moment - start))
    sum += moment - start
    worst = max(worst, moment - start)
  }
  #expect(worst <= 290 && worst > 280)
  #expect(schedule.worstLoss == .seconds(290))
  // 3.9 standard errors of a uniform 240 s.
  #expect(abs(Double(sum) / Double(trials) - schedule.meanLoss / .seconds(1)) < 2)
}

@Test(arguments: [
  // writes, applied, utilisation, growth of the wait and of the age
  (900.0, 1000.0, 0.9, 0.0, 0.0), (1200.0, 1000.0, 1.2, 0.2, 1 / 6.0),
  (1000.0, 1000.0, 1.0, 0.0, 0.0), (2000.0, 1000.0, 2.0, 1.0, 0.5),
])
func `a replica that applies too slowly falls behind`(
  writes: Double, applied: Double, utilisation: Double, wait: Double, age: Double
) {
  let lag = ReplicationLag(writesPerSecond: writes, appliedPerSecond: applied)
  #expect(lag.utilisation == utilisation)
  #expect(abs(lag.waitGrowth - wait) < 1e-12)
  #expect(abs(lag.ageGrowth - age) < 1e-12)
  #expect(lag.isGrowing == (writes > applied))
}

@Test func `a backlog is worked off by what the replica has to spare`() {
  let lag = ReplicationLag(writesPerSecond: 900, appliedPerSecond: 1000)
  #expect(lag.backlog(after: .seconds(60)) == 54_000)
  #expect(lag.timeToDrain(after: .seconds(60)) == .seconds(540))
  let full = ReplicationLag(writesPerSecond: 1000, appliedPerSecond: 1000)
  #expect(full.timeToDrain(after: .seconds(60)) == nil)
}

/// Steps of a millisecond: what is written joins a queue, what can be applied leaves it.
@Test(arguments: [(1200.0, 1000.0), (1500.0, 900.0), (2000.0, 500.0)])
func `the growth of the lag agrees with a queue that is stepped`(writes: Double, applied: Double) {
  let lag = ReplicationLag(writesPerSecond: writes, appliedPerSecond: applied)
  let seconds = 100.0
  var queued = 0.0
  var done = 0.0
  for _ in 0..<Int(seconds * 1000) {
    queued += writes / 1000
    let step = min(queued, applied / 1000)
    queued -= step
    done += step
  }
  // The newest write waits for the queue; the newest applied write is done / λ seconds old.
  #expect(abs(queued / applied - lag.waitGrowth * seconds) < 0.01)
  #expect(abs(seconds - done / writes - lag.ageGrowth * seconds) < 0.01)
}

@Test func `the queue of an outage is empty when the time to drain is over`() throws {
  let lag = ReplicationLag(writesPerSecond: 900, appliedPerSecond: 1000)
  let drain = try #require(lag.timeToDrain(after: .seconds(60)))
  var queued = 900.0 * 60
  var milliseconds = 0
  while queued > 0 {
    queued += 0.9 - 1
    milliseconds += 1
  }
  #expect(abs(drain / .milliseconds(1) - Double(milliseconds)) < 5)
}

@Test func `each strategy costs more than the one before, and recovers faster`() {
  for assumptions in [SiteCostAssumptions.lean, .typical, .ample] {
    let costs = RecoveryStrategy.allCases.map { $0.extraCost(assuming: assumptions) }
    #expect(costs == costs.sorted())
  }
  let times = RecoveryStrategy.allCases.map(\.recoveryTime.upperBound)
  #expect(times == times.sorted(by: >))
  for strategy in RecoveryStrategy.allCases {
    #expect(strategy.costBand.contains(strategy.extraCost()))
  }
}

@Test(
  arguments: [
    (RecoveryStrategy.backupRestore, 0.04), (.pilotLight, 0.4), (.warmStandby, 0.55),
    (.hotStandby, 1), (.activeActive, 1),
  ] as [(RecoveryStrategy, Double)])
func `what a second site costs beside the first`(strategy: RecoveryStrategy, cost: Double) {
  #expect(abs(strategy.extraCost() - cost) < 1e-12)
}

@Test func `a third active site spares servers but holds the data once more`() {
  let dataHeavy = SiteCostAssumptions(data: 0.6, warm: 0.25, backup: 0.1)
  let computeHeavy = SiteCostAssumptions(data: 0.1, warm: 0.25, backup: 0.1)
  #expect(abs(RecoveryStrategy.activeActive.extraCost(assuming: dataHeavy, sites: 3) - 1.4) < 1e-9)
  #expect(
    abs(RecoveryStrategy.activeActive.extraCost(assuming: computeHeavy, sites: 3) - 0.65) < 1e-9)
}
