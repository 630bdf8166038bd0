import GeoModel
import Testing

@Test(
  arguments: [
    // engine, retention in days, days until the last copy is gone when deleted, and when not
    (.cassandra, nil, 11, nil), (.postgres, nil, 1, nil), (.redis, nil, 1, nil),
    (.redis, 2, 1, 3), (.cdn, nil, 0, nil), (.cdn, 1, 0, 1), (.kafka, nil, 8, nil),
    (.kafka, 3, 10, 10), (.clickhouse, nil, 1, nil), (.search, nil, 1, nil), (.log, 30, 30, 30),
    (.log, nil, nil, nil), (.backup, 35, 35, 35), (.backup, nil, nil, nil),
    (.processor, nil, 30, nil), (.processor, 7, 7, 7), (.objectStore, nil, 0, nil),
    (.cassandra, 5, 11, 16),
  ] as [(Store.Engine, Int?, Int?, Int?)])
func `an engine lets go of data in its own time`(
  engine: Store.Engine, retention: Int?, deleted: Int?, untouched: Int?
) {
  let rule = StoreRule(engine, StoreTimes(engine, retention: retention.map { .days($0) }))
  #expect(end(of: rule.copies(in: "store", deleted: .zero)) == deleted)
  #expect(end(of: rule.copies(in: "store", deleted: nil)) == untouched)
}

/// In days; `nil` when a copy stays for ever.
private func end(of copies: [StoredCopy]) -> Int? {
  let deaths = copies.map { $0.death?.time }
  return deaths.contains(nil)
    ? nil : deaths.compactMap(\.self).max().map { Int($0.milliseconds / 86_400_000) }
}

@Test func `the file of a store in memory outlives the memory`() {
  let rule = StoreRule(.redis, StoreTimes(.redis, retention: .hours(1)))
  let copies = rule.copies(in: "cache", deleted: .zero)
  #expect(copies.map(\.layer) == [.data, .file])
  #expect(copies.map(\.death) == [Death(.deletion, at: .zero), Death(.rewriting, at: .days(1))])
}

@Test func `a snapshot goes by its age alone`() {
  let rule = StoreRule(.cassandra, StoreTimes(.cassandra, snapshots: .days(40)))
  let snapshot = rule.copies(in: "posts", deleted: .zero).last
  #expect(snapshot?.layer == .snapshots)
  #expect(snapshot?.death == Death(.retention, at: .days(40)))
}

@Test func `a help desk keeps nothing`() {
  #expect(StoreRule(.support, StoreTimes(.support)).copies(in: "desk", deleted: nil) == [])
}

@Test func `what removes by age alone cannot delete one person's data`() {
  let usual = Store.Engine.allCases.filter { !StoreRule($0, StoreTimes($0)).canDelete }
  #expect(usual == [.log, .backup])
  let topic = StoreRule(.kafka, StoreTimes(.kafka, retention: .days(3)))
  #expect(!topic.canDelete)
}

@Test func `a copy dies of the first of its ends, day by day`() {
  var dice = SplitMix64(seed: 18)
  for _ in 0..<300 {
    let ends = (0..<dice.integer(in: 0...4)).map { _ in
      Death(
        DeathCause.allCases[dice.integer(in: 0...3)], at: .days(dice.integer(in: 0...40)))
    }
    let copy = StoredCopy(store: "posts", layer: .data, ends: ends)
    let firstDay = (0...40).first { day in ends.contains { $0.time <= .days(day) } }
    #expect(copy.death?.time == firstDay.map { .days($0) })
    for day in 0...41 {
      #expect(copy.isReadable(at: .days(day)) == !ends.contains { $0.time <= .days(day) })
    }
  }
}

@Test func `of ends that coincide the cause counts that acts first`() {
  let ends = [Death(.keyDeath, at: .days(3)), Death(.rewriting, at: .days(3))]
  #expect(StoredCopy(store: "posts", layer: .data, ends: ends).death?.cause == .rewriting)
}

@Test func `the rules agree with stores that are played hour by hour`() {
  var dice = SplitMix64(seed: 26)
  for _ in 0..<600 {
    let engine = Store.Engine.allCases.filter { $0 != .support }[dice.integer(in: 0...10)]
    let (grace, rewrite) = (dice.integer(in: 1...30), dice.integer(in: 1...20))
    let (segment, isDeleted) = (dice.integer(in: 1...20), dice.happens(0.6))
    let retention = dice.happens(0.5) ? dice.integer(in: 1...40) : nil
    var times = StoreTimes(
      engine, rewrite: .hours(rewrite), retention: retention.map { .hours($0) })
    times.gcGrace = .hours(grace)
    times.segment = .hours(segment)
    let deaths = StoreRule(engine, times).copies(in: "store", deleted: isDeleted ? .zero : nil)
      .map { $0.death?.time }
    let end = deaths.contains(nil) ? nil : deaths.compactMap(\.self).max()
    var play = StorePlay(
      engine, grace: grace, rewrite: rewrite, segment: segment, retention: retention,
      isDeleted: isDeleted)
    #expect(end == play.end(within: 200).map { .hours($0) }, "\(engine)")
  }
}
