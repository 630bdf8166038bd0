import GeoModel
import GeoSim

/// A run of Raft in which everything that can fail does, by lot, and then all is mended.
struct RaftChaos {
  static let mended = Duration.milliseconds(2500)
  static let end = Duration.milliseconds(12_500)

  private(set) var scenario: RaftScenario
  private var dice: SplitMix64
  private var faults: [ScheduledFault] = []

  init(seed: UInt64) {
    dice = SplitMix64(seed: seed)
    let voters = dice.happens(0.75) ? 3 : 5
    let learners = dice.integer(in: 0...1)
    let spares = dice.integer(in: 0...1)
    let ids = (0..<voters + learners + spares).map { RegionID("r\($0)") }
    scenario = RaftScenario(
      topology: raftTopology(seed: seed, count: ids.count, roundTrips: 2...40),
      group: RaftGroup(
        voters: Array(ids.prefix(voters)), learners: Array(ids.dropFirst(voters).prefix(learners)),
        spares: Array(ids.suffix(spares))),
      timing: RaftTiming(
        heartbeat: .milliseconds(70), election: .milliseconds(200) ... .milliseconds(400),
        flush: .milliseconds(max(0, dice.integer(in: -5...5)))))
    scenario.workloads = [
      RaftWorkload(from: ids[0], writes: 60, every: .milliseconds(200)), operations(),
    ]
    scenario.usesPreVote = dice.happens(0.7)
    scenario.jitter = .lognormal(sigma: dice.unit())
    scenario.loss = max(0, dice.unit() * 0.3 - 0.1)
    scenario.keepsOrder = dice.happens(0.5)
    scenario.seed = seed
    scenario.duration = Self.end
    for _ in 0..<dice.integer(in: 2...7) { fail() }
    scenario.faults = faults + mending
  }

  private var servers: [NodeID] { scenario.group.regions.indices.map { NodeID($0) } }

  private mutating func anyServer() -> NodeID {
    NodeID(dice.integer(in: 0...servers.count - 1))
  }

  /// Up to three changes of the members or the leader, at any time.
  private mutating func operations() -> RaftWorkload {
    let tasks = (0..<dice.integer(in: 0...3)).map { _ in
      let server = anyServer()
      let kinds: [RaftTask] = [
        .change(.addVoter(server)), .change(.addLearner(server)), .change(.remove(server)),
        .transfer(to: server),
      ]
      return (
        due: Duration.milliseconds(dice.integer(in: 0...2500)),
        task: kinds[dice.integer(in: 0...3)]
      )
    }
    return RaftWorkload(from: "r1", tasks: tasks)
  }

  /// Lets something go wrong, and most of it right again after a while.
  private mutating func fail() {
    let from = Duration.milliseconds(dice.integer(in: 0...2000))
    let to = from + .milliseconds(dice.integer(in: 20...1000))
    let server = anyServer()
    let other = anyServer()
    switch dice.integer(in: 0...6) {
    case 0: add([.crash(server)], at: from, [.recover(server)], at: to)
    case 1: add([.pause(server)], at: from, [.resume(server)], at: to)
    case 2:
      let group = servers.filter { _ in dice.happens(0.5) }
      let rest = servers.filter { !group.contains($0) }
      add(
        Fault.partition(group, from: rest), at: from, Fault.reunion(group, with: rest), at: to)
    case 3: add([.cut(from: server, to: other)], at: from, [.heal(from: server, to: other)], at: to)
    case 4:
      add(
        [.slow(from: server, to: other, factor: 1 + 20 * dice.unit())], at: from,
        [.slow(from: server, to: other, factor: 1)], at: to)
    case 5:
      add([.driftClock(server, partsPerMillion: dice.integer(in: -500_000...500_000))], at: from)
    default:
      add([.skewClock(server, by: .milliseconds(dice.integer(in: -5000...5000)))], at: from)
    }
  }

  private mutating func add(
    _ faults: [Fault], at from: Duration, _ mending: [Fault] = [], at to: Duration = .zero
  ) {
    self.faults += faults.map { ScheduledFault($0, at: from) }
    self.faults += mending.map { ScheduledFault($0, at: to) }
  }

  /// Everybody is up, hears everybody, and has a sound clock; only loss and jitter remain.
  private var mending: [ScheduledFault] {
    let all: [Fault] =
      servers.flatMap {
        [.recover($0), .resume($0), .driftClock($0, partsPerMillion: 0)]
      }
      + servers.flatMap { a in
        servers.flatMap { b in [.heal(from: a, to: b), .slow(from: a, to: b, factor: 1)] }
      }
    return all.map { ScheduledFault($0, at: Self.mended) }
  }
}

/// Regions r0, r1, ... with round trips drawn from a range of milliseconds, not the same both ways.
func raftTopology(seed: UInt64, count: Int, roundTrips: ClosedRange<Int>) -> Topology {
  var dice = SplitMix64(seed: seed)
  let regions = (0..<count).map { number in
    Region(
      id: RegionID("r\(number)"), name: "", city: "",
      place: Coordinate(latitude: 0, longitude: Double(number)), country: "", jurisdiction: "")
  }
  let microseconds = (roundTrips.lowerBound * 1000)...(roundTrips.upperBound * 1000)
  let trips = regions.indices.flatMap { i in
    regions.indices.dropFirst(i + 1).map { j in
      RoundTrip(
        from: regions[i].id, to: regions[j].id,
        there: .microseconds(dice.integer(in: microseconds)),
        back: .microseconds(dice.integer(in: microseconds)))
    }
  }
  return Topology(
    name: "", source: "", local: .milliseconds(1), access: .milliseconds(1), regions: regions,
    roundTrips: trips)
}
