import GeoModel
import Testing

private func workload(_ change: (inout Workload) -> Void = { _ in }) -> Workload {
  var workload = Workload(
    topology: handout, regions: ["us-east", "eu-west", "ap-southeast"],
    clients: ["us-east", "eu-west", "ap-southeast", "sa-east"].map {
      Workload.Clients(region: $0, users: 10)
    })
  change(&workload)
  return workload
}

struct WorkloadTests {
  @Test func `requests come in the order of time and end with the run`() {
    let requests = workload().requests
    #expect(zip(requests, requests.dropFirst()).allSatisfy { $0.time <= $1.time })
    #expect(requests.allSatisfy { $0.time < .seconds(60) })
  }

  @Test func `there are as many of each kind as the shares say`() {
    let workload = workload { $0.duration = .seconds(1000) }
    let requests = workload.requests
    func expect(_ count: Int, _ share: Double) {
      let expected = share * 40_000
      #expect(abs(Double(count) - expected) < 4 * expected.squareRoot())
    }
    expect(requests.count, 1)
    expect(requests.count { $0.isRead }, 0.8)
    for kind in Datum.Kind.allCases {
      expect(requests.count { $0.datum.kind == kind }, workload.share(of: kind))
      #expect(
        abs(workload.writes(of: kind) - workload.share(of: kind) * 0.2 * 40) < 1e-9)
    }
    // A tenth of the users make half of their requests elsewhere.
    let users = workload.users
    expect(requests.count { $0.place != users[$0.user].home }, 0.05)
  }

  @Test func `nobody but travellers is away, and they in the next region`() {
    let workload = workload { $0.travellers = 0.3 }
    #expect(workload.users.count == 40)
    #expect(workload.users.count { $0.travels } == 12)
    #expect(workload.users[30...].map(\.home) == Array(repeating: 3, count: 10))
    #expect(workload.users[30...].map(\.away) == [0, 0, 0, 3, 3, 3, 3, 3, 3, 3])
    for request in workload.requests {
      let user = workload.users[request.user]
      #expect(request.place == user.home || request.place == user.away)
    }
  }

  @Test func `a seed gives the same requests, another seed other ones`() {
    #expect(workload().requests == workload().requests)
    #expect(workload().requests != workload { $0.seed = 2 }.requests)
  }

  private func workload(_ change: (inout Workload) -> Void = { _ in }) -> Workload {
    GeoModelTests.workload(change)
  }
}

struct PatternRoutingTests {
  @Test(arguments: [
    // pattern, where the user is, where he lives, who takes his write
    (DesignPattern.readReplicas, 1, 1, 0), (.readReplicas, 2, 1, 0), (.homeRegion, 2, 1, 1),
    (.homeRegion, 0, 3, 0), (.activeActive, 2, 1, 2), (.activeActive, 3, 1, 0), (.tiered, 1, 0, 1),
  ])
  func `who takes a write is a matter of the pattern`(
    pattern: DesignPattern, place: Int, home: Int, writer: Int
  ) {
    let routing = RequestRouting(workload(), pattern.deployment)
    #expect(routing.writer(at: place, home: home) == writer)
  }

  @Test(arguments: [
    // pattern, where the user is, where he lives, who takes his write without us-east
    (DesignPattern.readReplicas, 2, 2, 1), (.homeRegion, 2, 0, 1), (.homeRegion, 2, 3, 1),
    (.activeActive, 0, 0, 1), (.activeActive, 2, 0, 2),
  ])
  func `the region nearest to a lost one takes over`(
    pattern: DesignPattern, place: Int, home: Int, writer: Int
  ) {
    let routing = RequestRouting(workload(), pattern.deployment)
    #expect(routing.writer(at: place, home: home, without: 0) == writer)
  }

  @Test func `what is lost and was nobody's entry changes nothing`() {
    let routing = RequestRouting(workload(), DesignPattern.activeActive.deployment)
    #expect((0...3).map { routing.entry(from: $0) } == [0, 1, 2, 0])
    #expect((0...3).map { routing.entry(from: $0, without: 2) } == [0, 1, 1, 0])
  }

  @Test(
    arguments: [
      // rule, where the user is, the entry
      (EntryRule.latency, "sa-east", "us-east"), (.latency, "ap-southeast", "ap-southeast"),
      (.home, "ap-southeast", "eu-west"), (.geolocation, "ap-southeast", "us-east"),
      (.geolocation, "eu-west", "eu-west"),
    ] as [(EntryRule, RegionID, RegionID)])
  func `the entry is a matter of the rule`(rule: EntryRule, place: RegionID, entry: RegionID) {
    // A law for each region but São Paulo, whose data would be in none; Singapore keeps no data.
    let world = Topology(
      name: "", source: "", local: .zero, access: .zero,
      regions: handout.regions.map { region in
        var region = region
        region.jurisdiction = region.id.name
        return region
      },
      roundTrips: [
        RoundTrip(from: "us-east", to: "sa-east", there: .milliseconds(90)),
        RoundTrip(from: "us-east", to: "ap-southeast", there: .milliseconds(140)),
        RoundTrip(from: "us-east", to: "eu-west", there: .milliseconds(85)),
      ])
    let regions: [RegionID] =
      rule == .geolocation ? ["us-east", "eu-west"] : ["us-east", "eu-west", "ap-southeast"]
    #expect(world.entry(rule, from: place, home: "eu-west", among: regions) == entry)
  }
}

struct PatternExpectationTests {
  @Test func `a path is the sum of its parts`() {
    let path = RequestPath(
      from: "ap-southeast", entry: "ap-southeast", server: "us-east", work: .milliseconds(85),
      in: handout)
    #expect(path.entered == .milliseconds(2.5))
    #expect(path.arrived == .milliseconds(72.5))
    #expect(path.served == .milliseconds(157.5))
    #expect(path.answered == .milliseconds(230))
  }

  @Test(arguments: [
    // lag in ms, how likely a read in eu-west misses an own write, at 0.1 profiles a second
    (0, 0), (5, 0), (6, 0.00010), (105, 0.00995), (1005, 0.09516),
  ])
  func `an own write is missed for the lag less an access`(lag: Int, share: Double) {
    let workload = workload {
      $0.lag = .milliseconds(lag)
      $0.readShare = 0.9
      $0.requestsPerSecond = 1
      $0.mix = Workload.Mix(counter: 0, set: 0, stock: 0)
    }
    let expectation = PatternExpectation(workload, DesignPattern.readReplicas.deployment)
    let missed = expectation.brokenReadYourWrites(at: 1, home: 1)
    #expect(abs(missed - (1 - Arithmetic.exp(-0.1 * Double(max(0, lag - 5)) / 1000))) < 1e-12)
    #expect(abs(missed - share) < 1e-5)
    #expect(expectation.brokenReadYourWrites(at: 0, home: 0) == 0)
  }

  @Test func `nobody sells by a group but the tiered pattern`() {
    for pattern in DesignPattern.allCases {
      let sale = PatternExpectation(workload(), pattern.deployment).sale(from: 2)
      #expect(sale == (pattern == .tiered ? .milliseconds(230) : nil))
    }
  }

  @Test func `one region costs one bill`() {
    let alone = PatternCost(copies: 1, appliedPerWrite: 1, crossingsPerWrite: 0)
    #expect(alone.bills() == 1)
    let three = PatternCost(copies: 3, appliedPerWrite: 3, crossingsPerWrite: 2)
    #expect(three.bills(assuming: PatternCostAssumptions(storage: 0.25, crossing: 1)) == 4.5)
  }
}
