import GeoModel
import GeoSim
import Testing

private func run(_ service: Service, _ trouble: Trouble, trials: Int = .max) -> ServiceRun {
  var run = ServiceRun(service, in: trouble, load: commerceLoad, topology: commerceWorld)
  run.most = ServiceRun.Most(trials: trials, writes: 400)
  return run
}

private func measure(
  _ service: Service, _ trouble: Trouble, trials: Int = 3, seed: UInt64 = 1
) -> ServiceMeasurement {
  run(service, trouble, trials: trials).measure(seed: seed)
}

private func pair(
  _ replication: FailoverScenario.Replication, observers: [RegionID] = [],
  _ change: (inout Service) -> Void = { _ in }
) -> Service {
  var service = ordersOfIndia(.standbys(of: "mumbai", ["hyderabad"], replication))
  service.observers = observers
  service.lease = .seconds(5)
  change(&service)
  return service
}

/// Fenced by the standby that each write waits for.
private func synchronousTrio() -> Service {
  var service = ordersOfEurope(.standbys(of: "frankfurt", ["paris", "ireland"], .anyOf(1)))
  service.observers = ["paris", "ireland", "frankfurt"]
  return service
}

// MARK: - Latency

@Test(
  arguments: [
    // copies, places, what a write takes in milliseconds, what a read takes; 1 ms is the disk's
    (europeanGroup, 15.0, 45.0, 15.0), (indianGroup, 31, 61, 31),
    (.standbys(of: "frankfurt", ["paris", "ireland"], .asynchronous), 1, 31, 0),
    (.standbys(of: "frankfurt", ["paris", "ireland"], .anyOf(1)), 15, 45, 0),
    (.standbys(of: "frankfurt", ["paris", "ireland"], .all), 31, 61, 0),
    (.active(["frankfurt", "ireland"]), 1, 1, 0),
  ] as [(Service.Copies, Double, Double, Double)])
func `without jitter everybody waits exactly what the formulas say`(
  copies: Service.Copies, near: Double, far: Double, read: Double
) {
  var service = ordersOfEurope(copies)
  if copies == indianGroup { service.serves = ["india"] }
  let latencies = run(service, .none).latencies(jitter: 0, seed: 5)
  #expect(latencies.map(\.write.p50) == [near, far])
  #expect(latencies.map(\.write.maximum) == [near, far])
  #expect(latencies.first?.read.p99 == read)
}

@Test func `jitter leaves the median and shows in the tail`() throws {
  let latency = try #require(run(ordersOfEurope(europeanGroup), .none).latencies(seed: 2).last)
  #expect(abs(latency.write.p50 - 45) < 1)
  #expect(latency.write.p99 > 48)
}

@Test func `a leader with a lease answers reads alone`() {
  var service = ordersOfEurope(europeanGroup)
  service.lease = .seconds(2)
  let latencies = run(service, .none).latencies(jitter: 0, seed: 1)
  #expect(latencies.map(\.read.p50) == [0, 30])
}

// MARK: - Loss

@Test(arguments: 1...8 as ClosedRange<UInt64>)
func `an asynchronous primary takes writes with it, and never more than its lag`(seed: UInt64) {
  let lost = measure(pair(.asynchronous), .loses("mumbai"), trials: 1, seed: seed)
  #expect(lost.lostWrites > 0)
  #expect(lost.rpo > .zero)
  #expect(lost.rpo <= commerceWorld.oneWay(from: "mumbai", to: "hyderabad"))
}

@Test(arguments: [
  pair(.synchronous("hyderabad")), synchronousTrio(), ordersOfIndia(indianGroup),
  ordersOfEurope(europeanGroup),
])
func `whoever waits for a second region loses nothing with the first`(service: Service) {
  for region in service.regions {
    let measurement = measure(service, .loses(region), trials: 2)
    #expect(measurement.lostWrites == 0, "\(region)")
    #expect(measurement.rpo == .zero, "\(region)")
  }
}

@Test func `nothing is left where every region with data is lost`() {
  for copies in [indianGroup, .standbys(of: "mumbai", ["hyderabad"], .synchronous("hyderabad"))] {
    let measurement = measure(
      ordersOfIndia(copies), .losesBoth("mumbai", "hyderabad"), trials: 1)
    #expect(measurement.rto == nil)
    #expect(measurement.lostWrites > 50)
  }
}

@Test func `a snapshot is at worst as old as the interval and what it takes`() throws {
  let schedule = BackupSchedule(interval: .seconds(300), duration: .seconds(60))
  let service = Service(
    name: "catalogue", keeps: .catalogue, serves: ["india"],
    copies: .snapshots(of: "mumbai", into: "frankfurt", schedule, restore: .seconds(1800)))
  var losses: [Double] = []
  for seed in 0..<40 as Range<UInt64> {
    let measurement = measure(service, .loses("mumbai"), trials: 1, seed: seed)
    #expect(measurement.rpo <= schedule.worstLoss)
    #expect(try #require(measurement.rto) > .seconds(1800))
    losses.append(measurement.rpo / .seconds(1))
  }
  let mean = try #require(Distribution(losses))
  #expect(abs(mean.mean - schedule.meanLoss / .seconds(1)) < mean.margin * 1.68)
}

