import GeoModel
import Testing

private func times(repair: Int?, grace: Int = 10) -> StoreTimes {
  var times = StoreTimes(.cassandra, repair: repair.map { .days($0) })
  times.gcGrace = .days(grace)
  return times
}

@Test(
  arguments: [
    // repair every, away for, comes back after (days)
    (7, 12, 12), (7, 11, 11), (nil, 12, 12), (nil, 5, 10), (20, 5, 10), (7, 8, 10),
    (7, 0, nil), (nil, 0, nil), (7, 5, nil), (7, 7, nil), (5, 9, nil), (3, 10, 10), (5, 10, nil),
  ] as [(Int?, Int, Int?)])
func `a row comes back when its replica is not repaired before the tombstones go`(
  repair: Int?, away: Int, comeback: Int?
) {
  let run = TombstoneRun(times(repair: repair), away: .days(away))
  #expect(run.comeback == comeback.map { .days($0) })
}

@Test func `a node that is away for longer than the grace period brings the row back`() {
  let run = TombstoneRun(times(repair: 7), away: .days(12))
  let missed = [TombstoneRun.Cell.tombstone, .tombstone, .row]
  let alone = [TombstoneRun.Cell.nothing, .nothing, .row]
  let expected: [(Duration, TombstoneRun.Happening, [TombstoneRun.Cell])] = [
    (.zero, .deleted, missed), (.hours(3), .hintsDropped, missed), (.days(10), .purged, alone),
    (.days(12), .returned, alone), (.days(12), .cameBack, alone),
    (.days(14), .repaired, [.row, .row, .row]),
  ]
  #expect(run.moments.map(\.time) == expected.map(\.0))
  #expect(run.moments.map(\.happening) == expected.map(\.1))
  #expect(run.moments.map(\.cells) == expected.map(\.2))
}

@Test func `a repair inside the grace period brings it the tombstone`() {
  let run = TombstoneRun(times(repair: 7), away: .days(5))
  #expect(
    run.moments.map(\.happening) == [.deleted, .hintsDropped, .returned, .repaired, .purged])
  #expect(run.moments.map(\.cells.last) == [.row, .row, .row, .tombstone, .nothing])
}

@Test func `a node that is back within the hint window is told what it missed`() {
  let run = TombstoneRun(times(repair: nil), away: .hours(3))
  #expect(run.moments.map(\.happening) == [.deleted, .hinted, .purged])
  #expect(run.comeback == nil)
}

/// Three replicas, hour by hour, that know only what was written to them.
private struct Ring {
  enum Cell: Int { case nothing, row, tombstone }
  var cells = [Cell.row, .row, .row]

  /// The newest of what replicas hold: a tombstone, else a row, else nothing.
  func newest(of replicas: [Int]) -> Cell {
    replicas.map { cells[$0] }.max { $0.rawValue < $1.rawValue } ?? .nothing
  }

  /// The first hour after the deletion at which a read of all that are there finds the row.
  static func comeback(away: Int, grace: Int, hints: Int, repairs: [Int], hours: Int) -> Int? {
    var ring = Ring()
    for hour in 0...hours {
      let present = hour < away ? [0, 1] : [0, 1, 2]
      if hour == 0 { for replica in present { ring.cells[replica] = .tombstone } }
      if hour == away, away <= hints { ring.cells[2] = .tombstone }
      if repairs.contains(hour), present.count == 3 {
        let newest = ring.newest(of: present)
        ring.cells = [newest, newest, newest]
      }
      if hour >= grace {
        for replica in present where ring.cells[replica] == .tombstone {
          ring.cells[replica] = .nothing
        }
      }
      if ring.newest(of: present) == .row { return hour }
    }
    return nil
  }
}

@Test func `the run agrees with replicas that are played hour by hour`() {
  var dice = SplitMix64(seed: 88)
  for _ in 0..<400 {
    let grace = dice.integer(in: 1...60)
    let away = dice.integer(in: 0...90)
    let interval = dice.integer(in: 1...40)
    let first = dice.integer(in: 1...interval)
    let repairs = dice.happens(0.8)
    var times = StoreTimes(.cassandra, repair: repairs ? .hours(interval) : nil)
    times.gcGrace = .hours(grace)
    let run = TombstoneRun(times, away: .hours(away), firstRepair: .hours(first))
    let played = Ring.comeback(
      away: away, grace: grace, hints: min(3, grace),
      repairs: repairs ? Array(stride(from: first, through: 200, by: interval)) : [], hours: 200)
    #expect(run.comeback == played.map { .hours($0) })
  }
}

@Test func `the safe absence is the longest that no time of repair can turn into a comeback`() {
  for grace in 1...16 {
    for interval in 1...20 {
      var times = StoreTimes(.cassandra, repair: .hours(interval))
      times.gcGrace = .hours(grace)
      let isSafe = { (away: Int) in
        // A repair that has just missed the replica is the worst.
        (1...interval).flatMap { [.hours($0), .hours($0) - .nanoseconds(1)] }.allSatisfy {
          TombstoneRun(times, away: .hours(away), firstRepair: $0).comeback == nil
        }
      }
      let longest = (0...40).prefix { isSafe($0) }.last
      #expect(times.safeAbsence == longest.map { .hours($0) })
    }
  }
}
