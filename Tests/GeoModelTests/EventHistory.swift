import GeoModel

/// Events of replicas that send each other messages, and what happened before what: by following
/// the arrows, without any clock.
struct EventHistory {
  struct Event {
    let replica: Int
    /// The clock of the replica, which is wrong by a fixed amount.
    let physical: Int
    /// The sending of the message that arrives by this event.
    let sending: Int?
    /// Every event that happened before.
    let past: Set<Int>
  }

  static let names: [ReplicaID] = ["A", "B", "C", "D"]
  let skews: [Int]
  private(set) var events: [Event] = []

  /// Random events, at least `pace` units of time apart, by clocks at most `skew` apart.
  init(seed: Int, count: Int = 60, skew: Int = 20, pace: Int = 0) {
    var dice = SplitMix64(seed: UInt64(seed))
    skews = Self.names.map { _ in dice.integer(in: 0...skew) }
    var time = 1000
    for _ in 0..<count {
      time += dice.integer(in: pace...pace + 3)
      let replica = dice.integer(in: 0...Self.names.count - 1)
      let chosen = events.isEmpty ? 0 : dice.integer(in: 0...events.count - 1)
      let isArrival = !events.isEmpty && dice.happens(0.5) && events[chosen].replica != replica
      add(at: replica, time: time, sending: isArrival ? chosen : nil)
    }
  }

  private mutating func add(at replica: Int, time: Int, sending: Int?) {
    let causes = [events.lastIndex { $0.replica == replica }, sending].compactMap(\.self)
    let past = causes.reduce(into: Set(causes)) { $0.formUnion(events[$1].past) }
    events.append(
      Event(replica: replica, physical: time + skews[replica], sending: sending, past: past))
  }

  /// The time of each event, by clocks of one kind.
  func times<Clock: EventClock>(by clock: Clock.Type) -> [Clock.Time] {
    var clocks = skews.map { _ in Clock() }
    var times: [Clock.Time] = []
    for event in events {
      let time =
        if let sending = event.sending {
          clocks[event.replica].arrival(of: times[sending], at: event.physical)
        } else {
          clocks[event.replica].event(at: event.physical)
        }
      times.append(time)
    }
    return times
  }

  /// Pairs of which the earlier event has no smaller time.
  func inversions<Clock: EventClock>(by clock: Clock.Type) -> Int {
    let times = times(by: clock)
    return events.indices.flatMap { later in
      events[later].past.sorted().filter { times[$0] >= times[later] }
    }.count
  }
}

/// A kind of clock that gives each event a time.
protocol EventClock {
  associatedtype Time: Comparable
  init()
  mutating func event(at physical: Int) -> Time
  mutating func arrival(of sent: Time, at physical: Int) -> Time
}

extension LamportClock: EventClock {
  init() { self.init(time: 0) }
  mutating func event(at physical: Int) -> Int { tick() }
  mutating func arrival(of sent: Int, at physical: Int) -> Int { observe(sent) }
}

extension HybridLogicalClock: EventClock {
  init() { self.init(latest: nil) }
  mutating func event(at physical: Int) -> HybridTimestamp { send(at: physical) }
  mutating func arrival(of sent: HybridTimestamp, at physical: Int) -> HybridTimestamp {
    receive(sent, at: physical)
  }
}
