import GeoModel
import Testing

/// Lamport and hybrid logical clocks, and version vectors as clocks, against what happened before
/// what.
struct ClockTests {
  @Test func `a Lamport clock counts events and jumps over what arrives`() {
    var clock = LamportClock()
    #expect([clock.tick(), clock.tick(), clock.observe(7), clock.observe(3)] == [1, 2, 8, 9])
    #expect(clock.time == 9)
  }

  @Test(arguments: [
    // latest, physical, sent, time of the arrival
    ((10, 0), 12, (11, 4), (12, 0)),
    ((10, 2), 9, (8, 7), (10, 3)),
    ((10, 2), 9, (11, 5), (11, 6)),
    ((10, 2), 9, (10, 5), (10, 6)),
    ((10, 5), 10, (10, 2), (10, 6)),
  ])
  func `an arrival is later than clock, message and physical time allow`(
    latest: (Int, Int), physical: Int, sent: (Int, Int), arrival: (Int, Int)
  ) {
    var clock = HybridLogicalClock(latest: HybridTimestamp(wall: latest.0, logical: latest.1))
    clock.receive(HybridTimestamp(wall: sent.0, logical: sent.1), at: physical)
    #expect(clock.latest == HybridTimestamp(wall: arrival.0, logical: arrival.1))
  }

  @Test func `a hybrid clock counts while physical time stands still or is set back`() {
    var clock = HybridLogicalClock()
    let times = [5, 5, 3, 4, 6, 6].map { clock.send(at: $0) }
    #expect(times.map(\.wall) == [5, 5, 5, 5, 6, 6])
    #expect(times.map(\.logical) == [0, 1, 2, 3, 0, 1])
  }

  @Test(arguments: 0..<100)
  func `what happened before has the smaller time`(seed: Int) {
    let history = EventHistory(seed: seed)
    #expect(history.inversions(by: LamportClock.self) == 0)
    #expect(history.inversions(by: HybridLogicalClock.self) == 0)
  }

  @Test(arguments: 0..<100)
  func `a Lamport time is the length of the longest way to the event`(seed: Int) {
    let history = EventHistory(seed: seed)
    var lengths: [Int] = []
    for event in history.events {
      lengths.append(1 + (event.past.map { lengths[$0] }.max() ?? 0))
    }
    #expect(history.times(by: LamportClock.self) == lengths)
  }

  @Test(arguments: 0..<100)
  func `the wall of a hybrid time is the greatest physical time that is known`(seed: Int) {
    let history = EventHistory(seed: seed, skew: 20)
    for (event, time) in zip(history.events, history.times(by: HybridLogicalClock.self)) {
      let known = event.past.map { history.events[$0].physical } + [event.physical]
      #expect(time.wall == known.max())
      #expect((0...20).contains(time.wall - event.physical))
    }
  }

  @Test(arguments: 0..<100)
  func `the count of a hybrid time is bounded by replicas and skew`(seed: Int) {
    let history = EventHistory(seed: seed, count: 120, skew: 3, pace: 1)
    let counts = history.times(by: HybridLogicalClock.self).map(\.logical)
    #expect(counts.allSatisfy { $0 < 4 * (3 + 1) })
  }

  @Test(arguments: 0..<40)
  func `version vectors tell exactly what happened before what`(seed: Int) {
    let history = EventHistory(seed: seed)
    let vectors = vectors(of: history)
    let wrong = history.events.indices.flatMap { later in
      (0..<later).filter { earlier in
        let isCause = history.events[later].past.contains(earlier)
        return vectors[earlier].order(to: vectors[later]) != (isCause ? .before : .concurrent)
          || vectors[later].order(to: vectors[earlier]) != (isCause ? .after : .concurrent)
      }
    }
    #expect(wrong == [])
  }

  @Test func `no single number can tell that two events are concurrent`() {
    let histories = (0..<20).map { EventHistory(seed: $0) }
    let unrelated = histories.flatMap { history in
      let times = history.times(by: LamportClock.self)
      return history.events.indices.flatMap { later in
        (0..<later).filter {
          !history.events[later].past.contains($0) && times[$0] != times[later]
        }
      }
    }
    #expect(unrelated.count > 1000)
  }

  private func vectors(of history: EventHistory) -> [VersionVector] {
    var vectors: [VersionVector] = []
    var latest = EventHistory.names.map { _ in VersionVector() }
    for event in history.events {
      if let sending = event.sending { latest[event.replica].merge(vectors[sending]) }
      latest[event.replica].increment(at: EventHistory.names[event.replica])
      vectors.append(latest[event.replica])
    }
    return vectors
  }
}

/// Clocks that are wrong, each caught by an event whose time is not after one that it knew.
struct ClockMistakeTests {
  @Test func `a wrong clock puts an event before one that it knew`() {
    let histories = (0..<20).map { EventHistory(seed: $0) }
    func inversions<Clock: EventClock>(_ clock: Clock.Type) -> Int {
      histories.map { $0.inversions(by: clock) }.reduce(0, +)
    }
    #expect(inversions(DeafLamportClock.self) > 0)
    #expect(inversions(FollowingLamportClock.self) > 0)
    #expect(inversions(CountlessHybridClock.self) > 0)
    #expect(inversions(ResettingHybridClock.self) > 0)
    #expect(inversions(WallClock.self) > 0)
  }
}

/// Does not observe what arrives.
private struct DeafLamportClock: EventClock {
  var clock = LamportClock()
  mutating func event(at physical: Int) -> Int { clock.tick() }
  mutating func arrival(of sent: Int, at physical: Int) -> Int { clock.tick() }
}

/// Jumps to what arrives, not past it.
private struct FollowingLamportClock: EventClock {
  var time = 0
  mutating func event(at physical: Int) -> Int {
    time += 1
    return time
  }
  mutating func arrival(of sent: Int, at physical: Int) -> Int {
    time = max(time + 1, sent)
    return time
  }
}

/// Forgets to count.
private struct CountlessHybridClock: EventClock {
  var latest = HybridTimestamp(wall: 0)
  mutating func event(at physical: Int) -> HybridTimestamp { arrival(of: latest, at: physical) }
  mutating func arrival(of sent: HybridTimestamp, at physical: Int) -> HybridTimestamp {
    latest = HybridTimestamp(wall: max(latest.wall, sent.wall, physical))
    return latest
  }
}

/// Counts its own events only: what arrives with a greater count is not passed.
private struct ResettingHybridClock: EventClock {
  var clock = HybridLogicalClock()
  mutating func event(at physical: Int) -> HybridTimestamp { clock.send(at: physical) }
  mutating func arrival(of sent: HybridTimestamp, at physical: Int) -> HybridTimestamp {
    clock.receive(HybridTimestamp(wall: sent.wall), at: physical)
  }
}

/// Physical time alone.
private struct WallClock: EventClock {
  mutating func event(at physical: Int) -> Int { physical }
  mutating func arrival(of sent: Int, at physical: Int) -> Int { physical }
}