// MARK: - Recovery

@Test(arguments: [
  FailoverScenario.Replication.asynchronous, .synchronous("hyderabad"),
])
func `a failover ends within the bounds of the formula`(
  replication: FailoverScenario.Replication
) throws {
  let service = pair(replication, observers: ["singapore"]) {
    $0.routing = .dns(ttl: .seconds(20))
  }
  var scenario = FailoverScenario(
    topology: commerceWorld, primary: "mumbai", standbys: ["hyderabad"],
    observers: ["singapore"], clients: ["mumbai", "hyderabad"])
  scenario.detector = service.detector
  scenario.lease = service.lease
  scenario.routing = service.routing
  scenario.replication = replication
  scenario.incident = [RegionFault(.crash("mumbai"), at: .seconds(10))]
  let formula = try #require(scenario.expectation).total
  // A write that was on its way counts, and the first one after the failover takes its time.
  let slack = Duration.milliseconds(200)
  for wait in measure(service, .loses("mumbai"), trials: 6).waits {
    #expect((formula.least - slack...formula.most + slack).contains(wait))
  }
}

@Test(arguments: [ordersOfIndia(indianGroup), ordersOfEurope(europeanGroup)])
func `a group recovers within two election timeouts and a client's patience`(service: Service) {
  let election = service.electionTimeout
  let measurement = measure(service, .loses(service.primary), trials: 6)
  #expect(measurement.unserved == 0)
  for wait in measurement.waits {
    // Heartbeats come a second apart, and a client asks another server after the least timeout.
    #expect(wait >= election.lowerBound - .seconds(1))
    #expect(wait <= election.upperBound + election.lowerBound + .milliseconds(500))
  }
}

@Test func `two voters decide nothing when one is lost, and a witness is enough to help them`() {
  let two = Service.Copies.consensus(
    voters: ["mumbai", "hyderabad"], witness: nil, leader: "mumbai")
  for region in ["mumbai", "hyderabad"] as [RegionID] {
    #expect(measure(ordersOfIndia(two), .loses(region), trials: 1).rto == nil)
    #expect(measure(ordersOfIndia(indianGroup), .loses(region), trials: 1).rto != nil)
  }
}

@Test func `where one of two regions decides, its loss stops the other`() throws {
  let alone = pair(.asynchronous)
  #expect(measure(alone, .loses("hyderabad"), trials: 1).rto == nil)
  let watched = pair(.asynchronous, observers: ["singapore", "mumbai", "hyderabad"])
  let rto = try #require(measure(watched, .loses("hyderabad"), trials: 1).rto)
  #expect(rto < .seconds(1))
}

@Test func `a standby that every write waits for is a second region that can stop it`() {
  let named = pair(.synchronous("hyderabad"), observers: ["singapore"]) { $0.lease = nil }
  #expect(measure(named, .loses("hyderabad"), trials: 1).rto == nil)
  #expect(measure(synchronousTrio(), .loses("paris"), trials: 1).rto != nil)
}

@Test func `a service that is cut off is not waited for by those who are cut off with it`() throws {
  let service = ordersOfIndia(indianGroup)
  let measurement = measure(service, .isolates("mumbai"), trials: 1)
  #expect(measurement.waits.count == 1)
  #expect(try #require(measurement.rto) < .seconds(30))
}

// MARK: - Two primaries

@Test func `only a fence keeps a paused primary from writing`() {
  let observers: [RegionID] = ["singapore"]
  let unfenced = pair(.asynchronous, observers: observers) {
    $0.fencesOldPrimary = false
    $0.lease = nil
  }
  let leased = pair(.asynchronous, observers: observers) { $0.fencesOldPrimary = false }
  let fenced = pair(.asynchronous, observers: observers)
  #expect(measure(unfenced, .pausesPrimary, trials: 1).splitBrainWrites > 1)
  #expect(measure(leased, .pausesPrimary, trials: 1).splitBrainWrites > 0)
  #expect(measure(fenced, .pausesPrimary, trials: 4).splitBrainWrites == 0)
}

@Test func `a clock that is ahead harms no lease and no election`() {
  for service in [pair(.asynchronous, observers: ["singapore"]), ordersOfIndia(indianGroup)] {
    let measurement = measure(service, .skewsClock, trials: 1)
    #expect(measurement.splitBrainWrites == 0)
    #expect(measurement.lostWrites == 0)
    #expect(measurement.rto.map { $0 < .seconds(1) } == true)
  }
}

// MARK: - Regions that all write

@Test func `regions that all write lose their lag with a region, and nothing in a cut`() {
  let service = stock("stock", .active(["mumbai", "frankfurt"]))
  let lost = measure(service, .loses("mumbai"), trials: 2)
  #expect(lost.lostWrites > 0)
  #expect(lost.rpo <= commerceWorld.oneWay(from: "mumbai", to: "frankfurt"))
  let cut = measure(service, .isolates("mumbai"), trials: 1)
  #expect(cut.lostWrites == 0)
  #expect(cut.splitBrainWrites == 0)
}

