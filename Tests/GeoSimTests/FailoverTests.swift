import GeoModel
import GeoSim
import Testing

@Test func look() {
  var s = pair()
  s.lease = .seconds(10)
  s.routing = .dns(ttl: .seconds(30))
  s.roleChange = .seconds(3)
  s.warmUp = .seconds(5)
  s.incident = [RegionFault(.crash("east"), at: .seconds(40)), RegionFault(.recover("east"), at: .seconds(100))]
  let run = FailoverRun(s)
  for e in run.timeline.events { print(e.time, e.kind) }
  print(run.measurement)
  for l in run.timeline.lanes { print(l) }
  print(run.timeline.writes.count, run.timeline.writes.filter(\.isLost))
  let c = ContinuousClock()
  let t = c.measure {
    let trials = FailoverTrials(s, trials: 200, seed: 1)
    print(trials.distribution(seconds: { $0.rto?.total })!, trials.distribution { Double($0.lostWrites) }!)
    print(trials.distribution(seconds: { $0.rto?.detect })!)
  }
  print(t, MemoryLayout<Failover.Participant>.size, MemoryLayout<Failover.Message>.size)
}