// MARK: - False failovers

@Test func `five per cent loss fails a watched primary over about every three days`() {
  let slow = pair(.asynchronous, observers: ["singapore"]) {
    $0.detector = .init(interval: .seconds(30), misses: 3, timeout: .seconds(10))
  }
  // The sum 1/p + 1/p² + 1/p³ of 30 s probes is 2.9 days.
  let probes = 20.0 + 400 + 8000
  let expected = 86_400 / (probes * 30)
  #expect(abs(slow.falseFailoversPerDay(losing: 0.05) - expected) < 1e-6)
  #expect(slow.falseFailoversPerDay(losing: 0) == 0)
}

@Test func `a group of three is failed over falsely where both followers miss the leader`() {
  let chance = 0.05 * 0.05
  let heartbeats = 1 / chance + 1 / (chance * chance) + 1 / (chance * chance * chance)
  let measured = ordersOfEurope(europeanGroup).falseFailoversPerDay(losing: 0.05)
  #expect(abs(measured / (86_400 / heartbeats) - 1) < 1e-6)
}

// MARK: - The same again

@Test func `the same service, trouble and seed give the same measurement`() {
  for trouble in [Trouble.loses("mumbai"), .pausesPrimary] {
    let one = measure(ordersOfIndia(indianGroup), trouble, trials: 2, seed: 9)
    #expect(one == measure(ordersOfIndia(indianGroup), trouble, trials: 2, seed: 9))
    #expect(one != measure(ordersOfIndia(indianGroup), trouble, trials: 2, seed: 10))
  }
}

@Test func `a check that is stepped measures what one measures that runs through`() {
  let catalogue = Service(
    name: "catalogue", keeps: .catalogue, serves: ["india"],
    copies: .snapshots(
      of: "mumbai", into: "frankfurt",
      BackupSchedule(interval: .seconds(300), duration: .seconds(60)), restore: .seconds(1800)))
  let design = ServiceDesign(
    topology: commerceWorld, load: commerceLoad, services: [catalogue])
  var check = ServiceCheck(design, seed: 4)
  var done = 0
  while !check.isFinished {
    #expect(check.done == done)
    check.advance()
    done += 1
  }
  #expect(done == check.steps.count)
  #expect(check.result == ServiceCheck(design, seed: 4).finished())
  #expect(check.result.services[0].measurements.map(\.trouble) == Trouble.all(for: catalogue))
}

@Test func `services that differ in name alone are played once, and both are measured`() {
  var twin = ordersOfIndia(indianGroup)
  twin.name = "payments-india"
  twin.keeps = .payments
  let design = ServiceDesign(
    topology: commerceWorld, load: commerceLoad,
    services: [ordersOfIndia(indianGroup), twin, ordersOfEurope(europeanGroup)])
  let steps = ServiceCheck.steps(for: design)
  #expect(
    steps.contains(.latency(0)) && !steps.contains(.latency(1)) && steps.contains(.latency(2)))
  let check = ServiceCheck(
    design, seed: 1, steps: [.latency(0), .trouble(0, .loses("mumbai"))],
    most: ServiceRun.Most(trials: 1, writes: 50))
  let result = check.finished()
  #expect(result.services[0].measurements == result.services[1].measurements)
  #expect(result.services[0].latencies == result.services[1].latencies)
  #expect(result.services[1].measurements.count == 1)
  #expect(result.services[2].measurements.isEmpty)
}

@Test func `a catalogue is never taken for a service whose reads must be fresh`() {
  var catalogue = ordersOfIndia(indianGroup)
  catalogue.keeps = .catalogue
  #expect(!catalogue.behaves(like: ordersOfIndia(indianGroup)))
  #expect(!ordersOfIndia(indianGroup).behaves(like: catalogue))
}

// MARK: - Shown again

@Test(arguments: [
  (pair(.asynchronous), Trouble.loses("mumbai")),
  (pair(.asynchronous, observers: ["singapore"]) { $0.fencesOldPrimary = false }, .pausesPrimary),
  (stock("stock", .active(["mumbai", "frankfurt"])), .loses("mumbai")),
])
func `the scenario of the worst trial loses what was measured`(service: Service, trouble: Trouble)
  throws
{
  let run = run(service, trouble, trials: 1)
  let measured = run.measure(seed: 3)
  let scenario = try #require(run.scenario(seed: measured.worstSeed))
  let shown = FailoverRun(scenario).measurement
  #expect(shown.lostWrites == measured.lostWrites)
  #expect(shown.splitBrainWrites == measured.splitBrainWrites)
  #expect(measured.lostWrites + measured.splitBrainWrites > 0)
}

@Test func `a group and snapshots are no scenario of a failover`() {
  #expect(run(ordersOfIndia(indianGroup), .loses("mumbai")).scenario(seed: 1) == nil)
}
